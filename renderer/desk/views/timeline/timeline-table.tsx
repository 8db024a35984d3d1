import type { TimelineRow } from '#shared/contract/timeline.ts';
import { timelineWords as words } from '#shared/wording/english/views/timeline-words.ts';
import { languageTag } from '#shared/wording/spoken.ts';
import type { OrderedList } from '../../bridge/use-list.ts';
import { FindingBadge } from '../../components/badge/finding-badge.tsx';
import { KindIcon } from '../../components/chip/kind-icon.tsx';
import { spokenDate } from '../../components/date-field/spoken-date.ts';
import { Name } from '../../components/name/name.tsx';
import type { Sort } from '../../components/table/columns.ts';
import { type ListColumn, ListedTable } from '../../components/table/listed-table.tsx';

const columns: readonly ListColumn<TimelineRow>[] = [
  { id: 'date', title: words.columns.date, width: '178px', cell: (row) => <span className="cut numeric">{spokenDate(row.date)}</span>, unsorted: true },
  { id: 'sense', title: words.columns.sense, width: '88px', cell: (row) => words.senses[row.sense] },
  {
    id: 'label',
    title: words.columns.label,
    width: 'minmax(180px, 3fr)',
    namesRow: true,
    cell: (row) => (
      <>
        <KindIcon kind={row.kind} />
        <Name text={row.label} />
      </>
    ),
  },
  {
    id: 'actor',
    title: words.columns.actor,
    spare: 1,
    width: 'minmax(110px, 1.2fr)',
    cell: (row) => <Name text={row.actor} className="soft" />,
  },
  {
    id: 'finding',
    title: words.columns.finding,
    spare: 2,
    width: '168px',
    cell: (row) => (row.finding ? <FindingBadge finding={row.finding} /> : <span className="faint">–</span>),
  },
  {
    id: 'against',
    title: words.columns.against,
    spare: 3,
    width: '76px',
    align: 'end',
    cell: (row) =>
      row.against.length === 0 ? (
        <span className="faint">–</span>
      ) : (
        <strong className="timeline-count">{row.against.length.toLocaleString(languageTag())}</strong>
      ),
  },
];
const keyOf = (row: TimelineRow) => row.key;
type TimelineTableProps = {
  readonly list: OrderedList<'timeline/order'> | null;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
  readonly onOpen: (key: string) => void;
};

/** Every date of the chart, in order, as rows that can be read and chosen. */
export function TimelineTable({ list, sort, onSort, chosen, onChoose, onOpen }: TimelineTableProps) {
  return (
    <div className="pane-column pane-below timeline-list">
      {list && (
        <ListedTable
          label={words.list}
          list={list}
          columns={columns}
          idOf={keyOf}
          sort={sort}
          onSort={onSort}
          selectedId={chosen}
          onSelect={onChoose}
          onOpen={onOpen}
        />
      )}
    </div>
  );
}
