import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openCaseFile } from '#main/casefile/case-file.ts';
import { realFileSystem } from '#main/casefile/file-system.ts';
import { openCase } from '#main/casestore/case-store.ts';
import { openRecord } from '#main/casestore/open-case.ts';
import { argon2id, defaultKdfCost } from '#main/crypto/argon2id.ts';
import { type CaseHeads, textOrBeginning } from '#shared/domain/case/case-heads.ts';
import { eachOf } from '#shared/domain/case/objects-of.ts';
import { exponent, judge } from './goals.ts';
import { good, type LongCase } from './long-case.ts';
import { loadLine, peakMiB, residentMiB } from './machine.ts';
import { millisecondsOf, ratios, show, spread } from './paired.ts';
import { openLow, sqlCase } from './peers.ts';
import { benchFacts, benchPassphrase } from './sample-case.ts';

const rows = 50;
type Opened = { readonly first: number; readonly all: number; readonly added: number; readonly peak: number };
const contenders = ['ours', 'SQLCipher', 'lowdb'] as const;
type Contender = (typeof contenders)[number];

/** G4 to G6: every opening in a process of its own, the key given, contenders in turn. */
export async function benchOpening(cases: readonly LongCase[], pairs: number): Promise<void> {
  console.log(`\nopening: key given, ${pairs} processes of each in turn; first ${rows} rows, everything resident, memory added; ${loadLine()}`);
  const medians: number[] = [];
  for (const made of cases) {
    const seen: { [C in Contender]: Opened[] } = { ours: [], SQLCipher: [], lowdb: [] };
    for (let round = 0; round < pairs; round += 1)
      for (const contender of contenders) if (contender !== 'SQLCipher' || made.hasSql) seen[contender].push(inProcess(contender, made));
    for (const contender of contenders) if (seen[contender].length > 0) console.log(`  ${made.size}, ${contender}: ${described(seen[contender])}`);
    const of = (contender: Contender, field: keyof Opened) => seen[contender].map((each) => each[field]);
    if (made.hasSql) {
      judge(
        { id: 'G4', what: `first rows at ${made.size} / SQLCipher`, atMost: 0.1, cause: wholeCause },
        ratios(of('ours', 'first'), of('SQLCipher', 'first')),
      );
      judge(
        { id: 'G4', what: `everything at ${made.size} / SQLCipher's first rows`, atMost: 1.5, cause: wholeCause },
        ratios(of('ours', 'all'), of('SQLCipher', 'first')),
      );
    }
    judge(
      { id: 'G4', what: `first rows at ${made.size} / lowdb with encryption`, atMost: 0.01, cause: wholeCause },
      ratios(of('ours', 'first'), of('lowdb', 'first')),
    );
    judge({ id: 'G6', what: `MiB added by opening ${made.size}`, atMost: 40, cause: wholeCause }, spread(of('ours', 'added')));
    medians.push(spread(of('ours', 'all')).median);
  }
  console.log(
    `   opening: ${exponent(
      cases.map(({ size }) => size),
      medians,
    )}`,
  );
  for (const { path, size } of cases) await benchUnlock(path, size);
}

const wholeCause =
  'a process of its own opens, authenticates and reads the tables of the newest snapshot; heads of lists are built in JavaScript, object by object';

/** G5: what unlocking costs beside the key derivation. */
async function benchUnlock(path: string, size: number): Promise<void> {
  const shares: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const least = await millisecondsOf(() => argon2id(benchPassphrase, new Uint8Array(16), { memoryKiB: 64 * 1024, passes: 2 }));
    const derive = await millisecondsOf(() => argon2id(benchPassphrase, new Uint8Array(16), defaultKdfCost));
    let close = async (): Promise<unknown> => undefined;
    const spent = await millisecondsOf(async () => {
      const open = good(await openCase(path, { passphrase: benchPassphrase }, benchFacts, 'read'));
      close = open.abandon;
    });
    await close();
    shares.push(Math.max(spent - least, 0) / derive);
  }
  judge(
    { id: 'G5', what: `unlocking ${size} beside the key derivation / the derivation as new cases have it`, atMost: 0.1, cause: wholeCause },
    spread(shares),
  );
}

function inProcess(contender: Contender, made: LongCase): Opened {
  const [place, key] =
    contender === 'ours' ? [made.path, made.caseKey.toString('hex')] : contender === 'SQLCipher' ? [made.sqlPath, ''] : [`${made.lowFolder}/sealed.json`, ''];
  const out = execFileSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=8192', fileURLToPath(import.meta.url), '--open', contender, '--at', place, '--size', String(made.size)],
    {
      env: { ...process.env, BENCH_CASE_KEY: key },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return JSON.parse(out) as Opened;
}

/** What the process of {@link inProcess} does. */
export async function openInThisProcess(contender: string, place: string, size: number): Promise<void> {
  globalThis.gc?.();
  const before = residentMiB();
  const started = performance.now();
  const first = await openFirst(contender, place);
  const firstAt = performance.now();
  const count = first.all();
  const allAt = performance.now();
  if (first.rows !== Math.min(rows, size) || count !== size) throw new Error(`bench: ${contender} opened ${first.rows} of ${count}`);
  globalThis.gc?.();
  const opened: Opened = { first: firstAt - started, all: allAt - started, added: residentMiB() - before, peak: peakMiB() };
  process.stdout.write(JSON.stringify(opened));
}

async function openFirst(contender: string, place: string): Promise<{ readonly rows: number; readonly all: () => number }> {
  if (contender === 'SQLCipher') {
    const sql = sqlCase(place);
    return { rows: sql?.firstRows(rows) ?? 0, all: () => sql?.allHeads() ?? 0 };
  }
  if (contender === 'lowdb') {
    const { claims } = openLow(place);
    return { rows: Object.values(claims).slice(0, rows).length, all: () => Object.keys(claims).length };
  }
  const file = good(await openCaseFile(realFileSystem(place), { kind: 'case-key', bytes: Buffer.from(process.env['BENCH_CASE_KEY'] ?? '', 'hex') }, 'read'));
  const open = good(await openRecord(file, place, benchFacts));
  const { claims } = open.heads();
  return { rows: firstOf(claims, rows), all: () => residentRows(claims) };
}

/** As a list shows them: id, beginning, date. */
function firstOf(claims: CaseHeads['claims'], count: number): number {
  let shown = 0;
  for (const head of eachOf(claims)) {
    if (head.id !== '' && textOrBeginning(head) !== '' && head.changedAt !== '') shown += 1;
    if (shown === count) break;
  }
  return shown;
}

/** Every head made once: all columns that lists, filters and labels need are in memory then. */
function residentRows(claims: CaseHeads['claims']): number {
  let made = 0;
  for (const head of eachOf(claims)) if (head.finding === 'unassessed') made += 1;
  return made;
}

function described(all: readonly Opened[]): string {
  const of = (field: keyof Opened) => show(spread(all.map((each) => each[field])));
  return `first rows ${of('first')} ms, all ${of('all')} ms, added ${of('added')} MiB, peak ${of('peak')} MiB`;
}
