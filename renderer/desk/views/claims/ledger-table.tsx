import { ArrowRight, Swords, TriangleAlert } from 'lucide-react';
import type { ClaimRow } from '#shared/contract/claims.ts';
import type { ClaimGrouping } from '#shared/domain/claim/kept-filter.ts';
import { visibleName } from '#shared/domain/evidence/visible-name.ts';
import { findingTerms, speechActTerms } from '#shared/wording/english/terms.ts';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { FindingBadge } from '../../components/badge/finding-badge.tsx';
import { CredibilityBadge } from '../../components/badge/grade-badge.tsx';
import { spokenDate } from '../../components/date-field/spoken-date.ts';
import { Name } from '../../components/name/name.tsx';
import type { Column } from '../../components/table/columns.ts';
import { Table } from '../../components/table/table.tsx';
import { ledgerGroups } from './ledger-groups.ts';
import { type SortableColumn, sortKey } from './sort-key.ts';

const words = claimsWords.columns;
const rowId = (row: ClaimRow) => row.id;

function Chain({ row }: { readonly row: ClaimRow }) {
  return (
    <span className="chain cut" title={visibleName([row.asserter, ...row.via].join(' → '))}>
      <span className="chain-asserter">{visibleName(row.asserter)}</span>
      {row.via.map((name, at) => (
        <span key={row.viaIds[at]} className="soft">
          <ArrowRight aria-label={claimsWords.via} size={11} />
          {visibleName(name)}
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

const by = (column: SortableColumn) => (row: ClaimRow) => sortKey(row, column);
const columns: readonly Column<ClaimRow>[] = [
  { id: 'text', title: words.text, width: 'minmax(132px, 5fr)', wishPx: 270, namesRow: true, cell: (row) => <TextCell row={row} />, sortBy: by('text') },
  { id: 'asserter', title: words.asserter, width: 'minmax(96px, 2.2fr)', wishPx: 130, cell: (row) => <Chain row={row} />, sortBy: by('asserter') },
  { id: 'act', title: words.act, spare: 4, width: '80px', cell: (row) => <span className="cut soft">{speechActTerms[row.act]}</span>, sortBy: by('act') },
  { id: 'credibility', title: words.credibility, width: '48px', cell: (row) => <CredibilityBadge grade={row.credibility} />, sortBy: by('credibility') },
  { id: 'finding', title: words.finding, width: 'minmax(106px, 136px)', cell: (row) => <FindingCell row={row} />, sortBy: by('finding') },
  { id: 'evidence', title: words.evidence, spare: 3, width: '68px', align: 'end', cell: (row) => <EvidenceCell row={row} />, sortBy: by('evidence') },
  { id: 'conflicts', title: words.conflicts, spare: 2, width: '58px', cell: (row) => <ConflictCell row={row} />, sortBy: by('conflicts') },
  { id: 'saidAt', title: words.saidAt, spare: 5, width: '98px', cell: (row) => <DateCell date={row.saidAt} />, sortBy: by('saidAt') },
  { id: 'eventAt', title: words.eventAt, spare: 6, width: '98px', cell: (row) => <DateCell date={row.eventAt} />, sortBy: by('eventAt') },
];

type LedgerTableProps = {
  readonly rows: readonly ClaimRow[];
  readonly grouping: ClaimGrouping;
  readonly selectedId: string | null;
  readonly marked: ReadonlySet<string>;
  readonly onSelect: (id: string) => void;
  readonly onMark: (ids: ReadonlySet<string>) => void;
  readonly onChange: () => void;
  readonly onSplit: () => void;
};

/** One line per claim: what, who through whom, when, how credible, what was found, on how many independent origins, against what. */
export function LedgerTable({ grouping, onChange, onSplit, ...table }: LedgerTableProps) {
  return <Table label={claimsWords.title} rowId={rowId} columns={columns} grouping={ledgerGroups[grouping]} keys={{ e: onChange, s: onSplit }} {...table} />;
}
