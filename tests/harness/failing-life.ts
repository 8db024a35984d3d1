import { readHeaderCopies } from '#main/casefile/header-copies.ts';
import { openSlots } from '#main/casefile/key-slots.ts';
import type { OpenCase } from '#main/casestore/open-case.ts';
import { stateOf } from './crash-check.ts';
import { checkpoint, derivedKey, makeCaseOn, openOn } from './crash-session.ts';
import { type DiskContent, type Fault, type RecordingDisk, recordingDisk } from './recording-file-system.ts';
import { contentOf, countingFacts, good, sampleEvidence, samplePassphrase, silently, takesIn, writesNote } from './stored-case.ts';

export type FailingPart = 'a working life' | 'a passphrase change' | 'the making of a case';
export type FailingOutcome = { readonly steps: number; readonly refusals: number; readonly violations: readonly string[] };

/** How an error of the disk comes: which, from which step, for how many steps, and how much of a write happens first. */
export type FaultPlan = { readonly code: 'EIO' | 'ENOSPC'; readonly from: number; readonly length: number; readonly share: number };

const bursts = [1, 4, Number.POSITIVE_INFINITY];
const shares = [0, 0.4, 1];

/** Every plan for a part of so many steps. */
export function* faultPlans(steps: number): Iterable<FaultPlan> {
  for (let from = 0; from < steps; from += 1)
    for (const code of ['EIO', 'ENOSPC'] as const) for (const length of bursts) for (const share of shares) yield { code, from, length, share };
}

/** One part of the life of a case on a disk that fails as planned (`null`: a sound one), then the same disk, sound again. */
export async function liveOnFailingDisk(part: FailingPart, made: MadeCase, plan: FaultPlan | null): Promise<FailingOutcome> {
  const fault: Fault = (step) => (plan && step >= plan.from && step < plan.from + plan.length ? { code: plan.code, share: plan.share } : null);
  if (part === 'the making of a case') return make(fault);
  const disk = recordingDisk(made.content);
  const { open, file } = good(await openOn(disk.fileSystem, made.caseKey, countingFacts()));
  const first = disk.steps();
  disk.failWith((step, op) => fault(step - first, op));
  const watch = new Watch(open);
  let secretKey = made.secretKey;
  let otherKey: Buffer | null = null;
  if (part === 'a passphrase change') {
    watch.tell((await file.replacePassphrase({ kind: 'case-key', bytes: made.caseKey }, nextPassphrase, 0)).ok, () => {
      secretKey = made.nextKey;
    });
    if (secretKey !== made.nextKey) otherKey = made.nextKey;
    await watch.commit(writesNote(1));
  } else {
    for (let number = 1; number <= 4; number += 1) await watch.commit(writesNote(number, 'x'.repeat(number * 90)));
    const stored = await open.storeBlob(contentOf(Buffer.alloc(3_000, 'b')), silently);
    if (stored.ok) await watch.commit(takesIn(sampleEvidence(50, stored.value)));
    watch.tell(checkpoint(open, file).ok);
    await watch.commit(writesNote(5));
    watch.tell((await open.undo()).ok, () => watch.keep());
  }
  const steps = disk.steps() - first;
  if (plan?.code === 'ENOSPC') {
    // Room was made: work goes on in the same session.
    disk.failWith(null);
    if (!(await watch.commit(writesNote(60)))) watch.violations.push('does not go on after space was freed');
    disk.failWith((step, op) => fault(step - first, op));
  }
  const closed = (await open.close()).ok;
  watch.tell(closed);
  if (!closed) await open.abandon();
  disk.failWith(null);
  const seen = await seenAfterwards(disk, made.caseKey, watch.kept);
  const header = readHeaderCopies(disk.fileSystem);
  const opens = (key: Buffer) => header.ok && openSlots(header.value.whole[0].header, key) !== null;
  const locked = opens(secretKey) || (otherKey !== null && opens(otherKey)) ? [] : ['the passphrase does not open the case'];
  return { steps: Math.max(steps, disk.steps() - first), refusals: watch.refusals, violations: [...watch.violations, ...seen, ...locked] };
}

export const nextPassphrase = Buffer.from('another passphrase');
export type MadeCase = { readonly content: DiskContent; readonly caseKey: Buffer; readonly secretKey: Buffer; readonly nextKey: Buffer };

/** A new case, made once for all runs: deriving its keys takes longer than everything else. */
export async function madeCase(): Promise<MadeCase> {
  const disk = recordingDisk();
  const caseKey = await makeCaseOn(disk.fileSystem, countingFacts());
  const keyOf = (bytes: Uint8Array) => derivedKey(disk.fileSystem, { kind: 'passphrase', bytes });
  return { content: disk.content(), caseKey, secretKey: await keyOf(samplePassphrase), nextKey: await keyOf(nextPassphrase) };
}

async function make(fault: Fault): Promise<FailingOutcome> {
  const disk = recordingDisk();
  disk.failWith(fault);
  const caseKey = await makeCaseOn(disk.fileSystem, countingFacts()).catch((error: unknown) => (String(error).includes('write-failed') ? null : String(error)));
  const steps = disk.steps();
  disk.failWith(null);
  if (typeof caseKey === 'string') return { steps, refusals: 0, violations: [`the making ended with ${caseKey}`] };
  if (caseKey) return { steps, refusals: 0, violations: await seenAfterwards(disk, caseKey, null) };
  const header = readHeaderCopies(disk.fileSystem);
  return { steps, refusals: 1, violations: header.ok ? ['a case that was refused is there'] : [] };
}

async function seenAfterwards(disk: RecordingDisk, caseKey: Buffer, kept: string | null): Promise<readonly string[]> {
  const again = await openOn(disk.fileSystem, caseKey, countingFacts());
  if (!again.ok) return [`does not open again: ${again.problem.kind}`];
  const { open } = again.value;
  const violations: string[] = [];
  if (kept !== null && stateOf(open) !== kept) violations.push(`holds another state: ${JSON.stringify(open.openingFindings)}`);
  if (!(await open.commit(writesNote(9))).ok) violations.push('cannot go on');
  const verified = await open.verify(silently);
  if (!verified.ok || verified.value.findings.some(({ severity }) => severity === 'damage')) violations.push(`not sound: ${JSON.stringify(verified)}`);
  if (disk.fileSystem.list('blob').some((name) => name.endsWith('.part'))) violations.push('a half import was left');
  await open.abandon();
  return violations;
}

/** Counts refusals and holds the last acknowledged state. */
class Watch {
  readonly violations: string[] = [];
  refusals = 0;
  kept: string;
  readonly open: OpenCase;
  constructor(open: OpenCase) {
    this.open = open;
    this.kept = stateOf(open);
  }
  keep(): void {
    this.kept = stateOf(this.open);
  }
  tell(ok: boolean, whenDone: () => void = () => undefined): void {
    if (ok) whenDone();
    else this.refusals += 1;
    if (stateOf(this.open) !== this.kept) this.violations.push('a refused edit changed the record');
  }
  async commit(decide: ReturnType<typeof writesNote>): Promise<boolean> {
    const committed = await this.open.commit(decide);
    if (!committed.ok && committed.problem.kind !== 'write-failed' && committed.problem.kind !== 'read-only')
      this.violations.push(`refused with ${committed.problem.kind}`);
    this.tell(committed.ok, () => this.keep());
    return committed.ok;
  }
}
