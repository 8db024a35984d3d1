import { ArrowRight, Swords, TriangleAlert } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { ClaimRow } from '#shared/contract/claims.ts';
import { type LedgerColumn, ledgerColumns } from '#shared/domain/claim/ledger-order.ts';
import { findingTerms, speechActTerms } from '#shared/wording/english/terms.ts';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { useShownName } from '../../bridge/shown-name.ts';
import { useStore } from '../../bridge/store.ts';
import type { OrderedList } from '../../bridge/use-list.ts';
import { FindingBadge } from '../../components/badge/finding-badge.tsx';
import { CredibilityBadge } from '../../components/badge/grade-badge.tsx';
import { spokenDate } from '../../components/date-field/spoken-date.ts';
import { Name } from '../../components/name/name.tsx';
import { type ListColumn, ListedTable } from '../../components/table/listed-table.tsx';
import { changeLedger, ledgerDesk } from './ledger-desk.ts';
import { groupTitle } from './ledger-groups.ts';

const words = claimsWords.columns;

function Chain({ row }: { readonly row: ClaimRow }) {
  const shownName = useShownName();
  return (
    <span className="chain cut" title={shownName([row.asserter, ...row.via].join(' → '))}>
      <span className="chain-asserter">{shownName(row.asserter)}</span>
      {row.via.map((name, at) => (
        <span key={row.viaIds[at]} className="soft">
          <ArrowRight aria-label={claimsWords.via} size={11} />
          {shownName(name)}
        </span>
      ))}
    </span>
  );
}

function TextCell({ row }: { readonly row: ClaimRow }) {
  return (
    <>
      {row.atRisk && <TriangleAlert aria-label={claimsWords.atRisk} size={13} className="ledger-risk" />}
      <Name text={row.text} />
    </>
  );
}

function FindingCell({ row }: { readonly row: ClaimRow }) {
  return (
    <span className="ledger-finding" title={findingTerms[row.finding].label}>
      <FindingBadge finding={row.finding} />
    </span>
  );
}

function EvidenceCell({ row }: { readonly row: ClaimRow }) {
  const said = claimsWords.origins(row.independentOrigins, row.evidenceIds.length);
  return (
    <span title={said}>
      <span aria-hidden>
        {row.independentOrigins}
        <span className="faint">{` / ${row.evidenceIds.length}`}</span>
      </span>
      <span className="visually-hidden">{said}</span>
    </span>
  );
}

function ConflictCell({ row }: { readonly row: ClaimRow }) {
  if (row.contradictedBy.length === 0) return null;
  const said = claimsWords.conflicts(row.contradictedBy.length);
  return (
    <span className="ledger-conflict" title={said}>
      <Swords aria-hidden size={13} />
      <span aria-hidden>{row.contradictedBy.length}</span>
      <span className="visually-hidden">{said}</span>
    </span>
  );
}

function DateCell({ date }: { readonly date: string | null }) {
  return date === null ? (
    <span className="faint">–</span>
  ) : (
    <span className="cut numeric" title={spokenDate(date)}>
      {date}
    </span>
  );
}

type Cell = (row: ClaimRow) => ReactNode;
const cells: { readonly [C in LedgerColumn]: Cell } = {
  text: (row) => <TextCell row={row} />,
  asserter: (row) => <Chain row={row} />,
  act: (row) => <span className="cut soft">{speechActTerms[row.act]}</span>,
  credibility: (row) => <CredibilityBadge grade={row.credibility} />,
  finding: (row) => <FindingCell row={row} />,
  evidence: (row) => <EvidenceCell row={row} />,
  conflicts: (row) => <ConflictCell row={row} />,
  saidAt: (row) => <DateCell date={row.saidAt} />,
  eventAt: (row) => <DateCell date={row.eventAt} />,
};
type Look = Pick<ListColumn<ClaimRow>, 'width' | 'wishPx' | 'namesRow' | 'spare' | 'align'>;
const looks: { readonly [C in LedgerColumn]: Look } = {
  text: { width: 'minmax(132px, 5fr)', wishPx: 270, namesRow: true },
  asserter: { width: 'minmax(96px, 2.2fr)', wishPx: 130 },
  act: { width: '80px', spare: 4 },
  credibility: { width: '48px' },
  finding: { width: 'minmax(106px, 136px)' },
  evidence: { width: '68px', spare: 3, align: 'end' },
  conflicts: { width: '58px', spare: 2 },
  saidAt: { width: '98px', spare: 5 },
  eventAt: { width: '98px', spare: 6 },
};

const columns: readonly ListColumn<ClaimRow>[] = ledgerColumns.map((id) => ({ id, title: words[id], ...looks[id], cell: cells[id] }));

type LedgerTableProps = {
  readonly list: OrderedList<'claims/ledger'>;
  readonly selectedId: string | null;
  readonly marked: ReadonlySet<string>;
  readonly onSelect: (id: string) => void;
  readonly onMark: (ids: ReadonlySet<string>) => void;
  readonly onChange: () => void;
  readonly onSplit: () => void;
};

/** One line per claim: what, who through whom, when, how credible, what was found, on how many independent origins, against what. */
export function LedgerTable({ list, onChange, onSplit, ...table }: LedgerTableProps) {
  const { sort } = useStore(ledgerDesk);
  const { groups, grouping } = list.answer;
  const heads = useMemo(() => new Map(groups.map(({ at, key, count }) => [at, { title: groupTitle(grouping, key), count }])), [groups, grouping]);
  return (
    <ListedTable
      label={claimsWords.title}
      list={list}
      columns={columns}
      sort={sort}
      onSort={(next) => changeLedger({ sort: next })}
      heads={heads}
      keys={{ e: onChange, s: onSplit }}
      {...table}
    />
  );
}
