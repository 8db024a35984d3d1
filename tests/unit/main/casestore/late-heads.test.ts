import { expect, it } from 'vitest';
import { openCaseFile } from '#main/casefile/case-file.ts';
import { createCaseIn } from '#main/casestore/case-store.ts';
import { openRecord } from '#main/casestore/open-case.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { textOrBeginning } from '#shared/domain/case/case-heads.ts';
import { objectsOf } from '#shared/domain/case/objects-of.ts';
import { ClaimSchema } from '#shared/domain/claim/claim.ts';
import { type DiskContent, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { countingFacts, good, numberedId, sampleMeta, samplePassphrase, writesNote } from '#tests/harness/stored-case.ts';

const facts = countingFacts();
const at = '2025-01-12T09:00:00.000Z';
const claims = Array.from({ length: 500 }, (_, number) =>
  ClaimSchema.parse({
    id: numberedId(number + 1),
    text: `${number + 1} ${'слово '.repeat(400)}`,
    asserterId: numberedId(9_000),
    act: 'claimed',
    viaIds: [],
    saidAt: null,
    eventAt: null,
    anchors: [],
    workState: 'to-do',
    finding: 'unassessed',
    verdict: null,
    credibility: null,
    madeAt: at,
    changedAt: at,
    by: 'A. Analyst',
  }),
);

/** Two snapshots of a case of long claims, far larger than what is opened to the last byte at once. */
async function longCase(): Promise<{ readonly caseKey: Buffer; readonly content: DiskContent }> {
  const disk = recordingDisk();
  const made = good(await createCaseIn(disk.fileSystem, 'a.case', { meta: sampleMeta, passphrase: samplePassphrase, facts, kdf: leastKdfCost })).case;
  const ops = claims.map((claim) => ({ put: 'claims', id: claim.id, value: claim }) as const);
  good(await made.commit(() => ({ ok: true, value: { label: 'assert-claim', ops, custody: [] } })));
  good(await made.close());
  const file = good(await openCaseFile(disk.fileSystem, { kind: 'passphrase', bytes: samplePassphrase }, 'write'));
  const open = good(await openRecord(file, 'a.case', facts));
  good(await open.commit(writesNote(8_000)));
  good(await open.close());
  return { caseKey: Buffer.from(file.keys.caseKey), content: disk.content() };
}

it('the beginning of a claim is read when somebody looks at it, and is told all the same when that part turns out damaged only then', async () => {
  const { caseKey, content } = await longCase();
  const newest =
    [...content.files.keys()]
      .filter((path) => path.startsWith('snap/'))
      .sort()
      .at(-1) ?? '';
  const sound = content.files.get(newest) ?? Buffer.alloc(0);
  const chunks = Math.floor(sound.length / 16_400);
  let met = 0;
  // The tables lie at the end: some of these chunks hold nothing but beginnings of texts.
  for (let chunk = chunks - 24; chunk < chunks; chunk += 2) {
    const disk = recordingDisk(content);
    const file = good(await openCaseFile(disk.fileSystem, { kind: 'case-key', bytes: caseKey }, 'write'));
    const open = good(await openRecord(file, 'a.case', facts));
    const heads = objectsOf(open.heads().claims);
    disk.fileSystem.open(newest, 'write').write(Buffer.alloc(1, 1 ^ (sound[56 + chunk * 16_400 + 50] ?? 0)), 56 + chunk * 16_400 + 50);
    expect(heads.map(textOrBeginning), `chunk ${chunk}`).toEqual(claims.map(({ text }) => text.slice(0, 400)));
    met += open.openingFindings.some(({ code }) => code === 'snapshot-unusable') ? 1 : 0;
    expect(open.readOnly).toBe(false);
    await open.abandon();
  }
  expect(met).toBeGreaterThan(1);
}, 60_000);
