import type { Queries } from '#shared/contract/contract.ts';
import type { Received } from '#shared/contract/message.ts';
import { entityName, roleOrName } from '#shared/domain/case/label-of.ts';
import { countOf, idsOf } from '#shared/domain/case/objects-of.ts';
import type { ClaimConditions, ClaimGrouping } from '#shared/domain/claim/kept-filter.ts';
import { ledgerGroupKey, ledgerKey } from '#shared/domain/claim/ledger-order.ts';
import { inOrder, type SortKey } from '#shared/kernel/in-order.ts';
import { done } from '#shared/kernel/reply.ts';
import { languageTag } from '#shared/wording/spoken.ts';
import type { QueryUse } from '../handler.ts';
import { partOf } from '../lists/list-part.ts';
import type { ReadingDesk } from '../ports/desk.ts';
import { claimRowsAt } from './claim-row.ts';
import { passingClaims } from './passing-claims.ts';

type Sort = NonNullable<Received<Queries['claims/ledger']>['sort']>;
type Group = { readonly at: number; readonly key: SortKey; readonly count: number };
type Lines = { readonly ids: readonly string[]; readonly groups: readonly Group[] };
type Wish = { readonly conditions: ClaimConditions; readonly sort: Sort | undefined; readonly grouping: ClaimGrouping; readonly byRole: boolean };

/** Which claims the ledger shows and in which order: decided once until something of it changes. Only those asked for are read. */
export const showLedger: QueryUse<'claims/ledger'> = async (desk, { sort, grouping = 'none', byRole = false, part, ...conditions }) => {
  const wish = { conditions, sort, grouping, byRole };
  const what = `ledger ${languageTag()} ${JSON.stringify([sort, grouping, byRole, Object.entries(conditions).sort()])}`;
  const { ids, groups } = desk.kept(what, ['claims', 'entities', 'links', 'evidence', 'sources'], () => lines(desk, wish));
  const shown = partOf(ids, countOf(desk.openCase.heads().claims), part, (wanted) => claimRowsAt(desk, wanted));
  return done({ ...shown, groups: part === undefined ? [...groups] : [], grouping });
};

export const showClaimRows: QueryUse<'claims/rows'> = async (desk, { ids }) => done(claimRowsAt(desk, ids));

function lines(desk: ReadingDesk, { conditions, sort, grouping, byRole }: Wish): Lines {
  const heads = desk.openCase.heads();
  // The order they were made in is known without looking at any.
  if (sort === undefined && grouping === 'none' && Object.keys(conditions).length === 0) return { ids: idsOf(heads.claims), groups: [] };
  const { compare } = new Intl.Collator(languageTag(), { numeric: true, sensitivity: 'base' });
  const named = byRole ? roleOrName : entityName;
  const passing = passingClaims(desk, conditions, byRole);
  const sorted = sort ? inOrder(passing, ledgerKey(sort.by, heads, desk.links(), named), sort.descending, compare) : passing;
  if (grouping === 'none') return { ids: sorted.map(({ id }) => id), groups: [] };
  const keyOf = ledgerGroupKey(grouping, heads, desk.links(), named);
  const keyed = sorted.map((claim) => ({ id: claim.id, key: keyOf(claim) }));
  return groupedLines(inOrder(keyed, ({ key }) => key, false, compare));
}

function groupedLines(keyed: readonly { readonly id: string; readonly key: SortKey }[]): Lines {
  const groups: { at: number; key: SortKey; count: number }[] = [];
  for (const [at, { key }] of keyed.entries()) {
    const last = groups.at(-1);
    if (last && last.key === key) last.count += 1;
    else groups.push({ at, key, count: 1 });
  }
  return { ids: keyed.map(({ id }) => id), groups };
}
