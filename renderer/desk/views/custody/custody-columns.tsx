import type { z } from 'zod';
import type { caseQueries } from '#shared/contract/case.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { Badge } from '../../components/badge/badge.tsx';
import { Moment } from '../../components/moment/moment.tsx';
import { Name } from '../../components/name/name.tsx';
import type { Column } from '../../components/table/columns.ts';
import { actionName } from './action-name.ts';

export type CustodyRow = z.infer<(typeof caseQueries)['custody/list']['output']>['entries'][number];
const words = deskWords.custody;

export const custodyColumns: readonly Column<CustodyRow>[] = [
  { id: 'seq', title: words.seq, width: '56px', align: 'end', cell: (row) => row.seq, sortBy: (row) => row.seq },
  { id: 'at', title: words.at, width: '186px', cell: (row) => <Moment at={row.at} precise />, sortBy: (row) => row.at },
  { id: 'action', title: words.action, width: '104px', namesRow: true, cell: (row) => <Badge>{actionName(row.action)}</Badge>, sortBy: (row) => row.action },
  {
    id: 'evidence',
    title: words.evidence,
    width: 'minmax(140px, 2fr)',
    cell: (row) => <Name text={row.evidenceName} />,
    sortBy: (row) => row.evidenceName,
  },
  {
    id: 'actor',
    spare: 3,
    title: words.actor,
    width: 'minmax(90px, 1fr)',
    cell: (row) => <Name text={row.actor} />,
    sortBy: (row) => row.actor,
  },
  {
    id: 'reason',
    spare: 2,
    title: words.reason,
    width: 'minmax(90px, 1fr)',
    cell: (row) => <Name text={row.reason ?? ''} />,
    sortBy: (row) => row.reason,
  },
  {
    id: 'digest',
    spare: 4,
    title: words.digest,
    width: '150px',
    cell: (row) => (
      <span className="mono cut" title={row.digest}>
        {row.digest.slice(0, 16)}
      </span>
    ),
  },
];
