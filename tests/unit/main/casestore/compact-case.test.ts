import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCase } from '#main/casestore/case-store.ts';
import type { OpenCase } from '#main/casestore/open-case.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import { inCaseWithExhibits, recordOf, takeIn } from '#tests/harness/copied-case.ts';
import { contentOf, countingFacts, good, numberedId, sampleEvidence, samplePassphrase, silently, takesIn, writesNote } from '#tests/harness/stored-case.ts';

const again = async (folder: string): Promise<OpenCase> => good(await openCase(folder, { passphrase: samplePassphrase }, countingFacts()));
const filesOf = (folder: string, part: string) => readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 6);

async function compactNow(open: OpenCase) {
  return open.copies.compact(open.copies.freeable().digest, silently);
}

describe('compacting a case', { timeout: 120_000 }, () => {
  it('removes sealed bytes that nothing refers to and the history behind a fresh snapshot, and nothing else', () =>
    inCaseWithExhibits(async (made, _parent, folder) => {
      const doomed = await takeIn(made, 50, Buffer.alloc(400_000, 5));
      good(await made.commit(() => ({ ok: true, value: { label: 'remove-evidence', ops: [{ del: 'evidence', id: numberedId(50) }], custody: [] } })));
      for (let note = 300; note < 340; note += 1) good(await made.commit(writesNote(note, 'secret of an informant '.repeat(300))));
      for (let note = 300; note < 340; note += 1)
        good(await made.commit(() => ({ ok: true, value: { label: 'remove-note', ops: [{ del: 'notes', id: numberedId(note) }], custody: [] } })));
      good(await made.close());

      const open = await again(folder);
      const before = recordOf(open);
      const list = open.copies.freeable();
      expect(list).toMatchObject({ blobs: [{ blob: doomed.blob, name: 'exhibit-50.bin' }], keptForUndo: 0 });
      const freed = good(await compactNow(open));
      expect(freed).toMatchObject({ blobs: 1, logFiles: list.logFiles });
      expect(freed.freedBytes).toBeGreaterThan(list.blobBytes + 300_000);
      expect(recordOf(open)).toEqual(before);
      expect(filesOf(folder, 'snap')).toHaveLength(2);
      expect(filesOf(folder, 'log')).toEqual([]);
      expect(filesOf(folder, 'blob').filter((name) => name.endsWith(doomed.blob))).toEqual([]);
      good(await open.commit(writesNote(400)));
      expect(good(await open.verify(silently))).toMatchObject({ sound: true, findings: [] });
      good(await open.close());
      const last = await again(folder);
      expect(last.openingFindings).toEqual([]);
      expect(good(await last.verify(silently))).toMatchObject({ sound: true, findings: [] });
      for (const item of Object.values(last.record().evidence)) expect(good(await last.readBlob(item.blob, 0, item.bytes))).toHaveLength(item.bytes);
      await last.abandon();
    }));

  it('keeps what undo may bring back, and what an import that is not finished has stored', () =>
    inCaseWithExhibits(async (made, _parent, folder) => {
      const kept = await takeIn(made, 50, Buffer.alloc(40_000, 5));
      good(await made.close());
      const open = await again(folder);
      good(await open.commit(() => ({ ok: true, value: { label: 'remove-evidence', ops: [{ del: 'evidence', id: numberedId(50) }], custody: [] } })));
      const importing = good(await open.storeBlob(contentOf(Buffer.alloc(7000, 3)), silently));
      expect(open.copies.freeable()).toMatchObject({ blobs: [], keptForUndo: 2 });
      expect(good(await compactNow(open)).blobs).toBe(0);
      good(await open.undo());
      good(await open.commit(takesIn(sampleEvidence(51, importing))));
      for (const blob of [kept.blob, importing.blob]) expect((await open.readBlob(blob, 0, 10)).ok).toBe(true);
      expect(good(await open.verify(silently)).sound).toBe(true);
      await open.abandon();
    }));

  it('is refused when the list is not the one that was shown, and when the case is only read', () =>
    inCaseWithExhibits(async (made, _parent, folder) => {
      const loose = good(await made.storeBlob(contentOf(Buffer.alloc(900, 1)), silently));
      good(await made.close());
      const open = await again(folder);
      const { digest, blobs } = open.copies.freeable();
      expect(blobs.map(({ blob }) => blob)).toEqual([loose.blob]);
      good(await open.commit(takesIn(sampleEvidence(60, loose))));
      expect(await open.copies.compact(digest, silently)).toEqual({ ok: false, problem: { kind: 'refused', rule: 'compact-list-changed' } });
      await open.abandon();
      const reading = good(await openCase(folder, { passphrase: samplePassphrase }, countingFacts(), 'read'));
      expect(await compactNow(reading)).toEqual({ ok: false, problem: { kind: 'read-only' } });
      await reading.abandon();
    }));

  it('is refused in a damaged case and in a forked one, where every file may be the last of its kind', () =>
    inCaseWithExhibits(async (made, parent, folder) => {
      const stored = await takeIn(made, 50, Buffer.alloc(40_000, 5));
      good(await made.close());
      const fork = join(parent, 'Fork.case');
      cpSync(folder, fork, { recursive: true });
      writeFileSync(join(folder, 'blob', stored.blob.slice(0, 2), stored.blob), 'rotten');
      const damaged = await again(folder);
      expect(await compactNow(damaged)).toMatchObject({ ok: false, problem: { kind: 'verification-failed' } });
      await damaged.abandon();

      const other = join(parent, 'Other.case');
      cpSync(fork, other, { recursive: true });
      for (const [place, note] of [
        [fork, 700],
        [other, 701],
      ] as const) {
        const branch = await again(place);
        good(await branch.commit(writesNote(note)));
        await branch.abandon();
      }
      for (const name of readdirSync(join(other, 'log'))) cpSync(join(other, 'log', name), join(fork, 'log', name));
      const forked = await again(fork);
      expect(forked.openingFindings.map(({ code }) => code)).toContain('fork');
      const before = filesOf(fork, '.');
      expect(await compactNow(forked)).toMatchObject({ ok: false });
      expect(filesOf(fork, '.')).toEqual(before);
      await forked.abandon();
    }));

  it('is followed by a clean end, though nothing is edited after it', () =>
    inCaseWithExhibits(async (made, _parent, folder) => {
      good(await compactNow(made));
      good(await made.close());
      const open = await again(folder);
      expect(open.openingFindings).toEqual([]);
      await open.abandon();
    }));

  it('stops when it is cancelled, before anything is removed', () =>
    inCaseWithExhibits(async (made, _parent, folder) => {
      const loose: BlobId = good(await made.storeBlob(contentOf(Buffer.alloc(900, 1)), silently)).blob;
      good(await made.close());
      const open = await again(folder);
      const cancelled = { step: () => undefined, cancelled: () => true };
      expect(await open.copies.compact(open.copies.freeable().digest, cancelled)).toEqual({ ok: false, problem: { kind: 'cancelled' } });
      expect((await open.readBlob(loose, 0, 10)).ok).toBe(true);
      await open.abandon();
    }));
});
