import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeHeader } from '#main/casefile/header.ts';
import { openCase } from '#main/casestore/case-store.ts';
import type { OpenCase } from '#main/casestore/open-case.ts';
import { rekeyCase } from '#main/casestore/rekey-case.ts';
import { defaultKdfCost, leastKdfCost } from '#main/crypto/argon2id.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import { filesBelow, inCaseWithExhibits, soundRecordIn, takeIn } from '#tests/harness/copied-case.ts';
import { countingFacts, good, numberedId, samplePassphrase, silently, writesNote } from '#tests/harness/stored-case.ts';

const renewed = new TextEncoder().encode('seven other random words in a row');
const wishes = { passphrase: renewed, label: 'A. Analyst', kdf: leastKdfCost };
const rekey = (from: string, to: string, secret = samplePassphrase, report = silently) =>
  rekeyCase(from, to, { passphrase: secret }, wishes, countingFacts(), report);
const withoutNames = (record: unknown) => JSON.parse(JSON.stringify(record).replaceAll(/"blob":"[a-z2-7]{52}"/g, '"blob":""')) as CaseRecord;

/** A closed case with exhibits, removed ones among them, and signed custody. */
function inClosedCase<T>(work: (parent: string, folder: string, old: CaseRecord) => Promise<T>): Promise<T> {
  return inCaseWithExhibits(async (made, parent, folder) => {
    await takeIn(made, 50, Buffer.alloc(40_000, 5));
    good(await made.commit(() => ({ ok: true, value: { label: 'remove-evidence', ops: [{ del: 'evidence', id: numberedId(50) }], custody: [] } })));
    good(await made.commit(writesNote(60, 'Рядовой 김 \u{1F4C4}')));
    good(await made.close());
    return work(parent, folder, (await soundRecordIn(folder)) as CaseRecord);
  });
}

async function reading<T>(folder: string, secret: Parameters<typeof openCase>[1], work: (open: OpenCase) => Promise<T> | T): Promise<T> {
  const open = good(await openCase(folder, secret, countingFacts(), 'read'));
  try {
    return await work(open);
  } finally {
    await open.abandon();
  }
}

describe('a case encrypted anew', { timeout: 180_000 }, () => {
  it('holds the same record, custody log and bytes under another key, another id and other names', () =>
    inClosedCase(async (parent, folder, old) => {
      const before = filesBelow(folder);
      const to = join(parent, 'New.case');
      const made = good(await rekey(folder, to));
      expect(made).toMatchObject({ folder: to, blobs: 4 });
      expect(filesBelow(folder)).toEqual(before);
      const anew = (await soundRecordIn(to, renewed)) as CaseRecord;
      const entries = Object.values(anew.custody);
      expect(entries.at(-1)).toMatchObject({ action: 're-keyed' });
      expect({ ...withoutNames(anew), custody: Object.fromEntries(Object.entries(anew.custody).slice(0, -1)) }).toEqual(withoutNames(old));
      const sameName = [...filesBelow(to).keys()].filter((name) => before.has(name));
      expect(sameName.toSorted()).toEqual(['README.txt', 'case.a', 'case.b']);
      const id = (place: string) => readFileSync(join(place, 'case.a')).toString('hex', 16, 32);
      expect(id(to)).not.toBe(id(folder));
      await reading(to, { passphrase: renewed }, async (open) => {
        for (const item of Object.values(open.record().evidence)) expect(good(await open.readBlob(item.blob, 0, item.bytes))).toHaveLength(item.bytes);
      });
    }));

  it('carries the keys of analysts and their signed checkpoints over, so that custody goes on as one log', () =>
    inClosedCase(async (parent, folder) => {
      const to = join(parent, 'New.case');
      good(await rekey(folder, to));
      const signed = (place: string, passphrase: Uint8Array) =>
        reading(place, { passphrase }, (open) => ({ keys: open.custody.keys(), points: open.custody.checkpoints() }));
      const [old, anew] = [await signed(folder, samplePassphrase), await signed(to, renewed)];
      expect(old.keys.length).toBeGreaterThan(0);
      expect(anew.keys).toEqual(old.keys);
      expect(anew.points.slice(-old.points.length)).toEqual(old.points);
      expect(anew.points.length).toBe(old.points.length + 1);
    }));

  it('opens with the new passphrase and the new recovery words, and with nothing that opened the old one', () =>
    inClosedCase(async (parent, folder) => {
      const to = join(parent, 'New.case');
      const { recoveryWords } = good(await rekey(folder, to));
      expect(recoveryWords).toHaveLength(24);
      await reading(to, { recoveryWords }, (open) => expect(open.openingFindings).toEqual([]));
      expect(await openCase(to, { passphrase: samplePassphrase }, countingFacts(), 'read')).toEqual({ ok: false, problem: { kind: 'wrong-passphrase' } });
      expect(await openCase(folder, { passphrase: renewed }, countingFacts(), 'read')).toEqual({ ok: false, problem: { kind: 'wrong-passphrase' } });
      expect(await openCase(folder, { recoveryWords }, countingFacts(), 'read')).toEqual({ ok: false, problem: { kind: 'wrong-recovery-code' } });
    }));

  it('costs who guesses what this computer can afford, not what the old one did', () =>
    inClosedCase(async (parent, folder) => {
      const measured = { passphrase: renewed, label: '' };
      const to = join(parent, 'New.case');
      const { cost } = good(await rekeyCase(folder, to, { passphrase: samplePassphrase }, measured, countingFacts(), silently));
      expect(cost.before).toEqual(leastKdfCost);
      expect(cost.now.memoryKiB).toBeGreaterThanOrEqual(defaultKdfCost.memoryKiB);
      expect(cost.now.passes).toBeGreaterThanOrEqual(defaultKdfCost.passes);
      const header = decodeHeader(readFileSync(join(to, 'case.a')));
      expect(header.state === 'whole' && header.header.cost).toEqual(cost.now);
    }));

  it('leaves nothing when it is refused or cancelled', () =>
    inClosedCase(async (parent, folder) => {
      const to = join(parent, 'New.case');
      const problem = async (reply: ReturnType<typeof rekey>) => {
        const answer = await reply;
        return answer.ok ? 'done' : answer.problem;
      };
      expect(await problem(rekey(folder, join(folder, 'New.case')))).toMatchObject({ kind: 'invalid-input', where: 'to' });
      expect(await problem(rekey(folder, to, renewed))).toEqual({ kind: 'wrong-passphrase' });
      expect(await problem(rekey(folder, join(parent, 'nowhere', 'New.case')))).toEqual({ kind: 'write-failed', reason: 'no-such-folder' });
      expect(await problem(rekey(join(parent, 'nothing'), to))).toEqual({ kind: 'not-a-case' });
      const open = good(await openCase(folder, { passphrase: samplePassphrase }, countingFacts()));
      expect(await problem(rekey(folder, to))).toEqual({ kind: 'case-in-use' });
      await open.abandon();
      expect(await problem(rekey(folder, folder))).toMatchObject({ kind: 'invalid-input' });
      for (const stopAt of [3, 14]) {
        let looks = 0;
        const cancelling = {
          step: () => undefined,
          cancelled: () => {
            looks += 1;
            return looks > stopAt;
          },
        };
        expect(await problem(rekey(folder, to, samplePassphrase, cancelling))).toEqual({ kind: 'cancelled' });
      }
      expect(readdirSync(parent)).toEqual(['Kursk.case']);
      good(await rekey(folder, to));
      expect(await problem(rekey(folder, to))).toEqual({ kind: 'folder-not-empty' });
    }));
});
