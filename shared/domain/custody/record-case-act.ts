import { done, type Reply } from '#shared/kernel/reply.ts';
import type { Change } from '../case/change.ts';
import type { CustodyAction } from './custody-entry.ts';

/** What can happen to a case as a whole. */
export type CaseAct = Extract<
  CustodyAction,
  | 'exported'
  | 'key-added'
  | 'key-removed'
  | 'passphrase-changed'
  | 'travel-locked'
  | 'backed-up'
  | 'compacted'
  | 're-keyed'
  | 'repaired'
  | 'migrated'
  | 'branch-resolved'
>;

/**
 * Writes into the custody log that something happened to the case as a whole. `reason` says what in a few words, never a secret:
 * `openCase.commit(() => recordCaseAct('backed-up', 'to another folder'), { undoable: false })`.
 */
export function recordCaseAct(action: CaseAct, reason: string | null): Reply<Change> {
  const act = { action, evidenceId: null, reason, sha256Before: null, sha256After: null };
  return done({ label: 'record-custody', ops: [], custody: [act] });
}
