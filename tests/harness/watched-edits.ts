import type { OpenCase } from '#main/casestore/open-case.ts';
import { applyOp, type StoredRecord } from '#main/casestore/stored-objects.ts';
import { stateOf, stateOfRecord } from './crash-check.ts';
import { copyOfRecord, type writesNote } from './stored-case.ts';

/**
 * Edits on a failing disk, watched: what is acknowledged, and what a reader may find instead. After a disk error nobody knows whether a
 * refused edit reached the medium, so each state that one of them alone would have made counts until something later is acknowledged.
 */
export class Watch {
  readonly violations: string[] = [];
  refusals = 0;
  kept: string;
  refused: string[] = [];
  private readonly open: OpenCase;
  private readonly before: string[] = [];

  constructor(open: OpenCase) {
    this.open = open;
    this.kept = stateOf(open);
  }

  async commit(decide: ReturnType<typeof writesNote>): Promise<boolean> {
    const there = this.kept;
    const asked = this.withEdit(decide);
    const committed = await this.open.commit(decide);
    if (committed.ok) this.before.push(there);
    else if (committed.problem.kind === 'write-failed') this.refused.push(asked);
    else if (committed.problem.kind !== 'read-only') this.violations.push(`refused with ${committed.problem.kind}`);
    this.settle(committed.ok);
    if (committed.ok && this.kept !== asked) this.violations.push('an edit made something else of the record');
    return committed.ok;
  }

  /** Takes the last acknowledged edit back. */
  async undo(): Promise<void> {
    const asked = this.before.at(-1);
    const undone = await this.open.undo();
    if (!undone.ok && asked !== undefined) this.refused.push(asked);
    this.settle(undone.ok);
  }

  /** Something that changes nothing of the record. */
  tell(ok: boolean): void {
    if (!ok) this.refusals += 1;
    if (stateOf(this.open) !== this.kept) this.violations.push('a refused step changed the record');
  }

  private settle(ok: boolean): void {
    if (ok) {
      this.kept = stateOf(this.open);
      this.refused = [];
    } else this.tell(false);
  }

  private withEdit(decide: ReturnType<typeof writesNote>): string {
    const record = copyOfRecord(this.open.record()) as StoredRecord;
    const change = decide();
    if (!change.ok) throw new Error('an edit of the test that decides against itself');
    for (const op of change.value.ops) applyOp(record, op);
    return stateOfRecord(record, change.value.custody);
  }
}
