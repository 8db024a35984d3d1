import type { CaseEvent } from '../domain/case/change.ts';
import type { Reply } from '../kernel/reply.ts';
import type { CommandName, QueryName } from './contract.ts';

/**
 * What the desk and the case process say to each other over a MessagePort of their own. The shell gives both their ends and sees
 * nothing of it: it outlives the lock, and whatever it had carried could be found in its memory (tests/e2e/memory.spec.ts).
 */
export type DeskToCase = {
  readonly ask: 'command' | 'query';
  /** Numbers the question; its answer bears the same. */
  readonly call: number;
  readonly name: CommandName | QueryName;
  readonly input: unknown;
};
export type CaseToDesk =
  | { readonly tell: 'answer'; readonly call: number; readonly reply: Reply<unknown> }
  | { readonly tell: 'event'; readonly event: CaseEvent };
