import type { CustodyAct } from '../custody/custody-entry.ts';
import type { Collection, ObjectOf } from './case-record.ts';

/** One write of one object. `custody` is never written by a verb: see {@link Change.custody}. */
export type Op = {
  [C in Exclude<Collection, 'custody'>]: { readonly put: C; readonly id: string; readonly value: ObjectOf<C> } | { readonly del: C; readonly id: string };
}[Exclude<Collection, 'custody'>];

/** What changed, by kind and id, never by content. */
export type CaseEvent =
  | { readonly type: 'changed'; readonly collections: readonly Collection[]; readonly ids: readonly string[] }
  | {
      readonly type: 'job';
      readonly jobId: string;
      readonly phase: JobPhase;
      readonly done: number;
      readonly total: number;
      readonly state: 'running' | 'done' | 'failed' | 'cancelled';
    };
export type JobPhase = 'reading' | 'hashing' | 'parsing' | 'sealing' | 'composing' | 'writing' | 'verifying';

/** Name of an edit for the history; a key of the wording table. */
export type EditLabel =
  | 'open-case'
  | 'edit-case'
  | 'take-in-evidence'
  | 'edit-evidence'
  | 'mark-at-risk'
  | 'redact-evidence'
  | 'export-evidence'
  | 'remove-evidence'
  | 'derive-evidence'
  | 'translate-evidence'
  | 'mark-place'
  | 'edit-place'
  | 'unmark-place'
  | 'draw-pages'
  | 'add-source'
  | 'edit-source'
  | 'rate-source'
  | 'assert-claim'
  | 'edit-claim'
  | 'rate-claim'
  | 'remove-claim'
  | 'edit-claims'
  | 'split-claim'
  | 'keep-filter'
  | 'remove-filter'
  | 'save-search'
  | 'rename-search'
  | 'remove-search'
  | 'watch-words'
  | 'edit-watch'
  | 'unwatch-words'
  | 'draw-link'
  | 'edit-link'
  | 'remove-link'
  | 'write-note'
  | 'revise-note'
  | 'remove-note'
  | 'add-entity'
  | 'edit-entity'
  | 'merge-entities'
  | 'place-entity'
  | 'save-board'
  | 'remove-board'
  | 'plan-dossier'
  | 'remove-dossier-plan'
  | 'export-dossier'
  | 'override-gate'
  | 'sign-off-dossier'
  | 'record-custody'
  | 'merge-branch'
  | 'take-from-branch'
  | 'repair-case'
  | 'sign-custody'
  | 'undo'
  | 'redo';

/** A decision of the domain: what to write, as data. The case store applies it whole or not at all, and keeps its inverse for undo. */
export type Change = { readonly label: EditLabel; readonly ops: readonly Op[]; readonly custody: readonly CustodyAct[] };
