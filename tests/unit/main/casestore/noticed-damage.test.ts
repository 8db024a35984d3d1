import { describe, expect, it } from 'vitest';
import { type ForkedCase, goOn } from '#tests/harness/forked-case.ts';
import { soundCase } from '#tests/harness/sound-case.ts';
import { good, silently, writesNote } from '#tests/harness/stored-case.ts';

const sound = await soundCase();

/** The case with one wrong byte in a snapshot or in the last frame of the log: no edit is in doubt, and work goes on. */
function damagedAt(path: string, at: number): ForkedCase {
  const files = new Map(sound.content.files);
  const bytes = Buffer.from(files.get(path) ?? Buffer.alloc(0));
  bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at);
  files.set(path, bytes);
  return { caseKey: sound.caseKey, content: { ...sound.content, files } };
}
const newestSnapshot =
  [...sound.content.files.keys()]
    .filter((path) => path.startsWith('snap/'))
    .sort()
    .at(-1) ?? '';
const edits = (times: number) => async (open: Parameters<Parameters<typeof goOn>[1]>[0]) => {
  for (let number = 20; number < 20 + times; number += 1) good(await open.commit(writesNote(number)));
};
type Told = { readonly code: string; readonly subject: string; readonly severity: string; readonly noticedAt?: string | undefined };
async function told(damaged: ForkedCase, code: string): Promise<Told | undefined> {
  let found: Told | undefined;
  await goOn(
    damaged,
    async (open) => {
      found = good(await open.verify(silently)).findings.find((finding) => finding.code === code);
    },
    'killed',
  );
  return found;
}

describe('damage that was noticed', () => {
  it.each([
    ['a snapshot', newestSnapshot, 300, 'snapshot-unusable'],
    ['the last frame of the log', sound.liveSegment, sound.frameOf(3) + 200, 'segment-damaged'],
  ])('in %s is told after its traces are tidied away, until somebody acknowledges it', async (_what, path, at, code) => {
    let now = damagedAt(path, at);
    for (let session = 0; session < 3; session += 1) now = await goOn(now, edits(1));
    expect(now.content.files.has(path)).toBe(false);
    const kept = await told(now, code);
    expect(kept).toMatchObject({ code, subject: path.slice(path.indexOf('/') + 1), noticedAt: expect.any(String) });
    expect(kept?.severity).not.toBe('info');
    now = await goOn(now, async (open) => void good(await open.care.acknowledge(code, kept?.subject ?? '')));
    for (let session = 0; session < 2; session += 1) now = await goOn(now, edits(1));
    expect(await told(now, code)).toMatchObject({ severity: 'info' });
  });

  it('changes nothing of a case that is only looked at', async () => {
    const damaged = damagedAt(sound.liveSegment, sound.frameOf(3) + 200);
    const looked = await goOn(damaged, async (open) => void good(await open.verify(silently)), 'killed');
    expect([...looked.content.files.keys()].sort()).toEqual([...damaged.content.files.keys()].sort());
  });

  it('cannot be acknowledged when nothing like it was noticed', async () => {
    await goOn({ caseKey: sound.caseKey, content: sound.content }, async (open) => {
      expect(await open.care.acknowledge('blob-damaged', 'x')).toMatchObject({ ok: false, problem: { kind: 'not-found', what: 'finding' } });
    });
  });
});
