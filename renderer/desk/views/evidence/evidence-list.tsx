import { TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { EvidenceRow } from '#shared/contract/evidence.ts';
import { atRiskTerms, evidenceKindTerms } from '#shared/wording/english/terms.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { matches } from '../../components/list-find/folded-match.ts';
import { ListFind } from '../../components/list-find/list-find.tsx';
import { Moment } from '../../components/moment/moment.tsx';
import { Name } from '../../components/name/name.tsx';
import { sizeText } from '../../components/size-text/size-text.ts';
import type { Column } from '../../components/table/columns.ts';
import { Table } from '../../components/table/table.tsx';
import { evidenceIcons } from './kind-icon-of.ts';

const words = evidenceWords.list;
const rowId = (row: EvidenceRow) => row.id;

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

const columns: readonly Column<EvidenceRow>[] = [
  { id: 'name', title: words.name, width: 'minmax(170px, 3fr)', namesRow: true, cell: (row) => <NameCell row={row} />, sortBy: (row) => row.name },
  { id: 'claims', title: words.claims, width: '64px', align: 'end', cell: (row) => row.claims || '–', sortBy: (row) => row.claims },
  { id: 'marks', title: words.marks, width: '64px', cell: (row) => <RiskCell row={row} />, sortBy: (row) => row.atRisk.length },
  { id: 'size', title: words.size, spare: 2, width: '70px', align: 'end', cell: (row) => sizeText(row.bytes), sortBy: (row) => row.bytes },
  { id: 'mime', title: words.mime, spare: 3, width: '96px', cell: (row) => <span className="cut soft">{row.mime}</span>, sortBy: (row) => row.mime },
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
    sortBy: (row) => row.sha256,
  },
  {
    id: 'at',
    title: words.takenIn,
    spare: 4,
    width: '168px',
    cell: (row) => <Moment at={row.takenInAt} />,
    sortBy: (row) => row.takenInAt,
  },
];

type EvidenceListProps = { readonly rows: readonly EvidenceRow[]; readonly selectedId: string | null; readonly onSelect: (id: string) => void };

/** One line per item; narrowed by words of its name, source or hash. */
export function EvidenceList({ rows, selectedId, onSelect }: EvidenceListProps) {
  const [wanted, setWanted] = useState('');
  const shown = useMemo(() => {
    return rows.filter((row) => matches(`${row.name} ${row.sourceTitle} ${row.sha256}`, wanted));
  }, [rows, wanted]);
  return (
    <>
      <ListFind label={words.find} value={wanted} onChange={setWanted} />
      {shown.length === 0 ? (
        <p className="list-none">{words.nothingFound}</p>
      ) : (
        <Table label={evidenceWords.title} rows={shown} rowId={rowId} columns={columns} selectedId={selectedId} onSelect={onSelect} />
      )}
    </>
  );
}
