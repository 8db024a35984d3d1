import { readHeaderCopies } from '#main/casefile/header-copies.ts';
import { openSlots } from '#main/casefile/key-slots.ts';
import { stateOf } from './crash-check.ts';
import { checkpoint, derivedKey, makeCaseOn, openOn } from './crash-session.ts';
import { interruptedCase } from './interrupted-case.ts';
import { type DiskContent, type Fault, type RecordingDisk, recordingDisk } from './recording-file-system.ts';
import { contentOf, countingFacts, good, sampleEvidence, samplePassphrase, silently, takesIn, writesNote } from './stored-case.ts';
import { Watch } from './watched-edits.ts';

export const failingParts = ['a working life', 'a passphrase change', 'recovery at opening', 'the making of a case'] as const;
export type FailingPart = (typeof failingParts)[number];
/** `foundRefused`: an edit that was refused with a disk error was on the disk all the same. */
export type FailingOutcome = { readonly steps: number; readonly refusals: number; readonly foundRefused: boolean; readonly violations: readonly string[] };

/** How an error of the disk comes: which, from which step, for how many steps, and how much of the step happens first. */
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
  const fault: Fault = (step, op) => {
    // Reading takes no space.
    if (!plan || (op === 'read' && plan.code === 'ENOSPC')) return null;
    return step >= plan.from && step < plan.from + plan.length ? { code: plan.code, share: plan.share } : null;
  };
  if (part === 'the making of a case') return make(fault, plan);
  const disk = recordingDisk(part === 'recovery at opening' ? made.interrupted.content : made.content);
  return part === 'recovery at opening' ? recover(disk, fault, made) : work(disk, part, fault, plan, made);
}

async function work(disk: RecordingDisk, part: FailingPart, fault: Fault, plan: FaultPlan | null, made: MadeCase): Promise<FailingOutcome> {
  const { open, file } = good(await openOn(disk.fileSystem, made.caseKey, countingFacts()));
  const first = disk.steps();
  const fails: Fault = (step, op) => fault(step - first, op);
  disk.failWith(fails);
  const watch = new Watch(open);
  let secrets = [made.secretKey];
  if (part === 'a passphrase change') {
    const changed = await file.replacePassphrase({ kind: 'case-key', bytes: made.caseKey }, nextPassphrase, 0);
    watch.tell(changed.ok);
    // Refused, it may still have been done in one of the two copies: then the new one counts from the next opening on.
    secrets = changed.ok ? [made.nextKey] : [made.secretKey, made.nextKey];
    await watch.commit(writesNote(1));
  } else {
    for (let number = 1; number <= 4; number += 1) await watch.commit(writesNote(number, 'x'.repeat(number * 90)));
    const stored = await open.storeBlob(contentOf(Buffer.alloc(3_000, 'b')), silently);
    if (stored.ok) await watch.commit(takesIn(sampleEvidence(50, stored.value)));
    watch.tell(checkpoint(open, file).ok);
    if (await watch.commit(writesNote(5))) await watch.undo();
  }
  const steps = disk.steps() - first;
  if (plan?.code === 'ENOSPC') {
    // Room was made: work goes on in the same session.
    disk.failWith(null);
    if (!(await watch.commit(writesNote(60)))) watch.violations.push('does not go on after space was freed');
    disk.failWith(fails);
  }
  const closed = (await open.close()).ok;
  watch.tell(closed);
  if (!closed) await open.abandon();
  const all = Math.max(steps, disk.steps() - first);
  disk.failWith(null);
  const seen = await seenAfterwards(disk, made.caseKey, watch.kept, watch.refused);
  const header = readHeaderCopies(disk.fileSystem);
  const opens = secrets.some((key) => header.ok && openSlots(header.value.whole[0].header, key) !== null);
  const locked = opens ? [] : ['no passphrase that was set opens the case'];
  return { ...seen, steps: all, refusals: watch.refusals, violations: [...watch.violations, ...seen.violations, ...locked] };
}

