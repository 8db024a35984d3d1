import { UserPlus, Users, UsersRound } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { EntityRow } from '#shared/contract/entities.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { entityKindTerms } from '#shared/wording/english/entity-terms.ts';
import { identityWords } from '#shared/wording/english/views/identity-words.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { useSelection } from '../../bridge/use-selection.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Badge } from '../../components/badge/badge.tsx';
import { Button } from '../../components/button/button.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { Split } from '../../components/split/split.tsx';
import type { Column } from '../../components/table/columns.ts';
import { Table } from '../../components/table/table.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { DuplicatesDialog } from './duplicates-dialog.tsx';
import { EntityDetail } from './entity-detail.tsx';
import { fitsMatch } from './fits-match.ts';
import { NewEntity } from './new-entity.tsx';
import './entities.css';
import { Name } from '../../components/name/name.tsx';

const words = deskWords.entities;

const columns: readonly Column<EntityRow>[] = [
  {
    id: 'name',
    title: words.name,
    width: 'minmax(160px, 2fr)',
    namesRow: true,
    cell: (row) => <Name text={row.names[0] ?? ''} />,
    sortBy: (row) => row.names[0] ?? '',
  },
  {
    id: 'aliases',
    spare: 1,
    title: words.otherNames,
    width: 'minmax(100px, 1.4fr)',
    cell: (row) => <Name text={row.names.slice(1).join(', ')} className="soft" />,
  },
  { id: 'kind', title: words.kind, width: '128px', cell: (row) => entityKindTerms[row.kind], sortBy: (row) => entityKindTerms[row.kind] },
  { id: 'role', title: words.shownAs, width: '120px', cell: (row) => row.roleOnly && <Badge tone="bad">{row.roleOnly}</Badge>, sortBy: (row) => row.roleOnly },
  { id: 'asserts', spare: 3, title: words.asserts, width: '76px', align: 'end', cell: (row) => <Count of={row.asserts} />, sortBy: (row) => row.asserts },
  { id: 'relays', spare: 2, title: words.relays, width: '76px', align: 'end', cell: (row) => <Count of={row.relays} />, sortBy: (row) => row.relays },
];

function Count({ of }: { readonly of: number }) {
  return of === 0 ? <span className="faint">–</span> : of.toLocaleString('en');
}

/** People, organisations, units, documents and places of the case, under every name seen. */
export function Entities() {
  const asked = useQuery('entities/list', {});
  const { id, select } = useSelection();
  const [match, setMatch] = useState('');
  const [adding, setAdding] = useState(false);
  const duplicates = useQuery('entities/duplicates', {});
  const [comparing, setComparing] = useState(false);
  const rows = useMemo(() => (asked.value ?? []).filter((row) => fitsMatch(row, match)), [asked.value, match]);
  const addButton = (
    <Button icon={UserPlus} onPress={() => setAdding(true)}>
      {words.add}
    </Button>
  );
  const empty = (
    <EmptyState icon={Users} title={match === '' ? words.empty : words.noneFits} {...(match === '' && { actions: addButton })}>
      {match === '' ? words.emptyWhy : null}
    </EmptyState>
  );
  const list = (
    <Panel
      title={words.title}
      level={1}
      flush
      aside={asked.value && rows.length.toLocaleString('en')}
      actions={
        <>
          {(duplicates.value?.length ?? 0) > 0 && (
            <Button icon={UsersRound} onPress={() => setComparing(true)}>
              {identityWords.openDuplicates(duplicates.value?.length ?? 0)}
            </Button>
          )}
          {addButton}
        </>
      }
    >
      <div className="entities-filter">
        <TextField label={words.filter} hideLabel placeholder={words.filter} value={match} onChange={setMatch} />
      </div>
      <Asked result={asked}>
        {() => (
          <Table
            label={words.title}
            rows={rows}
            rowId={(row) => row.id}
            columns={columns}
            selectedId={id}
            onSelect={select}
            initialSort={{ columnId: 'name', direction: 'ascending' }}
            empty={empty}
          />
        )}
      </Asked>
    </Panel>
  );
  return (
    <>
      <Split
        id="entities"
        panes={[
          { id: 'list', size: 64, minPx: 380, content: list },
          id !== null && { id: 'detail', size: 36, minPx: 300, content: <EntityDetail key={id} id={id} onMerged={select} /> },
        ]}
      />
      {comparing && <DuplicatesDialog onClose={() => setComparing(false)} />}
      <NewEntity open={adding} onClose={() => setAdding(false)} onAdded={select} />
    </>
  );
}
