import type { Label } from '#shared/contract/case.ts';
import type { LinkRow } from '#shared/contract/links.ts';
import { rankOf } from '#shared/domain/rating/admiralty.ts';
import { linkTerms } from '#shared/wording/english/terms.ts';
import { linksWords } from '#shared/wording/english/views/links-words.ts';
import { CredibilityBadge } from '../../components/badge/grade-badge.tsx';
import { KindIcon } from '../../components/chip/kind-icon.tsx';
import { Moment } from '../../components/moment/moment.tsx';
import { Name } from '../../components/name/name.tsx';
import type { Column } from '../../components/table/columns.ts';

function End({ label }: { readonly label: Label }) {
  return (
    <>
      <KindIcon kind={label.kind} />
      <Name text={label.label} />
    </>
  );
}

const words = linksWords.columns;
export const linkId = (row: LinkRow) => row.id;
export const linkColumns: readonly Column<LinkRow>[] = [
  { id: 'from', title: words.from, width: 'minmax(180px, 3fr)', namesRow: true, cell: (row) => <End label={row.from} />, sortBy: (row) => row.from.label },
  {
    id: 'type',
    title: words.type,
    width: '148px',
    cell: (row) => <span className="link-type cut">{linkTerms[row.type].label}</span>,
    sortBy: (row) => row.type,
  },
  { id: 'to', title: words.to, width: 'minmax(180px, 3fr)', cell: (row) => <End label={row.to} />, sortBy: (row) => row.to.label },
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
    sortBy: (row) => row.rationale,
  },
  { id: 'grade', title: words.grade, spare: 2, width: '62px', cell: (row) => <CredibilityBadge grade={row.grade} />, sortBy: (row) => rankOf(row.grade) },
  { id: 'at', title: words.by, spare: 3, width: '168px', cell: (row) => <Moment at={row.at} />, sortBy: (row) => row.at },
];
