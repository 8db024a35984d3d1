import type { Kept, KeptOf, KeptUp } from '#main/usecases/ports/desk.ts';
import type { Collection } from '#shared/domain/case/case-record.ts';
import type { CaseEvent } from '#shared/domain/case/change.ts';

export type KeptWork = { readonly kept: Kept; readonly keptOf: KeptOf; readonly keptUp: KeptUp; readonly noteChange: (event: CaseEvent) => void };

/** Pieces of work kept at a time, the latest asked for: an order of 50,000 ids takes some megabytes. */
const mostKept = 48;

/** What was worked out of the case and need not be worked out again before something that it was read from changes. */
export function keptWork(): KeptWork {
  const whole = new Map<string, { readonly reads: readonly Collection[]; readonly worked: unknown }>();
  const upToDate = new Map<string, { readonly worked: unknown; readonly changed: Set<string> }>();
  const single = new Map<string, Map<string, unknown>>();
  return {
    kept: <T>(what: string, reads: readonly Collection[], work: () => T): T => {
      const found = whole.get(what);
      whole.delete(what);
      const entry = found ?? { reads, worked: work() };
      whole.set(what, entry);
      // A piece of work that failed is tried anew by the next who asks; who asked first is told.
      if (!found && entry.worked instanceof Promise) entry.worked.catch(() => whole.get(what) === entry && whole.delete(what));
      const [oldest] = whole.keys();
      if (whole.size > mostKept && oldest !== undefined) whole.delete(oldest);
      return entry.worked as T;
    },
    keptOf: <V>(what: string): Map<string, V> => {
      const found = single.get(what) ?? new Map<string, unknown>();
      single.set(what, found);
      return found as Map<string, V>;
    },
    keptUp: <T>(what: string, begin: () => T) => {
      const found = upToDate.get(what) ?? { worked: begin(), changed: new Set<string>() };
      upToDate.set(what, found);
      return found as { readonly worked: T; readonly changed: Set<string> };
    },
    noteChange: (event) => {
      if (event.type !== 'changed') return;
      for (const [what, { reads }] of [...whole]) if (reads.some((collection) => event.collections.includes(collection))) whole.delete(what);
      for (const known of single.values()) for (const id of event.ids) known.delete(id);
      for (const { changed } of upToDate.values()) for (const id of event.ids) changed.add(id);
    },
  };
}
