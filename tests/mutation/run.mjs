// npm run test:mutants [-- crypto|casefile|FILE…] [--list] [--every N]: how many changes to the code no test notices. Exit 1 below 90 %.
// With --every N each Nth change of the room is tried: a sample, with the error that a sample has.
import { fork } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { bundles, instrumented } from './instrumented.mjs';

const root = join(import.meta.dirname, '../..');
const least = 90;
const quickKeys = new Map([
  ['main/crypto/argon2id.ts', 'tests/mutation/quick-argon2id.ts'],
  ['main/crypto/hkdf-expand.ts', 'tests/harness/remembered-hkdf-expand.ts'],
]);
/** Asked for a room: the tests of these folders, and what they get in the place of slow modules of other rooms. */
const rooms = {
  crypto: { folders: ['tests/vectors', 'tests/unit/main/crypto'], instead: new Map() },
  casefile: { folders: ['tests/unit/main/casefile', 'tests/unit/main/casestore', 'tests/vectors'], instead: quickKeys },
};
// The second reader is another program; golden cases have keys derived by the real Argon2id; libraries broken on purpose, whole cases made
// slowly, and a hundred random repairs say nothing quicker.
const leftOut = [
  'golden.test.ts',
  'second-reader.test.ts',
  'self-test-refusal.test.ts',
  'bad-input.test.ts',
  'repair-anything.test.ts',
  'custody-cost.test.ts',
  'key-sequences.test.ts',
];
/** A change is asked of the quickest tests that meet it, until they have taken this long. */
const mostTestMs = 6_000;
const mostLeftOut = 3;
const mostStuck = 12;

