import { ExternalLink, MapPin, MapPinOff, MapPinPlus, Maximize, Pencil, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import type { PlacedRow } from '#shared/contract/places.ts';
import { decimalText, dmsText, mgrsText } from '#shared/domain/place/write-coordinates.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { mapWords as words } from '#shared/wording/english/views/map-words.ts';
import { languageTag } from '#shared/wording/spoken.ts';
import { openObject } from '../../bridge/navigation.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { useSelection } from '../../bridge/use-selection.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Busy } from '../../components/busy/busy.tsx';
import { Button } from '../../components/button/button.tsx';
import { DescriptionList } from '../../components/description-list/description-list.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { ObjectLinks } from '../../components/object-links/object-links.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { Split } from '../../components/split/split.tsx';
import type { Column } from '../../components/table/columns.ts';
import { Table } from '../../components/table/table.tsx';
import { type Sight, sightOf, zoomedAt } from './map-place.ts';
import { PlaceDialog } from './place-dialog.tsx';
import { WorldMap } from './world-map.tsx';
import './map.css';
import { Name } from '../../components/name/name.tsx';

const precisionText = ({ precision, radiusMetres }: PlacedRow['place']) => `${words.precision[precision].label} ${words.radius(radiusMetres)}`;
const columns: readonly Column<PlacedRow>[] = [
  {
    id: 'name',
    title: words.columns.name,
    width: 'minmax(160px, 2fr)',
    namesRow: true,
    cell: (row) => <Name text={row.name} />,
    sortBy: (row) => row.name,
  },
  { id: 'precision', title: words.columns.precision, width: '150px', cell: (row) => precisionText(row.place), sortBy: (row) => row.place.radiusMetres },
  {
    id: 'decimal',
    title: words.columns.decimal,
    spare: 2,
    width: '170px',
    cell: (row) => <span className="cut mono">{decimalText(row.place, row.place.radiusMetres)}</span>,
  },
  {
    id: 'mgrs',
    title: words.columns.mgrs,
    spare: 1,
    width: '170px',
    cell: (row) => <span className="cut mono">{mgrsText(row.place, row.place.radiusMetres) ?? '–'}</span>,
  },
  {
    id: 'located',
    title: words.columns.located,
    spare: 3,
    width: '104px',
    align: 'end',
    cell: (row) => row.located.toLocaleString(languageTag()),
    sortBy: (row) => row.located,
  },
];

/** Where things are said to be, on a map that lies in the program. */
export function MapView() {
  const asked = useQuery('places/list', {});
  // The map itself waits for nothing; who has been placed on it may take a while to gather in a large case.
  if (asked.state === 'loading') return <Places rows={noRows} coming />;
  return <Asked result={asked}>{(rows) => <Places rows={rows} />}</Asked>;
}

const noRows: readonly PlacedRow[] = [];

function Places({ rows, coming = false }: { readonly rows: readonly PlacedRow[]; readonly coming?: boolean }) {
  const { id: chosen, select } = useSelection();
  const [sight, setSight] = useState<Sight | null>(null);
  const [dialog, setDialog] = useState<'add' | 'edit' | null>(null);
  const one = rows.find((row) => row.id === chosen);
  const by = (factor: number) => setSight(zoomedAt(sight ?? sightOf(rows, { width: 900, height: 500 }), factor));
  const add = (
    <Button icon={MapPinPlus} onPress={() => setDialog('add')}>
      {words.add}
    </Button>
  );
  const map = (
    <div className="pane-column">
      <WorldMap rows={rows} chosen={chosen} onChoose={select} onOpen={(id) => openObject('entity', id)} sight={sight} onSight={setSight} />
      <p className="map-sources">
        <span>
          <svg width="14" height="10" aria-hidden>
            <path className="map-hatch" d="M0 5L5 0M0 10L10 0M5 10L14 1M10 10L14 6" />
            <rect width="14" height="10" className="map-sample" />
          </svg>
          {words.disputed}
        </span>
        <span className="faint">{words.sources}</span>
      </p>
    </div>
  );
  const list = coming ? (
    <Busy />
  ) : rows.length === 0 ? (
    <EmptyState icon={MapPin} title={words.empty.title} actions={add}>
      {words.empty.text}
    </EmptyState>
  ) : (
    <div className="pane-column pane-below">
      <Table
        label={words.list}
        rows={rows}
        rowId={(row) => row.id}
        columns={columns}
        selectedId={chosen}
        onSelect={select}
        onOpen={(id) => openObject('entity', id)}
      />
    </div>
  );
  const main = (
    <Panel
      title={words.title}
      level={1}
      flush
      aside={coming ? null : rows.length.toLocaleString(languageTag())}
      actions={
        <>
          <IconButton icon={ZoomOut} label={words.zoomOut} shortcut="-" onPress={() => by(1 / 1.5)} />
          <IconButton icon={ZoomIn} label={words.zoomIn} shortcut="+" onPress={() => by(1.5)} />
          <IconButton icon={Maximize} label={words.fit} shortcut="0" onPress={() => setSight(null)} />
          {add}
        </>
      }
    >
      <Split
        id="map-main"
        direction="vertical"
        panes={[
          { id: 'map', size: 68, minPx: 200, content: map },
          { id: 'list', size: 32, minPx: 130, content: list },
        ]}
      />
    </Panel>
  );
  return (
    <>
      <Split
        id="map"
        panes={[
          { id: 'main', size: 72, minPx: 440, content: main },
          {
            id: 'detail',
            size: 28,
            minPx: 280,
            content: one ? <PlaceDetail key={one.id} row={one} onEdit={() => setDialog('edit')} /> : <EmptyState icon={MapPin} title={words.pick} />,
          },
        ]}
      />
      {dialog !== null && <PlaceDialog row={dialog === 'edit' ? (one ?? null) : null} onClose={() => setDialog(null)} onPlaced={select} />}
    </>
  );
}

function PlaceDetail({ row, onEdit }: { readonly row: PlacedRow; readonly onEdit: () => void }) {
  const command = useCommand('entities/place');
  const { place } = row;
  async function takeOff(): Promise<void> {
    const reply = await command.run({ id: row.id as ObjectId, place: null });
    if (reply.ok) sayDone(words.takenOff, 'plain');
  }
  return (
    <Panel
      title={row.name}
      actions={
        <>
          <IconButton icon={ExternalLink} label={words.open} onPress={() => openObject('entity', row.id)} />
          <IconButton icon={Pencil} label={words.edit} onPress={onEdit} />
          <IconButton icon={MapPinOff} label={words.takeOff} disabled={command.busy} onPress={() => void takeOff()} />
        </>
      }
    >
      <DescriptionList
        facts={[
          { term: words.detail.precision, value: precisionText(place) },
          { term: words.detail.decimal, value: <span className="mono">{decimalText(place, place.radiusMetres)}</span> },
          { term: words.detail.dms, value: <span className="mono">{dmsText(place)}</span> },
          { term: words.detail.mgrs, value: <span className="mono">{mgrsText(place, place.radiusMetres) ?? '–'}</span> },
          { term: words.detail.entered, value: place.entered },
        ]}
      />
      <div className="map-links">
        <ObjectLinks id={row.id} />
      </div>
    </Panel>
  );
}
