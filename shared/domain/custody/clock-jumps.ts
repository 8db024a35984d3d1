import type { CustodyEntry } from './custody-entry.ts';

/** An entry whose time does not fit the one before it; `ms` is how far off, signed. */
export type ClockJump = { readonly seq: number; readonly sort: 'backwards' | 'ahead' | 'behind'; readonly ms: number };

/** A clock that is kept right by the network drifts and is slewed; only what is clearly a jump is told. */
const leastJumpMs = 2_000;
const driftPerMs = 0.001;

/**
 * How the wall clock of `entry` fails to fit the entry before it, or `null`. `backwards`: earlier than the entry before it.
 * `ahead` and `behind`: within one sitting, more or less time went by on the wall clock than on the monotonic one. A computer that
 * slept is `ahead` too where the monotonic clock stands still in sleep (CLOCK_MONOTONIC on Linux).
 */
export function clockJump(before: CustodyEntry | undefined, entry: CustodyEntry): ClockJump | null {
  if (!before) return null;
  const wall = Date.parse(entry.at) - Date.parse(before.at);
  if (wall < 0) return { seq: entry.seq, sort: 'backwards', ms: wall };
  if (before.session !== entry.session || before.elapsed === null || entry.elapsed === null) return null;
  const passed = entry.elapsed - before.elapsed;
  const off = wall - passed;
  if (Math.abs(off) <= leastJumpMs + Math.abs(passed) * driftPerMs) return null;
  return { seq: entry.seq, sort: off > 0 ? 'ahead' : 'behind', ms: off };
}

/** Every place where the times of the log do not fit together, for entries in the order of the log. */
export function clockJumps(entries: readonly CustodyEntry[]): readonly ClockJump[] {
  return entries.flatMap((entry, index) => clockJump(entries[index - 1], entry) ?? []);
}
