import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCase, openCase } from '#main/casestore/case-store.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import { filesBelow, inCaseWithExhibits, recordOf, soundRecordIn, takeIn } from '#tests/harness/copied-case.ts';
import { countingFacts, good, sampleMeta, samplePassphrase, silently, writesNote } from '#tests/harness/stored-case.ts';

const passphrase = samplePassphrase;

describe('a backup in a folder', { timeout: 120_000 }, () => {
  it('opens with the same passphrase and holds every edit and every byte', () =>
    inCaseWithExhibits(async (open, parent) => {
      const to = join(parent, 'Backup.case');
      const made = good(await open.copies.backUp(to, 'folder', silently));
      expect(made).toMatchObject({ place: to, copiedBytes: made.bytes - 2 * 8192, edits: 15, damaged: 0 });
      expect(made.headWords).toEqual(open.headWords());
      expect(await soundRecordIn(to)).toEqual(recordOf(open));
      expect(readdirSync(parent).toSorted()).toEqual(['Backup.case', 'Kursk.case']);
    }));

  it('is a state of the case that has everything acknowledged before it began, however much is edited meanwhile', () =>
    inCaseWithExhibits(async (open, parent) => {
      const to = join(parent, 'Backup.case');
      let number = 1000;
      let stop = false;
      const edits = (async () => {
        while (!stop) {
          number += 1;
          good(await open.commit(writesNote(number, 'x'.repeat(2000))));
          if (number % 40 === 0) await takeIn(open, number + 100_000, Buffer.alloc(50_000, number));
          await new Promise((resolve) => setImmediate(resolve));
        }
      })();
      await new Promise((resolve) => setTimeout(resolve, 30));
      for (let round = 0; round < 3; round += 1) {
        const before = Object.keys(open.record().notes);
        good(await open.copies.backUp(to, 'folder', silently));
        const copy = (await soundRecordIn(to)) as { readonly notes: { readonly [id: string]: unknown } };
        const notes = Object.keys(copy.notes);
        expect(notes).toEqual(expect.arrayContaining(before));
        // A prefix: the notes are those of the case up to some number, none left out.
        expect(notes.toSorted()).toEqual(Object.keys(open.record().notes).toSorted().slice(0, notes.length));
      }
      stop = true;
      await edits;
      expect(number).toBeGreaterThan(1020);
    }));

  it('copies only what is missing the next time, through snapshots and a change of passphrase', () =>
    inCaseWithExhibits(async (open, parent, folder) => {
      const to = join(parent, 'Backup.case');
      good(await open.copies.backUp(to, 'folder', silently));
      good(await open.commit(writesNote(200)));
      const second = good(await open.copies.backUp(to, 'folder', silently));
      expect(second.copiedFiles).toBe(1);
      expect(second.copiedBytes).toBeLessThan(200_000);
      await takeIn(open, 300, Buffer.alloc(5000, 1));
      good(await open.close());
      const next = new TextEncoder().encode('another passphrase, changed since');
      const first = good(await openCase(folder, { passphrase }, countingFacts()));
      good(await first.keys.changePassphrase({ passphrase }, next));
      good(await first.close());
      for (let session = 0; session < 3; session += 1) {
        const again = good(await openCase(folder, { passphrase: next }, countingFacts()));
        good(await again.commit(writesNote(400 + session)));
        good(await again.close());
      }
      const last = good(await openCase(folder, { passphrase: next }, countingFacts()));
      good(await last.copies.backUp(to, 'folder', silently));
      const expected = recordOf(last);
      await last.abandon();
      expect(await soundRecordIn(to, next)).toEqual(expected);
      expect(await openCase(to, { passphrase }, countingFacts(), 'read')).toEqual({ ok: false, problem: { kind: 'wrong-passphrase' } });
      const [here, there] = [filesBelow(folder), filesBelow(to)];
      expect([...there.keys()].filter((name) => name !== 'BACKUP')).toEqual([...here.keys()]);
      for (const [name, bytes] of here) expect(there.get(name), name).toBe(bytes);
    }));

  it('mends bytes that have rotted in it, and keeps bytes that the case has lost', () =>
    inCaseWithExhibits(async (open, parent, folder) => {
      const to = join(parent, 'Backup.case');
      const stored = await takeIn(open, 300, Buffer.alloc(9000, 9));
      good(await open.copies.backUp(to, 'folder', silently));
      const path = join('blob', stored.blob.slice(0, 2), stored.blob);
      const whole = filesBelow(to).get(path);
      writeFileSync(join(to, path), Buffer.alloc(statSync(join(to, path)).size, 1));
      good(await open.copies.backUp(to, 'folder', silently));
      expect(filesBelow(to).get(path)).toEqual(whole);
      rmSync(join(folder, path));
      expect(good(await open.copies.backUp(to, 'folder', silently)).damaged).toBe(0);
      expect(filesBelow(to).get(path)).toEqual(whole);
      expect(good(await open.copies.backUp(join(parent, 'Other.case'), 'folder', silently)).damaged).toBe(1);
    }));

  it('is refused inside the case, over another case, over anything else, and where there is no folder', () =>
    inCaseWithExhibits(async (open, parent, folder) => {
      const problem = async (to: string) => {
        const reply = await open.copies.backUp(to, 'folder', silently);
        return reply.ok ? reply.value : reply.problem;
      };
      expect(await problem(join(folder, 'inside'))).toMatchObject({ kind: 'invalid-input', where: 'to' });
      expect(await problem(folder)).toMatchObject({ kind: 'invalid-input', where: 'to' });
      mkdirSync(join(parent, 'letters'));
      writeFileSync(join(parent, 'letters', 'a.txt'), 'dear');
      expect(await problem(join(parent, 'letters'))).toEqual({ kind: 'folder-not-empty' });
      expect(await problem(join(parent, 'letters', 'a.txt'))).toMatchObject({ kind: 'invalid-input', where: 'to' });
      expect(await problem(join(parent, 'nowhere', 'Backup.case'))).toEqual({ kind: 'write-failed', reason: 'no-such-folder' });
      const other = join(parent, 'Other.case');
      await good(await createCase(other, { meta: sampleMeta, passphrase, facts: countingFacts(), kdf: leastKdfCost })).case.abandon();
      expect(await problem(other)).toEqual({ kind: 'refused', rule: 'backup-of-another-case' });
      expect(readdirSync(parent).toSorted()).toEqual(['Kursk.case', 'Other.case', 'letters']);
    }));

  it('is never overwritten when it was worked in, or when the case is the older of the two', () =>
    inCaseWithExhibits(async (open, parent, folder) => {
      const to = join(parent, 'Backup.case');
      const old = join(parent, 'Old.case');
      good(await open.close());
      cpSync(folder, old, { recursive: true });
      const now = good(await openCase(folder, { passphrase }, countingFacts()));
      good(await now.commit(writesNote(500)));
      good(await now.copies.backUp(to, 'folder', silently));
      await now.abandon();

      rmSync(folder, { recursive: true });
      cpSync(old, folder, { recursive: true });
      const rolledBack = good(await openCase(folder, { passphrase }, countingFacts()));
      const before = filesBelow(to);
      expect(await rolledBack.copies.backUp(to, 'folder', silently)).toEqual({ ok: false, problem: { kind: 'refused', rule: 'backup-is-newer' } });
      good(await rolledBack.commit(writesNote(501)));
      good(await rolledBack.commit(writesNote(502)));
      expect(await rolledBack.copies.backUp(to, 'folder', silently)).toEqual({ ok: false, problem: { kind: 'refused', rule: 'backup-is-newer' } });
      expect(filesBelow(to)).toEqual(before);
      await rolledBack.abandon();

      const inBackup = good(await openCase(to, { passphrase }, countingFacts()));
      good(await inBackup.commit(writesNote(503)));
      good(await inBackup.close());
      const again = good(await openCase(folder, { passphrase }, countingFacts()));
      for (let note = 600; note < 620; note += 1) good(await again.commit(writesNote(note)));
      expect(await again.copies.backUp(to, 'folder', silently)).toEqual({ ok: false, problem: { kind: 'refused', rule: 'backup-went-on' } });
      await again.abandon();
    }));

  it('leaves nothing when it is cancelled, and says how many bytes are done', () =>
    inCaseWithExhibits(async (open, parent) => {
      const seen: string[] = [];
      const until = (stopAt: number): Progress => ({
        step: (phase, done, total) => void seen.push(`${phase} ${done} of ${total}`),
        cancelled: () => seen.length >= stopAt,
      });
      for (const as of ['folder', 'tar'] as const) {
        const to = join(parent, `Backup.${as}`);
        for (const stopAt of [1, 4, 9, 14]) {
          seen.length = 0;
          expect(await open.copies.backUp(to, as, until(stopAt))).toEqual({ ok: false, problem: { kind: 'cancelled' } });
          expect(readdirSync(parent)).toEqual(['Kursk.case']);
        }
        seen.length = 0;
        const made = good(await open.copies.backUp(to, as, until(Number.POSITIVE_INFINITY)));
        expect(seen.at(-1)).toBe(`verifying ${made.bytes} of ${made.bytes}`);
        rmSync(to, { recursive: true });
      }
      expect(existsSync(join(parent, 'Backup.tar.part'))).toBe(false);
    }));
});
