import { parsers } from '#tests/harness/fuzz.ts';
import { crashes } from './long/crash.ts';
import { diskErrors } from './long/disk-errors.ts';
import { fullDisks } from './long/full-disks.ts';
import { fuzzing } from './long/fuzz.ts';
import { leaking } from './long/leaks.ts';
import { mutants } from './long/mutants.ts';
import { type LongRun, type Section, say } from './long/section.ts';
import { syscalls } from './long/syscalls.ts';
import { tampering } from './long/tamper.ts';
import { twoWriters } from './long/two-writers.ts';

/** The long run of the fault harness (`npm run test:faults -- [part …] [--seed N] [--count N] [--minutes N] [--stride N]`). */
const parts: { readonly [part: string]: (run: LongRun) => Promise<Section> } = {
  crash: crashes,
  disk: diskErrors,
  mutants,
  tamper: tampering,
  fuzz: fuzzing,
  strace: syscalls,
  diskfull: fullDisks,
  writers: twoWriters,
  leaks: leaking,
};
const options = ['seed', 'count', 'minutes', 'stride'] as const;

const words = process.argv.slice(2);
const asked: string[] = [];
const numbers = new Map<string, number>();
for (let at = 0; at < words.length; at += 1) {
  const word = words[at] ?? '';
  if (!word.startsWith('--')) asked.push(word);
  else {
    at += 1;
    numbers.set(word.slice(2), Number(words[at]));
  }
}
/** `fuzz:header` is one parser of a part. */
const partOf = (word: string) => word.replace(/^fuzz:.*$/, 'fuzz');
const unknown = [
  ...asked.filter((word) => !(partOf(word) in parts) || (word.includes(':') && !parsers.includes(word.slice(word.indexOf(':') + 1)))),
  ...[...numbers].flatMap(([name, value]) => (options.some((option) => option === name) && Number.isFinite(value) ? [] : [`--${name}`])),
];
if (unknown.length > 0) {
  say(`not understood: ${unknown.join(', ')}`);
  say(`npm run test:faults -- [${Object.keys(parts).join('] [')}] [--seed N] [--count N] [--minutes N] [--stride N]`);
  process.exitCode = 2;
} else {
  const run: LongRun = {
    seed: numbers.get('seed') ?? 1,
    count: numbers.get('count'),
    minutes: numbers.get('minutes') ?? 60,
    stride: numbers.get('stride') ?? 1,
    parsers: asked.some((word) => word.includes(':')) ? parsers.filter((parser) => asked.includes(`fuzz:${parser}`)) : parsers,
  };
  const lines: string[] = [];
  let sound = true;
  for (const [part, work] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.some((word) => partOf(word) === part)) continue;
    say(`── ${part}`);
    const section = await work(run);
    sound &&= section.sound;
    lines.push(section.line);
  }
  console.log(`${lines.join('\n')}\n${sound ? 'all sound' : 'NOT SOUND'}`);
  process.exitCode = sound ? 0 : 1;
}
