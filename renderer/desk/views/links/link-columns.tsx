import type { Label } from '#shared/contract/case.ts';
import type { LinkRow } from '#shared/contract/links.ts';
import { linkTerms } from '#shared/wording/english/terms.ts';
import { linksWords } from '#shared/wording/english/views/links-words.ts';
import { CredibilityBadge } from '../../components/badge/grade-badge.tsx';
import { KindIcon } from '../../components/chip/kind-icon.tsx';
import { Moment } from '../../components/moment/moment.tsx';
import { Name } from '../../components/name/name.tsx';
import type { ListColumn } from '../../components/table/listed-table.tsx';

function End({ label }: { readonly label: Label }) {
  return (
    <>
      <KindIcon kind={label.kind} />
      <Name text={label.label} />
    </>
  );
}

const words = linksWords.columns;
export const linkColumns: readonly ListColumn<LinkRow>[] = [
  { id: 'from', title: words.from, width: 'minmax(180px, 3fr)', namesRow: true, cell: (row) => <End label={row.from} /> },
  {
    id: 'type',
    title: words.type,
    width: '148px',
    cell: (row) => <span className="link-type cut">{linkTerms[row.type].label}</span>,
  },
  { id: 'to', title: words.to, width: 'minmax(180px, 3fr)', cell: (row) => <End label={row.to} /> },
  {
    id: 'rationale',
    title: words.rationale,
    spare: 1,
    width: 'minmax(150px, 2.4fr)',
    cell: (row) => (
      <span className="cut soft" title={row.rationale ?? ''}>
        {row.rationale ?? '–'}
      </span>
    ),
  },
  { id: 'grade', title: words.grade, spare: 2, width: '62px', cell: (row) => <CredibilityBadge grade={row.grade} /> },
  { id: 'at', title: words.by, spare: 3, width: '168px', cell: (row) => <Moment at={row.at} /> },
];
