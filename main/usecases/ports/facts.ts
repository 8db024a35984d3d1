import type { ObjectId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/instant.ts';

/** The facts and chances a command may use. Tests give fixed ones. */
export type Facts = {
  readonly now: () => Instant;
  readonly newId: () => ObjectId;
  readonly tool: string;
  /** Milliseconds of a clock that nobody can set, from any beginning; custody entries compare the wall clock with it. */
  readonly elapsed?: () => number;
};
