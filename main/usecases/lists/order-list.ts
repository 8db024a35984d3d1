import type { ListPart } from '#shared/contract/ordered-list.ts';
import type { CaseHeads } from '#shared/domain/case/case-heads.ts';
import type { Collection } from '#shared/domain/case/case-record.ts';
import { countOf, eachOf, idsOf } from '#shared/domain/case/objects-of.ts';
import { foldText } from '#shared/domain/search/fold-text.ts';
import { inOrder, type SortKey } from '#shared/kernel/in-order.ts';
import { languageTag } from '#shared/wording/spoken.ts';
import type { ReadingDesk } from '../ports/desk.ts';
import { inTurns } from './in-turns.ts';
import { type ListAnswer, partOf } from './list-part.ts';

/** What a list is sorted by. `plain` keys, such as times, are compared unit by unit; `reads` names what else of the case they depend on. */
export type ListKey<H> = { readonly of: (desk: ReadingDesk) => (head: H) => SortKey; readonly plain?: boolean; readonly reads?: readonly Collection[] };
/** What a list is of, in the order it was added; `reads` names the collections this follows from. */
export type ListRows<H> = {
  readonly reads: readonly Collection[];
  readonly all: (desk: ReadingDesk) => Iterable<H>;
  readonly ids: (desk: ReadingDesk) => readonly string[];
  readonly count: (desk: ReadingDesk) => number;
};
/** A list whose order is decided here, and of which only the rows in sight are ever read. `name` is its own among all. */
export type ListPlan<H extends { readonly id: string }, C extends string> = {
  readonly name: string;
  readonly rows: ListRows<H>;
  readonly keys: { readonly [K in C]: ListKey<H> };
  /** How it comes when nobody sorts it; `null`: as it was added. */
  readonly usual: { readonly by: C; readonly descending: boolean } | null;
  /** What a row is narrowed by, folded as {@link foldText} does; `foundReads` names what of the case it depends on. */
  readonly found: (desk: ReadingDesk) => (head: H) => string;
  readonly foundReads: readonly Collection[];
  /** Which of the collection the list shows; all when absent. */
  readonly shows?: (head: H) => boolean;
};
export type ListWish<C extends string> = {
  readonly match?: string | undefined;
  readonly sort?: { readonly by: C; readonly descending: boolean } | undefined;
  readonly part?: ListPart | undefined;
};

/** The part that is wanted of a list. What was decided of its order holds until something it depends on changes. */
export async function orderList<H extends { readonly id: string }, C extends string, R>(
  desk: ReadingDesk,
  plan: ListPlan<H, C>,
  wish: ListWish<C>,
  rowsAt: (desk: ReadingDesk, ids: readonly string[]) => R[],
): Promise<ListAnswer<R>> {
  const sorted = sortedIds(desk, plan, wish.sort ?? plan.usual);
  const ids = await narrowed(desk, plan, sorted, foldText(wish.match ?? '').trim());
  return partOf(ids, plan.rows.count(desk), wish.part, (wanted) => rowsAt(desk, wanted));
}

function sortedIds<H extends { readonly id: string }, C extends string>(
  desk: ReadingDesk,
  plan: ListPlan<H, C>,
  sort: ListPlan<H, C>['usual'],
): readonly string[] {
  const { rows, shows } = plan;
  const all = () => (shows ? [...rows.all(desk)].filter(shows) : [...rows.all(desk)]);
  if (sort === null) return desk.kept(plan.name, rows.reads, () => (shows ? all().map(({ id }) => id) : rows.ids(desk)));
  const { of, plain = false, reads = [] } = plan.keys[sort.by];
  return desk.kept(`${plan.name} by ${sort.by}${sort.descending ? ' down' : ''} ${languageTag()}`, [...rows.reads, ...reads], () => {
    const { compare } = new Intl.Collator(languageTag(), { numeric: true, sensitivity: 'base' });
    return inOrder(all(), of(desk), sort.descending, plain ? unitByUnit : compare).map(({ id }) => id);
  });
}

const unitByUnit = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

/** Those of `ids` that have every word wanted. */
async function narrowed<H extends { readonly id: string }, C extends string>(
  desk: ReadingDesk,
  plan: ListPlan<H, C>,
  ids: readonly string[],
  wanted: string,
): Promise<readonly string[]> {
  const words = wanted.split(/\s+/u).filter(Boolean);
  if (words.length === 0) return ids;
  const fitting = await desk.kept(`${plan.name} with ${words.join(' ')}`, [...plan.rows.reads, ...plan.foundReads], async () => {
    const found = plan.found(desk);
    const fit = new Set<string>();
    await inTurns(plan.rows.all(desk), (head) => {
      const text = found(head);
      if (words.every((word) => text.includes(word))) fit.add(head.id);
    });
    return fit;
  });
  return ids.filter((id) => fitting.has(id));
}

/** What `read` tells of each object, worked out once until the object changes. */
export function keptWords<H extends { readonly id: string }>(desk: ReadingDesk, what: string, read: (head: H) => string): (head: H) => string {
  const known = desk.keptOf<string>(what);
  return (head) => {
    const found = known.get(head.id) ?? foldText(read(head));
    known.set(head.id, found);
    return found;
  };
}

/** The rows of a list that shows a collection. */
export function rowsOf<C extends Exclude<Collection, 'meta' | 'custody'>>(collection: C): ListRows<CaseHeads[C][string]> {
  const of = (desk: ReadingDesk) => desk.openCase.heads()[collection] as { readonly [id: string]: CaseHeads[C][string] };
  return { reads: [collection], all: (desk) => eachOf(of(desk)), ids: (desk) => idsOf(of(desk)), count: (desk) => countOf(of(desk)) };
}
