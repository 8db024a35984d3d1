import type { LinkRow } from '#shared/contract/links.ts';
import type { LinkHead } from '#shared/domain/case/case-heads.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import { labelOf } from '#shared/domain/case/label-of.ts';
import type { linkColumns } from '#shared/domain/case/list-columns.ts';
import type { LinkType } from '#shared/domain/link/link.ts';
import { rankOf } from '#shared/domain/rating/admiralty.ts';
import { foldText } from '#shared/domain/search/fold-text.ts';
import { done } from '#shared/kernel/reply.ts';
import { linkTerms } from '#shared/wording/english/terms.ts';
import type { QueryUse } from '../handler.ts';
import { labelWords } from '../lists/label-words.ts';
import { keptWords, type ListPlan, orderList, rowsOf } from '../lists/order-list.ts';
import type { ReadingDesk } from '../ports/desk.ts';
import { linkRow } from './list-links.ts';

type Plan = ListPlan<LinkHead, (typeof linkColumns)[number]>;
const ends = ['sources', 'evidence', 'claims', 'notes', 'entities', 'dossiers'] as const;

const planOf = (type: LinkType | undefined): Plan => ({
  name: type === undefined ? 'links' : `links of ${type}`,
  rows: rowsOf('links'),
  keys: {
    from: {
      of:
        (desk) =>
        ({ fromId }) =>
          labelOf(desk.openCase.heads(), fromId)?.label ?? null,
      reads: ends,
    },
    type: { of: () => (link) => linkTerms[link.type].label },
    to: {
      of:
        (desk) =>
        ({ toId }) =>
          labelOf(desk.openCase.heads(), toId)?.label ?? null,
      reads: ends,
    },
    rationale: {
      of:
        (desk) =>
        ({ id }) =>
          desk.openCase.record().links[id]?.rationale ?? null,
    },
    grade: {
      of:
        () =>
        ({ grade }) =>
          rankOf(grade),
    },
    at: {
      of:
        () =>
        ({ at }) =>
          at,
      plain: true,
    },
  },
  usual: null,
  found: (desk) => {
    const { links } = desk.openCase.record();
    const labels = labelWords(desk);
    const rationale = keptWords<LinkHead>(desk, 'rationales', ({ id }) => links[id]?.rationale ?? '');
    return (link) => `${labels(link.fromId)} ${foldText(linkTerms[link.type].label)} ${labels(link.toId)} ${rationale(link)}`;
  },
  foundReads: ends,
  ...(type !== undefined && { shows: (link: LinkHead) => link.type === type }),
});

/** Which links the list shows and in which order. */
export const orderLinks: QueryUse<'links/order'> = async (desk, { type, ...wish }) => done(await orderList(desk, planOf(type), wish, linkRowsAt));
export const showLinkRows: QueryUse<'links/rows'> = async (desk, { ids }) => done(linkRowsAt(desk, ids));

function linkRowsAt(desk: ReadingDesk, ids: readonly string[]): LinkRow[] {
  const [record, heads] = [desk.openCase.record(), desk.openCase.heads()];
  return ids.flatMap((id) => {
    const link = objectAt(record, 'link', id);
    return link ? [linkRow(heads, link)] : [];
  });
}
