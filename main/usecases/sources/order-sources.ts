import type { SourceHead } from '#shared/domain/case/case-heads.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import type { sourceColumns } from '#shared/domain/case/list-columns.ts';
import { earliestMoment } from '#shared/domain/moment/earliest-moment.ts';
import { rankOf } from '#shared/domain/rating/admiralty.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { keptWords, type ListPlan, orderList, rowsOf } from '../lists/order-list.ts';
import type { ReadingDesk } from '../ports/desk.ts';
import { sourceRowsAt, sourceUse } from './source-rows.ts';

const plan: ListPlan<SourceHead, (typeof sourceColumns)[number]> = {
  name: 'sources',
  rows: rowsOf('sources'),
  keys: {
    title: { of: () => (source) => source.title },
    publisher: { of: () => (source) => source.publisher },
    published: { of: () => (source) => (source.publishedAt === null ? null : earliestMoment(source.publishedAt)) },
    language: { of: (desk) => languageOf(desk) },
    reliability: { of: () => (source) => rankOf(source.reliability) },
    evidence: {
      of:
        (desk) =>
        ({ id }) =>
          sourceUse(desk).evidence.get(id)?.length ?? 0,
      reads: ['evidence', 'claims'],
    },
    claims: {
      of:
        (desk) =>
        ({ id }) =>
          sourceUse(desk).claims.get(id)?.size ?? 0,
      reads: ['evidence', 'claims'],
    },
    origin: {
      of:
        (desk) =>
        ({ originId }) =>
          originId === null ? null : (objectAt(desk.openCase.heads(), 'source', originId)?.title ?? null),
    },
  },
  usual: null,
  found: (desk) => {
    const { sources } = desk.openCase.record();
    return keptWords(desk, 'words of sources', ({ id, title, publisher, author }) => `${title} ${publisher ?? ''} ${author ?? ''} ${sources[id]?.url ?? ''}`);
  },
  foundReads: [],
};

function languageOf(desk: ReadingDesk): (source: SourceHead) => string | null {
  const { sources } = desk.openCase.record();
  return ({ id }) => sources[id]?.language ?? null;
}

/** Which sources the list shows and in which order. */
export const orderSources: QueryUse<'sources/order'> = async (desk, wish) => done(await orderList(desk, plan, wish, sourceRowsAt));
export const showSourceRows: QueryUse<'sources/rows'> = async (desk, { ids }) => done(sourceRowsAt(desk, ids));
