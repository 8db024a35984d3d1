import type { NamedView } from './menu-plan.ts';

/** What the desk says its views are, or null when it is no such list: it comes from a page and becomes a menu of the system. */
export function namedViews(told: unknown): readonly NamedView[] | null {
  if (!Array.isArray(told) || told.length > 60) return null;
  const views = told.flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null || !('id' in each) || !('title' in each)) return [];
    const { id, title } = each;
    return typeof id === 'string' && /^[a-z][a-z-]{0,40}$/.test(id) && typeof title === 'string' && title.length <= 200 ? [{ id, title }] : [];
  });
  return views.length === told.length ? views : null;
}
