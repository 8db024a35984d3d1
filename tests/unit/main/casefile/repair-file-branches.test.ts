import { describe, expect, it } from 'vitest';
import { noAnchors } from '#main/casefile/anchor.ts';
import { writeRepairedCase } from '#main/casefile/repair-file.ts';
import { type Salvage, salvageCaseFile } from '#main/casefile/salvage.ts';
import { readSnapshot } from '#main/casefile/snapshot.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { soundCase } from '#tests/harness/sound-case.ts';
import { good, silently } from '#tests/harness/stored-case.ts';

const sound = await soundCase();
const [segment = ''] = [...sound.content.files.keys()].filter((path) => path.startsWith('log/')).sort();

describe('branches of a damaged case', () => {
  const headsOf = async (settled: readonly string[]) => {
    const [from, into] = [recordingDisk(sound.content).fileSystem, recordingDisk()];
    const read = good(await salvageCaseFile(from, { kind: 'case-key', bytes: sound.caseKey }, null, noAnchors));
    const salvage: Salvage = { ...read, branches: { count: 1, files: [segment], settled } };
    good(await writeRepairedCase(from, into.fileSystem, salvage, new Set(), () => ({ before: [], body: { repaired: true }, after: [] }), silently));
    const heads = into.fileSystem.list('snap').map((name) => readSnapshot(into.fileSystem, salvage.keys, name)?.head);
    return { into, heads };
  };

  it('are carried over, named in no way to the records, and settled where they were', async () => {
    const settled = ['0a0b0c0d0e0f'];
    const { into, heads } = await headsOf(settled);
    expect(into.content().files.get(segment)).toEqual(sound.content.files.get(segment));
    const care = { noticed: [], settled };
    const own = into.fileSystem.list('log').filter((name) => `log/${name}` !== segment);
    expect(heads).toMatchObject([
      { covers: [], care, closed: false },
      { covers: own, care, closed: true },
    ]);
    expect(own).toHaveLength(1);
  });

  it('are settled as far as the last thousand', async () => {
    const many = Array.from({ length: 1001 }, (_, at) => at.toString(16).padStart(12, '0'));
    const { heads } = await headsOf(many);
    for (const head of heads) expect(head?.care?.settled).toEqual(many.slice(1));
  });
});
