import { createHash } from 'node:crypto';
import { anchorName, decodeAnchor } from '#main/casefile/anchor.ts';
import type { CaseKeys } from '#main/casefile/case-keys.ts';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { readHeaderCopies } from '#main/casefile/header-copies.ts';
import { openSlots } from '#main/casefile/key-slots.ts';
import type { OpenCase } from '#main/casestore/open-case.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import type { CustodyAct } from '#shared/domain/custody/custody-entry.ts';
import { type Closeness, fatesOf } from './crash-fates.ts';
import { anchorsBeside, openOn, seededRandom } from './crash-session.ts';
import { crashAfter, effectsOf, unsettledEffects } from './crashed-disk.ts';
import { type DiskContent, type DiskOperation, recordingDisk } from './recording-file-system.ts';
import { countingFacts, good, silently, writesNote } from './stored-case.ts';

/**
 * What the case held when something was acknowledged, after how many steps of the disk, and which secret opened it then. `after` is
 * infinite for what was only read back after a kill: it may be there, and must be as soon as something later is acknowledged.
 */
export type Acknowledged = {
  readonly after: number;
  readonly state: string;
  readonly secret?: number;
  /** Edits that the computer remembered the case by then. */
  readonly anchored?: number;
};
export type RecordedSession = {
  readonly start: DiskContent;
  readonly operations: readonly DiskOperation[];
  readonly caseKey: Buffer;
  readonly acknowledged: readonly Acknowledged[];
  /** Keys derived from each passphrase the case had, in order; empty when the session changes none. */
  readonly secrets?: readonly Buffer[];
  /** The case was put there by another program that synced nothing: before the first acknowledgement it is not ours to keep. */
  readonly copied?: boolean;
};

export type CrashCount = {
  states: number;
  recoveryStates: number;
  readonly violations: string[];
  readonly seen: Set<string>;
  readonly seenInRecovery: Set<string>;
};
export function newCrashCount(): CrashCount {
  return { states: 0, recoveryStates: 0, violations: [], seen: new Set(), seenInRecovery: new Set() };
}

export type CrashWork = {
  readonly close: Closeness;
  readonly seed: number;
  /** Asked before every state; `true` ends the work. */
  readonly enough: () => boolean;
  /** Of so many states of a first crash one is recovered from on a recorded disk that crashes again; 0 for none. Asked each time. */
  readonly recoverEach: number | (() => number);
  readonly recoverClosely?: Closeness;
  readonly stopAtFirst?: boolean;
};

export function stateOf(open: OpenCase): string {
  return stateOfRecord(open.record(), []);
}

/** `acts`: custody that is about to be added. */
export function stateOfRecord(record: CaseRecord, acts: readonly CustodyAct[]): string {
  const custody = [...Object.values(record.custody), ...acts].map((entry) => [entry.action, 'evidenceId' in entry ? entry.evidenceId : null]);
  return JSON.stringify([Object.entries(record.notes).sort(), Object.keys(record.evidence).sort(), custody]);
}

/** The number of the note written after a first crash; one more after a crash in recovery. */
const noteAfterCrash = 0x77_0000;

/**
 * Stops the world after every step of a session, in every way the disk might have kept what was not synced, and opens the case
 * again: it must hold a state no older than the last acknowledged one and no newer than what was being written, give every exhibit
 * byte for byte, open with the secret that was acknowledged, be without damage, and take and keep another edit.
 */
export async function crashEverywhere(session: RecordedSession, work: CrashWork, count: CrashCount = newCrashCount(), depth = 0): Promise<CrashCount> {
  const { start, operations, acknowledged } = session;
  const effects = effectsOf(start, operations);
  const random = seededRandom(work.seed);
  const judged = new Set<string>();
  const seen = depth === 0 ? count.seen : count.seenInRecovery;
  let fresh = 0;
  for (let steps = 0; steps <= operations.length; steps += 1) {
    const needed = acknowledged.findLastIndex(({ after }) => after <= steps);
    if (session.copied && needed < 0) continue;
    const after = crashAfter(start, effects, steps);
    for (const fates of fatesOf(unsettledEffects(effects, steps), steps, work.close, random)) {
      if (work.enough() || (work.stopAtFirst && count.violations.length > 0)) return count;
      const content = after(fates);
      const digest = digestOf(content);
      if (judged.has(`${digest} ${needed}`)) continue;
      judged.add(`${digest} ${needed}`);
      if (!seen.has(digest)) fresh += 1;
      seen.add(digest);
      const where = `${depth === 0 ? 'crash' : 'second crash'} after step ${steps} of ${operations.length} (${told(operations[steps - 1])})`;
      const wrong = await judge(content, session, needed, noteAfterCrash + depth);
      count.violations.push(...wrong.map((one) => `${where}: ${one}`));
      const each = typeof work.recoverEach === 'number' ? work.recoverEach : work.recoverEach();
      const again = depth === 0 && each > 0 && wrong.length === 0 && needed >= 0 && fresh % each === 0;
      if (again) {
        const recovery = await recordRecovery(content, session.caseKey, session.secrets ?? [], fresh % 2 === 0);
        await crashEverywhere(recovery, { ...work, close: work.recoverClosely ?? work.close, recoverEach: 0 }, count, 1);
      }
      count.states = count.seen.size;
      count.recoveryStates = count.seenInRecovery.size;
    }
  }
  return count;
}

