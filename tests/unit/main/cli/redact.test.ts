import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { TakeOut } from '#shared/contract/quarantine.ts';
import { done } from '#shared/kernel/reply.ts';
import { noisyWav, toneWav } from '#tests/fixtures/material/recordings.ts';
import { corroborate, usualPassphrase } from '#tests/harness/command-line.ts';
import { answeringQuarantine, testSurroundings } from '#tests/harness/hosted-case.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

it('redact recording takes stretches as people write them, and prints the id of the copy', () =>
  inTemporaryFolder(async (folder) => {
    const asked: TakeOut[] = [];
    const around = testSurroundings({
      quarantine: {
        examine: async (job) => {
          if (!job.takeOut) return answeringQuarantine.examine(job);
          asked.push(job.takeOut);
          const recording = { mime: 'audio/wav' as const, bytes: noisyWav(1, 8_000, 'x'), lengthMs: 1_000 };
          return done({ text: null, pageHtml: null, picture: null, found: [], warnings: [], recording });
        },
      },
    });
    const box = join(folder, 'a.case');
    const told = { around, env: { CORROBORATE_PASSPHRASE: usualPassphrase } };
    await corroborate(['new', box, '--title', 'T'], told);
    writeFileSync(join(folder, 'a.wav'), toneWav(2));
    const taken = (await corroborate(['import', box, join(folder, 'a.wav'), '--json'], told)).json() as readonly { readonly id: string }[];
    const id = taken[0]?.id ?? '';
    const stretches = ['--silence', '0:01-0:01.5', '--tone', '2-3', '--blank', '1:00:00-1:00:01', '--cover', '4.5-5=1,2,30,40', '--sound-only'];
    const run = await corroborate(['redact', 'recording', box, id, '--reason', 'a voice', ...stretches, '--json'], told);
    expect(run.code).toBe(0);
    expect(asked).toEqual([
      {
        spans: [
          { from: 1_000, to: 1_500, sound: 'silence', picture: 'kept' },
          { from: 2_000, to: 3_000, sound: 'tone', picture: 'kept' },
          { from: 3_600_000, to: 3_601_000, sound: 'kept', picture: 'blank' },
          { from: 4_500, to: 5_000, sound: 'kept', picture: [{ x: 1, y: 2, w: 30, h: 40 }] },
        ],
        soundOnly: true,
      },
    ]);
    expect(run.json()).toMatchObject({ kind: 'evidence' });
  }));
