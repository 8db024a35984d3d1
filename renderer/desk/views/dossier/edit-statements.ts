/** A sentence of the summary while it is being written: `id` is absent until the case has stored it; `key` keeps its row. */
export type DraftStatement = { readonly key: string; readonly id?: string; readonly text: string; readonly citeIds: readonly string[] };

export function withStatement(
  all: readonly DraftStatement[],
  key: string,
  change: Partial<Pick<DraftStatement, 'text' | 'citeIds'>>,
): readonly DraftStatement[] {
  return all.map((one) => (one.key === key ? { ...one, ...change } : one));
}

/** Cites `id`, once, at the end. */
export function citing(statement: DraftStatement, id: string): readonly string[] {
  return statement.citeIds.includes(id) ? statement.citeIds : [...statement.citeIds, id];
}

export function notCiting(statement: DraftStatement, id: string): readonly string[] {
  return statement.citeIds.filter((cited) => cited !== id);
}

/** One place up (-1) or down (1); at the ends nothing moves. */
export function moved(all: readonly DraftStatement[], key: string, by: -1 | 1): readonly DraftStatement[] {
  const from = all.findIndex((one) => one.key === key);
  const other = all[from + by];
  const one = all[from];
  if (!one || !other) return all;
  return all.map((statement, i) => (i === from ? other : i === from + by ? one : statement));
}

/** Sentences that have words and cite nothing: the export would refuse them. */
export function uncitedOf(all: readonly DraftStatement[]): readonly DraftStatement[] {
  return all.filter((one) => one.text.trim() !== '' && one.citeIds.length === 0);
}

/** Claims an export holds: `null` stands for every claim, also those made later. */
export function toggledClaim(claimIds: readonly string[] | null, every: readonly string[], id: string): readonly string[] | null {
  const now = claimIds ?? every;
  const next = now.includes(id) ? now.filter((one) => one !== id) : every.filter((one) => one === id || now.includes(one));
  return next.length === every.length ? null : next;
}
