import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseFile, openCaseFile } from '#main/casefile/case-file.ts';
import { realFileSystem } from '#main/casefile/file-system.ts';
import { openRecord } from '#main/casestore/open-case.ts';
import { stateOf } from './crash-check.ts';
import { makeCaseOn } from './crash-session.ts';
import { contentOf, countingFacts, good, sampleEvidence, silently, takesIn, writesNote } from './stored-case.ts';

export const acts = ['commit', 'import', 'close', 'passphrase'] as const;
export type Act = (typeof acts)[number];

/** What strace is to do to the process in the middle of its act; `null` only counts. */
export type Injection = string | null;

/** Whether this machine has strace and lets it watch a process of the same person. The reason it does not, or `null`. */
export function straceMissing(): string | null {
  const tried = spawnSync('strace', ['-qq', '-e', 'trace=none', 'true'], { encoding: 'utf8' });
  if (tried.error) return 'strace is not installed (Debian: apt-get install strace)';
  return tried.status === 0 ? null : `strace may not watch processes here: ${tried.stderr.trim().split('\n')[0]}`;
}

/** `child`: what Node is started with to be `one-act.ts`. */
export type ActCase = { readonly folder: string; readonly caseKey: Buffer; readonly child: readonly string[]; readonly parent: string };

/** A small case on the real disk with a snapshot, a log after it and an exhibit. */
export async function caseForActs(parent: string, child: readonly string[]): Promise<ActCase> {
  const folder = join(parent, 'a.case');
  const caseKey = await makeCaseOn(realFileSystem(folder), countingFacts(), []);
  for (const end of ['close', 'abandon'] as const) {
    const { open } = await openAt(folder, caseKey);
    const stored = good(await open.storeBlob(contentOf(Buffer.alloc(3_000, end)), silently));
    good(await open.commit(takesIn(sampleEvidence(end === 'close' ? 1 : 2, stored))));
    good(await open.commit(writesNote(end === 'close' ? 3 : 4)));
    if (end === 'close') good(await open.close());
    else await open.abandon();
  }
  return { folder, caseKey, child, parent };
}

async function openAt(folder: string, caseKey: Buffer) {
  const file: CaseFile = good(await openCaseFile(realFileSystem(folder), { kind: 'case-key', bytes: caseKey }, 'write'));
  return { file, open: good(await openRecord(file, folder, countingFacts())) };
}

export type ActOutcome = {
  /** How the act ended: killed, acknowledged or refused. */
  readonly ended: 'killed' | 'done' | 'refused';
  /** System calls of the main thread from the word to go, as strace wrote them; only when counting. */
  readonly calls: readonly string[];
  readonly violations: readonly string[];
};

