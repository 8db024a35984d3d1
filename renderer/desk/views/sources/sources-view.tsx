import { Newspaper, Plus } from 'lucide-react';
import { useState } from 'react';
import type { SourceRow } from '#shared/contract/sources.ts';
import { sourceKindTerms } from '#shared/wording/english/terms.ts';
import { sourcesWords } from '#shared/wording/english/views/sources-words.ts';
import { useList } from '../../bridge/use-list.ts';
import { useSelection } from '../../bridge/use-selection.ts';
import { ReliabilityBadge } from '../../components/badge/grade-badge.tsx';
import { Button } from '../../components/button/button.tsx';
import { spokenDate } from '../../components/date-field/spoken-date.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { FoundList } from '../../components/list-find/found-list.tsx';
import { ListPanel } from '../../components/list-find/list-panel.tsx';
import { Split } from '../../components/split/split.tsx';
import type { ListColumn } from '../../components/table/listed-table.tsx';
import { AddSourceDialog } from './add-source-dialog.tsx';
import { SourceDetail } from './source-detail.tsx';
import './sources.css';
import { Name } from '../../components/name/name.tsx';

const words = sourcesWords;
const cut = (text: string | null) => (text === null ? <span className="faint">–</span> : <Name text={text} />);

const columns: readonly ListColumn<SourceRow>[] = [
  {
    id: 'title',
    title: words.columns.title,
    width: 'minmax(170px, 5fr)',
    namesRow: true,
    cell: (row) => <Name text={row.title} title={`${sourceKindTerms[row.kind]}: ${row.title}`} />,
  },
  { id: 'publisher', spare: 1, title: words.columns.publisher, width: 'minmax(84px, 2fr)', cell: (row) => cut(row.publisher) },
  {
    id: 'published',
    title: words.columns.published,
    width: '112px',
    cell: (row) =>
      row.publishedAt === null ? (
        cut(null)
      ) : (
        <span className="numeric cut" title={spokenDate(row.publishedAt)}>
          {row.publishedAt}
        </span>
      ),
  },
  { id: 'language', spare: 4, title: words.columns.language, width: '58px', cell: (row) => cut(row.language) },
  {
    id: 'reliability',
    title: words.columns.reliability,
    width: '52px',
    cell: (row) => <ReliabilityBadge grade={row.reliability} />,
  },
  { id: 'evidence', spare: 3, title: words.columns.evidence, width: '70px', align: 'end', cell: (row) => row.evidence || '–' },
  { id: 'claims', spare: 2, title: words.columns.claims, width: '60px', align: 'end', cell: (row) => row.claims || '–' },
  { id: 'origin', spare: 5, title: words.columns.origin, width: 'minmax(72px, 2fr)', cell: (row) => cut(row.originTitle) },
];

/** What says or shows something, how far it is relied on, and whom it relays. */
export function SourcesView() {
  const list = useList('sources/order');
  const [adding, setAdding] = useState(false);
  const { id, select } = useSelection();
  const add = (
    <Button icon={Plus} onPress={() => setAdding(true)}>
      {words.add}
    </Button>
  );
  return (
    <>
      <Split
        id="sources"
        panes={[
          {
            id: 'list',
            size: 60,
            minPx: 380,
            content: (
              <ListPanel title={words.title} list={list} actions={add} empty={{ ...words.empty, icon: Newspaper, actions: add }}>
                <FoundList list={list} words={words} columns={columns} selectedId={id} onSelect={select} />
              </ListPanel>
            ),
          },
          {
            id: 'detail',
            size: 40,
            minPx: 360,
            content: id === null ? <EmptyState icon={Newspaper} title={words.empty.pick} /> : <SourceDetail key={id} id={id} />,
          },
        ]}
      />
      {adding && <AddSourceDialog onClose={() => setAdding(false)} onAdded={select} />}
    </>
  );
}
