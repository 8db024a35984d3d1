import { Link2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { LinkRow } from '#shared/contract/links.ts';
import { type LinkType, linkTypes } from '#shared/domain/link/link.ts';
import { linkTerms } from '#shared/wording/english/terms.ts';
import { linksWords } from '#shared/wording/english/views/links-words.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { useSelection } from '../../bridge/use-selection.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Button } from '../../components/button/button.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { DrawLinkDialog } from '../../components/link-dialog/draw-link-dialog.tsx';
import { matches } from '../../components/list-find/folded-match.ts';
import { ListFind } from '../../components/list-find/list-find.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';
import { Split } from '../../components/split/split.tsx';
import { Table } from '../../components/table/table.tsx';
import { linkColumns, linkId } from './link-columns.tsx';
import { LinkDetail } from './link-detail.tsx';
import './links.css';

const words = linksWords;
const types = [{ value: 'any', label: words.anyType } as const, ...linkTypes.map((value) => ({ value, label: linkTerms[value].label }))];

/** Every link of the case, read as a sentence per line. */
export function LinksView() {
  const list = useQuery('links/list', {});
  const [drawing, setDrawing] = useState(false);
  const { id, select } = useSelection();
  const chosen = list.value?.find((row) => row.id === id);
  const draw = (
    <Button icon={Link2} onPress={() => setDrawing(true)}>
      {words.draw}
    </Button>
  );
  return (
    <>
      <Split
        id="links"
        panes={[
          {
            id: 'list',
            size: 68,
            minPx: 420,
            content: (
              <Panel title={words.title} aside={list.value?.length} level={1} flush actions={draw}>
                <Asked result={list}>
                  {(rows) =>
                    rows.length === 0 ? (
                      <EmptyState icon={Link2} title={words.empty.title} actions={draw}>
                        {words.empty.text}
                      </EmptyState>
                    ) : (
                      <LinkList rows={rows} selectedId={id} onSelect={select} />
                    )
                  }
                </Asked>
              </Panel>
            ),
          },
          {
            id: 'detail',
            size: 32,
            minPx: 280,
            content: chosen ? <LinkDetail key={chosen.id} link={chosen} /> : <EmptyState icon={Link2} title={words.pick} />,
          },
        ]}
      />
      {drawing && <DrawLinkDialog fromId={null} onClose={() => setDrawing(false)} onDrawn={select} />}
    </>
  );
}

type LinkListProps = { readonly rows: readonly LinkRow[]; readonly selectedId: string | null; readonly onSelect: (id: string) => void };

function LinkList({ rows, selectedId, onSelect }: LinkListProps) {
  const [wanted, setWanted] = useState('');
  const [type, setType] = useState<LinkType | 'any'>('any');
  const shown = useMemo(
    () =>
      rows.filter(
        (row) =>
          (type === 'any' || row.type === type) && matches(`${row.from.label} ${linkTerms[row.type].label} ${row.to.label} ${row.rationale ?? ''}`, wanted),
      ),
    [rows, wanted, type],
  );
  return (
    <>
      <div className="links-filter">
        <ListFind label={words.find} value={wanted} onChange={setWanted} />
        <SelectField label={words.type} hideLabel value={type} options={types} onChange={setType} />
      </div>
      {shown.length === 0 ? (
        <p className="list-none">{words.nothingFound}</p>
      ) : (
        <Table label={words.title} rows={shown} rowId={linkId} columns={linkColumns} selectedId={selectedId} onSelect={onSelect} />
      )}
    </>
  );
}
