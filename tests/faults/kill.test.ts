import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createCase, openCase } from '#main/casestore/case-store.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { bundledChild } from '#tests/harness/bundled-child.ts';
import { seededRandom } from '#tests/harness/crash-session.ts';
import { countingFacts, good, inTemporaryFolder, sampleMeta, samplePassphrase, silently } from '#tests/harness/stored-case.ts';

type Killed = { readonly lines: readonly string[]; readonly signal: NodeJS.Signals | null };

/** Runs the writer and kills it after `acknowledgements` lines, at once or a little later. */
function runAndKill(child: string, folder: string, seed: number, acknowledgements: number, laterMs: number): Promise<Killed> {
  return new Promise((done, reject) => {
    const writer = spawn(process.execPath, [child, 'edit', folder, String(seed)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    let armed = false;
    writer.stdout.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      if (armed || text.split('\n').length <= acknowledgements) return;
      armed = true;
      setTimeout(() => writer.kill('SIGKILL'), laterMs);
    });
    writer.on('error', reject);
    // Lines written before the kill are still in the pipe: `close` comes when all of them have been read.
    writer.on('close', (_, signal) => done({ lines: text.split('\n').slice(0, -1), signal }));
  });
}

it('kill -9 in the middle of a hundred random edits and imports loses nothing that was acknowledged', { timeout: 180_000 }, () =>
  inTemporaryFolder(async (parent) => {
    const folder = join(parent, 'a.case');
    const child = await bundledChild('tests/faults/busy-writer.ts', parent);
    good(await good(await createCase(folder, { meta: sampleMeta, passphrase: samplePassphrase, facts: countingFacts(), kdf: leastKdfCost })).case.close());
    const random = seededRandom(7);
    const acknowledged = new Set<string>();
    let kills = 0;
    for (let round = 0; round < 10; round += 1) {
      const { lines, signal } = await runAndKill(child, folder, round, 1 + Math.floor(random() * 45), random() * 6);
      if (signal === 'SIGKILL') kills += 1;
      for (const line of lines) if (line !== 'closed') acknowledged.add(line);
      const open = good(await openCase(folder, { passphrase: samplePassphrase }, countingFacts()));
      const { notes, evidence } = open.record();
      const lost = [...acknowledged].filter((line) => !(line.startsWith('note ') ? notes : evidence)[line.slice(line.indexOf(' ') + 1)]);
      expect(lost).toEqual([]);
      expect(open.readOnly).toBe(false);
      expect(open.openingFindings.filter(({ severity }) => severity === 'damage')).toEqual([]);
      // Only now and then: a close takes a snapshot, and the log must also grow over many killed sessions.
      if (round % 5 === 4) {
        expect(good(await open.verify(silently)).sound).toBe(true);
        good(await open.close());
      } else await open.abandon();
    }
    expect(kills).toBeGreaterThan(6);
    expect(acknowledged.size).toBeGreaterThan(120);
  }),
);
