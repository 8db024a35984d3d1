import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Act, acts, actUnderStrace, caseForActs, injectionsFor, straceMissing } from '#tests/harness/syscall-faults.ts';
import { grouped, type LongRun, type Section, say, timekeeper } from './section.ts';

/** One process that has loaded everything, kept as a snapshot: each of the thousand others begins there and not at reading its program. */
function actsQuickly(parent: string, child: string): readonly string[] {
  const blob = join(parent, 'one-act.blob');
  const built = spawnSync(process.execPath, ['--snapshot-blob', blob, '--build-snapshot', child], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  return ['--snapshot-blob', blob, 'one-act'];
}

/** A real process, killed at every system call of an act, and told EIO and ENOSPC by each that touches the disk. */
export async function syscalls(run: LongRun): Promise<Section> {
  const missing = straceMissing();
  if (missing !== null) return { line: `strace: not run: ${missing}`, sound: false };
  const parent = mkdtempSync(join(tmpdir(), 'corroborate-strace-'));
  const violations: string[] = [];
  const told: string[] = [];
  let [kills, died, errors, refused, all] = [0, 0, 0, 0, 0];
  const outOfTime = timekeeper(run.minutes, () => `${kills} kills, ${errors} errors, ${violations.length} violations`);
  try {
    const child = join(import.meta.dirname, 'one-act.cjs');
    const slow = await caseForActs(parent, [child]);
    const quick = { ...slow, child: actsQuickly(parent, child) };
    const every: { readonly act: Act; readonly injection: string }[] = [];
    const later: typeof every = [];
    // A process from a snapshot cannot start the thread that derives keys (Node 20).
    const caseFor = (act: Act) => (act === 'passphrase' ? slow : quick);
    for (const act of acts) {
      const { calls, ended } = await actUnderStrace(caseFor(act), act, null);
      if (ended !== 'done') return { line: `strace: ${act} is ${ended} when nothing disturbs it`, sound: false };
      const { kills: killing, errors: failing } = injectionsFor(calls);
      every.push(...killing.map((injection) => ({ act, injection })));
      later.push(...failing.map((injection) => ({ act, injection })));
      told.push(`${act} ${calls.length} calls`);
    }
    // All kills first: where time is short, the errors are what is sampled.
    every.push(...later);
    all = every.length;
    const each = run.count === undefined ? 1 : Math.max(1, Math.ceil(all / run.count));
    for (const [at, { act, injection }] of every.entries()) {
      if (at % each !== 0 || outOfTime()) continue;
      const outcome = await actUnderStrace(caseFor(act), act, injection);
      if (injection.includes('signal=KILL')) kills += 1;
      else errors += 1;
      if (outcome.ended === 'killed') died += 1;
      if (outcome.ended === 'refused') refused += 1;
      for (const one of outcome.violations) {
        if (violations.length < 10) say(`  ${act}, ${injection}: ${one}`);
        violations.push(one);
      }
    }
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
  const line = `strace: kill -9 at ${grouped(kills)} (${grouped(died)} processes died before their act was over) and a disk error at ${grouped(errors)} system calls of real processes (${told.join(', ')}), ${grouped(refused)} acts refused, ${violations.length} violations`;
  const reached = run.count !== undefined || kills + errors === all;
  return { line: `${line}${reached ? '' : ' (time was up)'}`, sound: violations.length === 0 && reached };
}