const words = process.argv.slice(2);
const everyAt = words.indexOf('--every');
const every = everyAt < 0 ? 1 : Number(words.splice(everyAt, 2)[1]);
const asked = words.filter((name) => name !== '--list');
const listing = words.includes('--list');
const scratch = mkdtempSync(join(tmpdir(), 'corroborate-mutants-'));
let [noticedInAll, countedInAll] = [0, 0];
try {
  for (const room of Object.keys(rooms)) {
    const paths = filesOf(room);
    if (paths.length > 0) await askRoom(room, paths);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
if (countedInAll === 0) {
  console.error('usage: npm run test:mutants [-- crypto | casefile | main/crypto/base32.ts …] [--list] [--every N]');
  process.exit(2);
}
const score = (100 * noticedInAll) / countedInAll;
const error = every === 1 ? '' : `, ± ${(1.96 * Math.sqrt((score * (100 - score)) / countedInAll)).toFixed(1)} as a sample of one in ${every}`;
console.log(`\n${countedInAll} mutants, ${noticedInAll} noticed: ${score.toFixed(1)} % (at least ${least} % wanted)${error}`);
process.exitCode = score < least ? 1 : 0;

function filesOf(room) {
  const all = readdirSync(join(root, 'main', room)).filter((name) => name.endsWith('.ts'));
  const paths = all.map((name) => `main/${room}/${name}`);
  if (!(every >= 1)) return [];
  return asked.length === 0 || asked.includes(room) ? paths : paths.filter((path) => asked.includes(path));
}

async function askRoom(room, paths) {
  const { folders, instead } = rooms[room];
  const tests = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.test.ts') && !leftOut.includes(name))
      .map((name) => `${folder}/${name}`),
  );
  const { mutants: all, code } = await instrumented(root, paths);
  const mutants = all.filter((_, at) => at % every === 0);
  const made = await bundles(root, tests, code, instead);
  const texts = { once: made.once, tests: [...made.tests], anew: [...made.anew], names: made.packages };
  let child = await begun(texts);
  const { found, wrong, atLoad } = await told(child, { say: 'survey' }, 900_000);
  // A test that measures time fails on a busy machine; it is not asked then, and said.
  for (const each of wrong) process.stderr.write(`fails without any change, and is not asked: ${each}\n`);
  if (wrong.length > mostLeftOut) process.exit(1);
  const sum = found.reduce((all, { ms }) => all + ms, 0);
  process.stderr.write(`${room}: ${mutants.length} changes, ${found.length} tests that take ${(sum / 1000).toFixed(0)} s\n`);
  const answers = [];
  let stuck = 0;
  const report = join(root, `test-results/mutants-${room}.txt`);
  mkdirSync(join(root, 'test-results'), { recursive: true });
  writeFileSync(report, '');
  for (const [at, { id, fileName }] of mutants.entries()) {
    if (at > 0 && mutants[at - 1].fileName !== fileName) print(mutants[at - 1].fileName, mutants, answers, report);
    const meeting = found.filter(({ meets }) => meets[id]).sort((a, b) => later(a, fileName) - later(b, fileName) || a.ms - b.ms);
    if (meeting.length === 0) {
      answers.push(atLoad.includes(id) ? 'constant' : 'not met');
      continue;
    }
    const hits = Math.max(...meeting.map(({ meets }) => meets[id]));
    const { tests, ms } = quickest(meeting);
    const answer = await told(child, { say: 'ask', id, tests, hitLimit: hits * 100 + 10_000, mostMs: 20_000 }, 90_000, 5_000 + 10 * ms);
    answers.push(answer === null ? 'never ends' : answer.noticed ? 'noticed' : 'survived');
    // What a test left waiting for ever still holds its threads.
    stuck += answer?.stuck ? 1 : 0;
    if (answer === null || at % 200 === 199 || stuck === mostStuck) {
      stuck = 0;
      child.kill('SIGKILL');
      child = await begun(texts);
    }
    if (at % 25 === 24)
      process.stderr.write(`  ${at + 1} of ${mutants.length}, ${answers.filter((each) => each === 'survived').length} survived, in ${fileName}\n`);
  }
  child.kill('SIGKILL');
  if (mutants.length > 0) print(mutants.at(-1).fileName, mutants, answers, report);
}

/** 0 for a test in a file named after the changed one (`anchor.test.ts`, `anchor-copies.test.ts`), which is asked first; 1 for the others. */
function later({ file }, changed) {
  const name = basename(changed, '.ts');
  return basename(file).startsWith(`${name}.`) || basename(file).startsWith(`${name}-`) ? 0 : 1;
}

/** File by file, in the order of the tests. */
function quickest(meeting) {
  const byFile = new Map();
  let ms = 0;
  for (const { file, index, ms: each } of meeting) {
    if (ms > 0 && ms + each > mostTestMs) continue;
    ms += each;
    byFile.set(file, [...(byFile.get(file) ?? []), index]);
  }
  return { tests: [...byFile], ms };
}

async function begun(texts) {
  const child = fork(join(import.meta.dirname, 'asked.mjs'), {
    env: { ...process.env, TMPDIR: scratch },
    stdio: ['ignore', 'ignore', listing ? 'inherit' : 'ignore', 'ipc'],
  });
  if ((await told(child, { say: 'begin', ...texts }, 120_000)) === null) throw new Error('the process that asks does not begin');
  return child;
}

/** What the process answers; `null` when it ends, does not answer in time, or works for longer than `mostWorkMs` without an answer. */
function told(child, what, mostMs, mostWorkMs = Number.POSITIVE_INFINITY) {
  return new Promise((resolve) => {
    const before = workOf(child.pid);
    const end = (answer) => {
      clearTimeout(timer);
      clearInterval(watch);
      for (const event of ['message', 'exit', 'error']) child.off(event, event === 'message' ? end : ended);
      if (answer?.broken) throw new Error(answer.broken);
      resolve(answer);
    };
    const ended = () => end(null);
    const timer = setTimeout(ended, mostMs);
    const watch = setInterval(() => workOf(child.pid) - before > mostWorkMs && ended(), 500);
    child.on('message', end).on('exit', ended).on('error', ended);
    child.send(what, () => undefined);
  });
}

/** Milliseconds a process has been at work, which a busy machine does not make more of; where that is not told, only the time limits it. */
function workOf(pid) {
  if (!existsSync(`/proc/${pid}/stat`)) return 0;
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).map(Number);
  return (user + system) * 10;
}

function print(path, mutants, answers, report) {
  const source = readFileSync(join(root, path), 'utf8');
  const of = mutants.map((mutant, at) => ({ ...mutant, answer: answers[at] })).filter(({ fileName, answer }) => fileName === path && answer !== 'constant');
  const noticed = of.filter(({ answer }) => answer === 'noticed' || answer === 'never ends').length;
  noticedInAll += noticed;
  countedInAll += of.length;
  const share = of.length === 0 ? '   –  ' : `${((100 * noticed) / of.length).toFixed(1).padStart(5)} %`;
  const endless = of.filter(({ answer }) => answer === 'never ends').length;
  console.log(`${share}  ${String(noticed).padStart(4)} of ${String(of.length).padStart(4)}  ${path}${endless > 0 ? ` (${endless} by never ending)` : ''}`);
  const alive = of.filter(({ answer }) => answer === 'survived' || answer === 'not met').map((mutant) => `         ${described(mutant, source)}`);
  appendFileSync(report, [path, ...alive, ''].join('\n'));
  if (listing) for (const line of alive) console.log(line);
}

function described({ location: { start, end }, mutatorName, replacement, answer }, source) {
  const line = source.split('\n')[start.line] ?? '';
  const was = line.slice(start.column, end.line === start.line ? end.column : undefined).trim();
  return `${start.line + 1}: ${mutatorName}${answer === 'not met' ? ' (no test comes here)' : ''}: ${was} → ${(replacement ?? '').replace(/\s+/g, ' ')}`;
}