/** Does one act in a process that strace holds as told, then looks at what it left. */
export async function actUnderStrace(of: ActCase, act: Act, injection: Injection): Promise<ActOutcome> {
  const place = mkdtempSync(join(of.parent, 'act-'));
  const folder = join(place, 'a.case');
  try {
    cpSync(of.folder, folder, { recursive: true });
    const log = join(place, 'calls');
    const lines = await runAct(of, act, folder, injection, log);
    const calls = injection === null ? callsIn(readFileSync(log, 'utf8')) : [];
    const answers = lines.filter((line) => line.startsWith('done ') || line.startsWith('refused '));
    const ended = !lines.includes('left') ? 'killed' : (answers[0]?.startsWith('done ') ?? false) ? 'done' : 'refused';
    return { ended, calls, violations: await looksSound(folder, of.caseKey, lines) };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** The calls up to the last word of the process; what Node does to end is no part of the act. */
function callsIn(log: string): readonly string[] {
  const calls = log.split('\n').filter((line) => /^[a-z]\w*\(/.test(line));
  return calls.slice(0, calls.findIndex((call) => call.startsWith('write(1') && call.includes('"left')) + 1);
}

/** Calls that change or read the folder of the case, and the errors a disk answers them with. */
const failing: { readonly [call: string]: readonly string[] } = {
  pwrite64: ['EIO', 'ENOSPC'],
  fdatasync: ['EIO', 'ENOSPC'],
  fsync: ['EIO', 'ENOSPC'],
  ftruncate: ['EIO', 'ENOSPC'],
  rename: ['EIO', 'ENOSPC'],
  mkdir: ['EIO', 'ENOSPC'],
  openat: ['EIO', 'ENOSPC'],
  unlink: ['EIO'],
  close: ['EIO'],
  pread64: ['EIO'],
  getdents64: ['EIO'],
};

/** Every injection for an act whose calls were counted: a kill at each, and each error at each call that can have it, once and from there on. */
export function injectionsFor(calls: readonly string[]): { readonly kills: readonly string[]; readonly errors: readonly string[] } {
  const names = calls.map((call) => call.slice(0, call.indexOf('(')));
  const errors = Object.entries(failing).flatMap(([name, codes]) =>
    names
      .filter((each) => each === name)
      .flatMap((_, at) => codes.flatMap((code) => [`${name}:error=${code}:when=${at + 1}`, `${name}:error=${code}:when=${at + 1}+`])),
  );
  const seen = new Map<string, number>();
  const kills = names.map((name) => {
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return `${name}:signal=KILL:when=${nth}`;
  });
  return { kills, errors };
}

function runAct(of: ActCase, act: Act, folder: string, injection: Injection, log: string): Promise<readonly string[]> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, [...of.child, act, folder, of.caseKey.toString('hex')], { stdio: ['pipe', 'pipe', 'ignore'] });
    let text = '';
    let strace: ReturnType<typeof spawn> | null = null;
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      if (strace || !text.includes('\n')) return;
      // Held from here on: the opening is not part of the act.
      const how = injection === null ? ['-e', 'trace=all'] : ['-e', `inject=${injection}`];
      strace = spawn('strace', ['-o', log, '-y', ...how, '-p', String(child.pid)], { stdio: ['ignore', 'ignore', 'pipe'] });
      strace.stderr?.setEncoding('utf8').on('data', (told: string) => {
        if (told.includes('attached')) child.stdin.end('\n');
      });
      strace.on('error', reject);
    });
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', () => {
      if (strace && strace.exitCode === null) strace.once('close', () => done(text.split('\n').slice(0, -1)));
      else done(text.split('\n').slice(0, -1));
    });
  });
}

/** The case opens, holds the last acknowledged state or one that was asked for after it, is without damage and goes on. */
async function looksSound(folder: string, caseKey: Buffer, lines: readonly string[]): Promise<readonly string[]> {
  const opened = await openCaseFile(realFileSystem(folder), { kind: 'case-key', bytes: caseKey }, 'write');
  if (!opened.ok) return [`does not open: ${opened.problem.kind}`];
  const open = good(await openRecord(opened.value, folder, countingFacts()));
  const violations: string[] = [];
  const told = lines.filter((line) => /^(ready|done) /.test(line)).map((line) => line.slice(line.indexOf(' ') + 1));
  const kept = told.at(-1);
  const state = stateOf(open);
  if (kept !== undefined && state !== kept && !isOneMore(kept, state)) violations.push(`lost or invented an edit: ${JSON.stringify(open.openingFindings)}`);
  if (open.readOnly) violations.push('read-only');
  if (!(await open.commit(writesNote(77))).ok) violations.push('cannot go on');
  const verified = await open.verify(silently);
  if (!verified.ok || verified.value.findings.some(({ severity }) => severity === 'damage')) violations.push(`not sound: ${JSON.stringify(verified)}`);
  await open.abandon();
  return violations;
}

/** Whether a state is another with one of the edits of an act on top: what was under way, or refused by the disk, may be there. */
function isOneMore(kept: string, state: string): boolean {
  const [notes, evidence, custody] = JSON.parse(kept) as [readonly unknown[], readonly unknown[], readonly unknown[]];
  const [notesNow, evidenceNow, custodyNow] = JSON.parse(state) as [readonly unknown[], readonly unknown[], readonly unknown[]];
  const inNow = (all: readonly unknown[], now: readonly unknown[]) => all.every((each) => now.some((other) => JSON.stringify(other) === JSON.stringify(each)));
  const more = notesNow.length - notes.length + (evidenceNow.length - evidence.length);
  return more === 1 && inNow(notes, notesNow) && inNow(evidence, evidenceNow) && custodyNow.length - custody.length === evidenceNow.length - evidence.length;
}
