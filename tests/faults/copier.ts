import { mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openCase } from '#main/casestore/case-store.ts';
import { restoreCase } from '#main/casestore/restore-case.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import { countingFacts, good, samplePassphrase, silently, writesNote } from '#tests/harness/stored-case.ts';

/**
 * A process of its own that copies, for the fault tests. `loop CASE TO`: backs up again and again, with an edit before each, and says
 * when each is done. `fill CASE DISK`: backs up and restores onto a small disk that is too small, or fills up while it is written.
 */
const [work = '', folder = '', to = ''] = process.argv.slice(2);

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

async function loop(): Promise<void> {
  const open = good(await openCase(folder, { passphrase: samplePassphrase }, countingFacts()));
  while (true) {
    const number = 1000 + Object.keys(open.record().notes).length;
    good(await open.commit(writesNote(number, 'x'.repeat(5000))));
    say(`begins ${number}`);
    good(await open.copies.backUp(to, 'folder', { step: (phase) => say(phase), cancelled: () => false }));
    say(`done ${number}`);
  }
}

async function fill(): Promise<void> {
  const open = good(await openCase(folder, { passphrase: samplePassphrase }, countingFacts()));
  const told: { [what: string]: unknown } = {};
  const filling = (leave: number): Progress & { readonly free: () => void } => {
    const ballast = mkdtempSync(join(to, '..', 'ballast-'));
    let filled = false;
    return {
      cancelled: () => false,
      step: (phase, done) => {
        if (filled || phase !== 'writing' || done === 0) return;
        filled = true;
        const { bavail, bsize } = statfsSync(to);
        writeFileSync(join(to, 'ballast'), Buffer.alloc(Math.max(bavail * bsize - leave, 0)));
      },
      free: () => {
        rmSync(join(to, 'ballast'), { force: true });
        rmSync(ballast, { recursive: true });
      },
    };
  };
  const problemOf = (reply: { readonly ok: boolean; readonly problem?: unknown }) => (reply.ok ? 'done' : reply.problem);
  const left = () => readdirSync(to).filter((name) => name !== 'ballast');

  writeFileSync(join(to, 'ballast'), Buffer.alloc(statfsSync(to).bavail * statfsSync(to).bsize - 1_000_000));
  told['toosmall'] = [
    problemOf(await open.copies.backUp(join(to, 'a.case'), 'folder', silently)),
    problemOf(await open.copies.backUp(join(to, 'a.tar'), 'tar', silently)),
    left(),
  ];
  rmSync(join(to, 'ballast'));
  for (const as of ['folder', 'tar'] as const) {
    const progress = filling(600_000);
    told[as] = [problemOf(await open.copies.backUp(join(to, `a.${as}`), as, progress)), left()];
    progress.free();
    told[`${as} with room`] = problemOf(await open.copies.backUp(join(to, `a.${as}`), as, silently));
    const restoring = filling(600_000);
    told[`restore ${as}`] = [
      problemOf(await restoreCase(join(to, `a.${as}`), join(to, 'r.case'), { passphrase: samplePassphrase }, countingFacts(), restoring)),
      left(),
    ];
    restoring.free();
    rmSync(join(to, `a.${as}`), { recursive: true });
  }
  good(await open.commit(writesNote(5000)));
  await open.abandon();
  say(JSON.stringify(told));
}

await (work === 'fill' ? fill() : loop());
