import type { OpenCase } from '#main/casestore/open-case.ts';
import { openOn, seededRandom } from './crash-session.ts';
import { afterCrash, type DiskContent, type DiskOperation, type Fate, recordingDisk, unsettled } from './recording-file-system.ts';
import { countingFacts, good, writesNote } from './stored-case.ts';

/** What the case held when an edit was acknowledged, and after how many steps of the disk. */
export type Acknowledged = { readonly after: number; readonly state: string };
export type RecordedSession = {
  readonly start: DiskContent;
  readonly operations: readonly DiskOperation[];
  readonly caseKey: Buffer;
  readonly acknowledged: readonly Acknowledged[];
};

export function stateOf(open: OpenCase): string {
  const record = open.record();
  const custody = Object.values(record.custody).map(({ action, evidenceId }) => [action, evidenceId]);
  return JSON.stringify([Object.entries(record.notes).sort(), Object.keys(record.evidence).sort(), custody]);
}

/**
 * Stops the world after every step of a session, in every way the disk might have kept what was not synced, and opens the case
 * again: it must hold a state at least as new as the last acknowledged one, and take and keep another edit.
 */
export async function crashEverywhere(session: RecordedSession, mostMs: number): Promise<{ readonly states: number; readonly violations: readonly string[] }> {
  const { start, operations, caseKey, acknowledged } = session;
  const random = seededRandom(1);
  const violations: string[] = [];
  const seen = new Set<string>();
  const deadline = Date.now() + mostMs;
  for (let count = 0; count <= operations.length; count += 1) {
    const needed = acknowledged.findLastIndex(({ after }) => after <= count);
    for (const fateOf of fates(operations, unsettled(operations, count), random)) {
      if (Date.now() > deadline) break;
      const content = afterCrash(start, operations, count, fateOf);
      const key = `${needed} ${[...content.files]
        .map(([path, bytes]) => `${path}:${bytes.length}:${bytes.subarray(-40).toString('hex')}`)
        .sort()
        .join()}`;
      if (seen.has(key)) continue;
      seen.add(key);
      violations.push(...(await reopen(content, caseKey, acknowledged, needed, `after step ${count} (${operations[count - 1]?.op})`)));
    }
  }
  return { states: seen.size, violations };
}

/** Fates of the unsettled steps: all, none, each alone and each alone missing, torn and spoilt, and some at random. */
function* fates(operations: readonly DiskOperation[], open: readonly number[], random: () => number): Iterable<(index: number) => Fate> {
  yield () => 'kept';
  if (open.length === 0) return;
  yield () => 'dropped';
  for (const one of open) {
    yield (index) => (index === one ? 'dropped' : 'kept');
    yield (index) => (index === one ? 'kept' : 'dropped');
    const step = operations[one];
    if (step?.op !== 'write') continue;
    yield (index) => (index === one ? 'garbage' : 'kept');
    yield (index) => (index === one ? 'zeros' : 'kept');
    for (const share of [0.03, 0.3, 0.6, 0.97]) yield (index) => (index === one ? { torn: Math.floor(step.bytes.length * share) } : 'kept');
  }
  for (let draw = 0; draw < 3; draw += 1) {
    const drawn = new Map(open.map((index) => [index, (['kept', 'dropped', 'garbage', 'zeros', { torn: 40 }] as const)[Math.floor(random() * 5)] ?? 'kept']));
    yield (index) => drawn.get(index) ?? 'kept';
  }
}

async function reopen(content: DiskContent, caseKey: Buffer, acknowledged: readonly Acknowledged[], needed: number, where: string): Promise<readonly string[]> {
  const disk = recordingDisk(content);
  const first = await openOn(disk.fileSystem, caseKey, countingFacts());
  if (!first.ok) return [`${where}: does not open: ${first.problem.kind}`];
  const { open } = first.value;
  try {
    const state = stateOf(open);
    const at = acknowledged.findLastIndex((one, index) => index <= needed + 2 && one.state === state);
    if (at < needed) return [`${where}: lost an acknowledged edit (${at} of ${needed}): ${JSON.stringify(open.openingFindings)}`];
    if (open.readOnly) return [`${where}: read-only after a crash: ${JSON.stringify(open.openingFindings)}`];
    if (open.openingFindings.some(({ severity, code }) => severity === 'damage' && code !== 'snapshot-unusable'))
      return [`${where}: ${JSON.stringify(open.openingFindings)}`];
    good(await open.commit(writesNote(77)));
  } finally {
    await open.abandon();
  }
  const again = await openOn(disk.fileSystem, caseKey, countingFacts());
  if (!again.ok) return [`${where}: does not open again: ${again.problem.kind}`];
  const notes = Object.keys(again.value.open.record().notes);
  await again.value.open.abandon();
  return notes.some((id) => id.endsWith('4d')) ? [] : [`${where}: the edit after the crash is gone`];
}