/** The first session after a crash, on a disk that is written down: opening, an edit, and often a close with its snapshot. */
async function recordRecovery(content: DiskContent, caseKey: Buffer, secrets: readonly Buffer[], closes: boolean): Promise<RecordedSession> {
  const disk = recordingDisk(content);
  const secret = secretOf(disk.fileSystem, secrets);
  const { open, file } = good(await openOn(disk.fileSystem, caseKey, countingFacts()));
  const acknowledged: Acknowledged[] = [{ after: 0, state: stateOf(open), secret }];
  good(await open.commit(writesNote(noteAfterCrash)));
  acknowledged.push({ after: disk.operations.length, state: stateOf(open), secret, anchored: anchoredEdits(disk.fileSystem, file.keys) });
  if (closes) good(await open.close());
  else await open.abandon();
  return { start: content, operations: disk.operations, caseKey, acknowledged, secrets };
}

async function judge(content: DiskContent, session: RecordedSession, needed: number, note: number): Promise<readonly string[]> {
  const disk = recordingDisk(content);
  const secret = secretOf(disk.fileSystem, session.secrets ?? []);
  const opened = await openOn(disk.fileSystem, session.caseKey, countingFacts());
  if (!opened.ok) {
    // Before the making of a case was acknowledged there may be none.
    const mayBeNone = needed < 0 && (opened.problem.kind === 'not-a-case' || opened.problem.kind === 'case-damaged');
    return mayBeNone ? [] : [`does not open: ${opened.problem.kind}`];
  }
  const { open } = opened.value;
  let state = '';
  try {
    state = stateOf(open);
    const told = JSON.stringify(open.openingFindings);
    const inFlight = session.acknowledged.findIndex(({ after }, index) => index > needed && Number.isFinite(after));
    const fits = session.acknowledged.slice(Math.max(needed, 0), inFlight < 0 ? undefined : inFlight + 1);
    if (!fits.some((each) => each.state === state)) return [`lost or invented an edit (${needed} acknowledged): ${told}`];
    if (!fits.some((each) => (each.secret ?? -1) === secret)) return [`opens with secret ${secret} after ${needed}`];
    if (open.readOnly) return [`read-only after a crash: ${told}`];
    if (open.openingFindings.some(({ severity }) => severity === 'damage')) return [`damage after a crash: ${told}`];
    const remembered = Math.max(-1, ...session.acknowledged.slice(0, needed + 1).map(({ anchored = -1 }) => anchored));
    if (anchoredEdits(disk.fileSystem, opened.value.file.keys) < remembered) return [`the computer forgot that it saw ${remembered} edits`];
    const wrong = await wrongExhibit(open);
    if (wrong !== null) return [wrong];
    if ([...disk.content().files.keys()].some((path) => path.endsWith('.part'))) return ['an unfinished file was left'];
    if (needed >= 0 && !session.copied && content.files.get('README.txt')?.length !== readmeBytes) return ['the note for finders is not whole'];
    const committed = await open.commit(writesNote(note));
    if (!committed.ok) return [`cannot go on: ${committed.problem.kind}`];
    state = stateOf(open);
  } finally {
    await open.abandon();
  }
  const again = await openOn(disk.fileSystem, session.caseKey, countingFacts(), 'read');
  if (!again.ok) return [`does not open again: ${again.problem.kind}`];
  const kept = stateOf(again.value.open);
  // The whole verification takes as long as everything before; one state in sixteen stands for the others.
  const unsound = digestOf(content).startsWith('0')
    ? (await good(await again.value.open.verify(silently))).findings.filter(({ severity }) => severity === 'damage')
    : [];
  await again.value.open.abandon();
  if (unsound.length > 0) return [`not sound: ${JSON.stringify(unsound)}`];
  return kept === state ? [] : ['the edit after the crash is gone'];
}

/** How many edits the anchor on this disk knows of; -1 without one that holds. */
export function anchoredEdits(files: FileSystem, keys: CaseKeys): number {
  const bytes = anchorsBeside(files).read(anchorName(keys));
  return (bytes && decodeAnchor(keys, bytes)?.seq) ?? -1;
}

async function wrongExhibit(open: OpenCase): Promise<string | null> {
  for (const item of Object.values(open.record().evidence)) {
    const read = await open.readBlob(item.blob, 0, item.bytes);
    if (!read.ok) return `an exhibit is ${read.problem.kind}`;
    if (createHash('sha256').update(read.value).digest('hex') !== item.sha256) return 'an exhibit has other bytes';
  }
  return null;
}

/** Which of the secrets opens the newest header: the last that does, -1 for none. No key is derived anew. */
function secretOf(files: FileSystem, secrets: readonly Buffer[]): number {
  if (secrets.length === 0) return -1;
  const copies = readHeaderCopies(files);
  if (!copies.ok) return -1;
  const { header, bytes } = copies.value.whole[0];
  const name = digestOfBytes(bytes);
  const known = secretsKnown.get(secrets) ?? new Map<string, number>();
  secretsKnown.set(secrets, known);
  const secret = known.get(name) ?? secrets.findLastIndex((key) => openSlots(header, key) !== null);
  known.set(name, secret);
  return secret;
}
/** Thousands of states have the same header; its slots are tried once for each list of secrets. */
const secretsKnown = new WeakMap<readonly Buffer[], Map<string, number>>();

const readmeBytes = 152;

/** One name for one set of files, so that each is looked at and counted once. */
function digestOf(content: DiskContent): string {
  const hash = createHash('sha256');
  for (const [path, bytes] of [...content.files].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${path}\0${bytes.length}\0${digestOfBytes(bytes)}\0`);
  return hash.digest('hex').slice(0, 32);
}

/** Files that a crash did not touch are the same bytes in memory from state to state. */
function digestOfBytes(bytes: Buffer): string {
  const digest = digests.get(bytes) ?? createHash('sha256').update(bytes).digest('hex');
  digests.set(bytes, digest);
  return digest;
}
const digests = new WeakMap<Buffer, string>();

function told(operation: DiskOperation | undefined): string {
  return operation ? `${operation.op}${'path' in operation ? ` ${operation.path}` : ''}` : 'start';
}
