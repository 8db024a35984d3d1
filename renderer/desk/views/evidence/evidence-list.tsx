import { TriangleAlert } from 'lucide-react';
import type { EvidenceRow } from '#shared/contract/evidence.ts';
import { atRiskTerms, evidenceKindTerms } from '#shared/wording/english/terms.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import type { DeskList } from '../../bridge/use-list.ts';
import { FoundList } from '../../components/list-find/found-list.tsx';
import { Moment } from '../../components/moment/moment.tsx';
import { Name } from '../../components/name/name.tsx';
import { sizeText } from '../../components/quantity/quantity.ts';
import type { ListColumn } from '../../components/table/listed-table.tsx';
import { evidenceIcons } from './kind-icon-of.ts';

const words = evidenceWords.list;

function NameCell({ row }: { readonly row: EvidenceRow }) {
  const Icon = evidenceIcons[row.kind];
  return (
    <>
      <Icon aria-label={evidenceKindTerms[row.kind]} size={14} strokeWidth={1.9} className="evidence-kind" />
      <Name text={row.name} />
    </>
  );
}

function RiskCell({ row }: { readonly row: EvidenceRow }) {
  if (row.atRisk.length === 0) return null;
  const marks = row.atRisk.map((mark) => atRiskTerms[mark].label).join(', ');
  return (
    <span className="evidence-risk" title={marks}>
      <TriangleAlert aria-hidden size={13} />
      <span aria-hidden className="numeric">
        {row.atRisk.length}
      </span>
      <span className="visually-hidden">{marks}</span>
    </span>
  );
}

const columns: readonly ListColumn<EvidenceRow>[] = [
  { id: 'name', title: words.name, width: 'minmax(170px, 3fr)', namesRow: true, cell: (row) => <NameCell row={row} /> },
  { id: 'claims', title: words.claims, width: '64px', align: 'end', cell: (row) => row.claims || '–' },
  { id: 'marks', title: words.marks, width: '64px', cell: (row) => <RiskCell row={row} /> },
  { id: 'size', title: words.size, spare: 2, width: '70px', align: 'end', cell: (row) => sizeText(row.bytes) },
  { id: 'mime', title: words.mime, spare: 3, width: '96px', cell: (row) => <span className="cut soft">{row.mime}</span> },
  {
    id: 'hash',
    title: words.hash,
    spare: 5,
    width: '96px',
    cell: (row) => (
      <span className="mono soft" title={row.sha256}>
        {row.sha256.slice(0, 10)}
      </span>
    ),
  },
  {
    id: 'at',
    title: words.takenIn,
    spare: 4,
    width: '168px',
    cell: (row) => <Moment at={row.takenInAt} />,
  },
];

type EvidenceListProps = { readonly list: DeskList<'evidence/order'>; readonly selectedId: string | null; readonly onSelect: (id: string) => void };

/** One line per item; narrowed by words of its name, source or hash. */
export function EvidenceList({ list, selectedId, onSelect }: EvidenceListProps) {
  const { find, nothingFound } = words;
  return <FoundList list={list} words={{ title: evidenceWords.title, find, nothingFound }} columns={columns} selectedId={selectedId} onSelect={onSelect} />;
}