/** Opening what a crash left, on a disk that fails while it is put right: it may be refused, and nothing may be lost by trying. */
async function recover(disk: RecordingDisk, fault: Fault, { caseKey, interrupted }: MadeCase): Promise<FailingOutcome> {
  disk.failWith(fault);
  const opened = await openOn(disk.fileSystem, caseKey, countingFacts());
  const violations: string[] = [];
  let kept = interrupted.state;
  let refused: readonly string[] = [];
  let refusals = 0;
  if (opened.ok) {
    const { open } = opened.value;
    if (stateOf(open) !== kept) violations.push(`opens with another state: ${JSON.stringify(open.openingFindings)}`);
    const watch = new Watch(open);
    for (const number of [21, 22]) await watch.commit(writesNote(number));
    await open.abandon();
    violations.push(...watch.violations);
    ({ kept, refused, refusals } = watch);
  } else {
    refusals = 1;
    if (!['unreadable-file', 'write-failed', 'case-damaged'].includes(opened.problem.kind)) violations.push(`does not open with ${opened.problem.kind}`);
  }
  const steps = disk.steps();
  disk.failWith(null);
  const seen = await seenAfterwards(disk, caseKey, kept, refused);
  return { ...seen, steps, refusals, violations: [...violations, ...seen.violations] };
}

export const nextPassphrase = Buffer.from('another passphrase');
export type MadeCase = {
  readonly content: DiskContent;
  readonly caseKey: Buffer;
  readonly secretKey: Buffer;
  readonly nextKey: Buffer;
  readonly interrupted: { readonly content: DiskContent; readonly state: string };
};

/** A new case, made once for all runs: deriving its keys takes longer than everything else. */
export async function madeCase(): Promise<MadeCase> {
  const disk = recordingDisk();
  const caseKey = await makeCaseOn(disk.fileSystem, countingFacts());
  const keyOf = (bytes: Uint8Array) => derivedKey(disk.fileSystem, { kind: 'passphrase', bytes });
  const content = disk.content();
  return {
    content,
    caseKey,
    secretKey: await keyOf(samplePassphrase),
    nextKey: await keyOf(nextPassphrase),
    interrupted: await interruptedCase(content, caseKey),
  };
}

async function make(fault: Fault, plan: FaultPlan | null): Promise<FailingOutcome> {
  const disk = recordingDisk();
  disk.failWith(fault);
  const caseKey = await makeCaseOn(disk.fileSystem, countingFacts(), []).catch((error: unknown) =>
    String(error).includes('write-failed') ? null : String(error),
  );
  const steps = disk.steps();
  disk.failWith(null);
  if (typeof caseKey === 'string') return { steps, refusals: 0, foundRefused: false, violations: [`the making ended with ${caseKey}`] };
  if (caseKey) return { ...(await seenAfterwards(disk, caseKey, null, [])), steps, refusals: 0 };
  // Only a disk that refuses to take files away as well may keep something of a case that was refused.
  const left = disk.content().files.size > 0;
  return { steps, refusals: 1, foundRefused: false, violations: left && plan?.length === 1 ? ['something of a refused case was left'] : [] };
}

async function seenAfterwards(
  disk: RecordingDisk,
  caseKey: Buffer,
  kept: string | null,
  refused: readonly string[],
): Promise<Omit<FailingOutcome, 'steps' | 'refusals'>> {
  const again = await openOn(disk.fileSystem, caseKey, countingFacts());
  if (!again.ok) return { foundRefused: false, violations: [`does not open again: ${again.problem.kind}`] };
  const { open } = again.value;
  const violations: string[] = [];
  const state = stateOf(open);
  const foundRefused = kept !== null && state !== kept && refused.includes(state);
  if (kept !== null && state !== kept && !foundRefused) violations.push(`holds another state: ${JSON.stringify(open.openingFindings)}`);
  if (open.readOnly || open.openingFindings.some(({ severity }) => severity === 'damage'))
    violations.push(`told as damage: ${JSON.stringify(open.openingFindings)}`);
  if (!(await open.commit(writesNote(9))).ok) violations.push('cannot go on');
  const verified = await open.verify(silently);
  if (!verified.ok || verified.value.findings.some(({ severity }) => severity === 'damage')) violations.push(`not sound: ${JSON.stringify(verified)}`);
  if (['blob', 'snap'].some((folder) => disk.fileSystem.list(folder).some((name) => name.endsWith('.part')))) violations.push('a half file was left');
  await open.abandon();
  return { foundRefused, violations };
}
