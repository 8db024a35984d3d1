import { expect, it } from 'vitest';
import { openCaseFile } from '#main/casefile/case-file.ts';
import { createCaseIn } from '#main/casestore/case-store.ts';
import { openRecord } from '#main/casestore/open-case.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { textOrBeginning } from '#shared/domain/case/case-heads.ts';
import { highestOf, mayHave, objectsOf, passingBy } from '#shared/domain/case/objects-of.ts';
import { type Claim, ClaimSchema } from '#shared/domain/claim/claim.ts';
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

it('looking at one text of each object finds what going through them all finds, over edits and over damage', async () => {
  const { caseKey, content } = await longCase();
  const disk = recordingDisk(content);
  const file = good(await openCaseFile(disk.fileSystem, { kind: 'case-key', bytes: caseKey }, 'write'));
  const open = good(await openRecord(file, 'a.case', facts));
  const alike = () => {
    const plain = Object.fromEntries(objectsOf(open.record().claims).map((claim) => [claim.id, claim]));
    const lazy = open.heads().claims;
    for (const most of [1, 5, 600])
      expect(highestOf(lazy, 'changedAt', most).map(({ id }) => id)).toEqual(highestOf(plain, 'changedAt', most).map(({ id }) => id));
    expect(passingBy(lazy, 'eventAt', (date) => date !== '').map(({ id }) => id)).toEqual(
      passingBy(plain, 'eventAt', (date) => date !== '').map(({ id }) => id),
    );
    const marked = [...mayHave(open.record().claims, ['[x]'])];
    expect(marked.map(([id]) => id)).toEqual(Object.keys(plain));
    for (const [id, claim] of marked) if (claim === null) expect(plain[id]?.text).not.toContain('[x]');
    return marked.filter(([, claim]) => claim?.text.includes('[x]')).map(([id]) => id);
  };
  expect(alike()).toEqual([]);
  const [first, second, third] = claims as unknown as readonly [Claim, Claim, Claim];
  const later = { ...second, changedAt: '2025-02-01T09:00:00.000Z', text: 'done [x]', eventAt: '2024' } as Claim;
  const added = { ...third, id: numberedId(5_000), changedAt: '2025-01-20T09:00:00.000Z', text: 'also [x]' } as Claim;
  const ops = [
    { put: 'claims', id: later.id, value: later },
    { del: 'claims', id: first.id },
    { put: 'claims', id: added.id, value: added },
  ] as const;
  good(await open.commit(() => ({ ok: true, value: { label: 'edit-claim', ops, custody: [] } })));
  expect(alike()).toEqual([later.id, added.id]);
  expect(highestOf(open.heads().claims, 'changedAt', 2).map(({ id }) => id)).toEqual([later.id, added.id]);
  await open.abandon();

  const snapshots = [...content.files.keys()].filter((path) => path.startsWith('snap/')).sort();
  const newest = snapshots.at(-1) ?? '';
  const sound = content.files.get(newest) ?? Buffer.alloc(0);
  let met = 0;
  for (let chunk = Math.floor(sound.length / 16_400) - 10; chunk > 4; chunk -= 11) {
    const spoiled = recordingDisk(content);
    const again = good(await openRecord(good(await openCaseFile(spoiled.fileSystem, { kind: 'case-key', bytes: caseKey }, 'write')), 'a.case', facts));
    spoiled.fileSystem.open(newest, 'write').write(Buffer.alloc(1, 1 ^ (sound[56 + chunk * 16_400 + 50] ?? 0)), 56 + chunk * 16_400 + 50);
    expect(
      highestOf(again.heads().claims, 'changedAt', 3).map(({ id }) => id),
      `chunk ${chunk}`,
    ).toEqual(claims.slice(0, 3).map(({ id }) => id));
    expect([...mayHave(again.record().claims, ['499 слово'])].flatMap(([, claim]) => claim ?? []).some(({ id }) => id === numberedId(499))).toBe(true);
    met += again.openingFindings.some(({ code }) => code === 'snapshot-unusable') ? 1 : 0;
    await again.abandon();
  }
  expect(met).toBeGreaterThan(1);
}, 60_000);
