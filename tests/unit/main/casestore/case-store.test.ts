import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCase, openCase, recoverCase } from '#main/casestore/case-store.ts';
import type { CaseChange, OpenCase } from '#main/casestore/open-case.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { verifyEd25519 } from '#main/crypto/ed25519.ts';
import {
  contentOf,
  countingFacts,
  good,
  inTemporaryFolder,
  numberedId,
  putNote,
  sampleEvidence,
  sampleMeta,
  sampleNote,
  samplePassphrase,
  silently,
  takesIn,
  writesNote,
} from '#tests/harness/stored-case.ts';

const passphrase = samplePassphrase;
const other = new TextEncoder().encode('another one entirely');

async function inNewCase<T>(work: (open: OpenCase, folder: string, recoveryWords: readonly string[]) => Promise<T>): Promise<T> {
  return inTemporaryFolder(async (parent) => {
    const folder = join(parent, 'Kursk.case');
    const made = good(await createCase(folder, { meta: sampleMeta, passphrase, facts: countingFacts(), kdf: leastKdfCost }));
    try {
      return await work(made.case, folder, made.recoveryWords);
    } finally {
      await made.case.abandon();
    }
  });
}

describe('a case', { timeout: 120_000 }, () => {
  it('is made, edited, closed and opened again with everything in it', () =>
    inNewCase(async (made, folder) => {
      const bytes = Buffer.alloc(100_000, 'evidence');
      const stored = good(await made.storeBlob(contentOf(bytes), silently));
      good(await made.commit(takesIn(sampleEvidence(2, stored))));
      good(await made.commit(writesNote(3, 'Рядовой 김')));
      const words = made.headWords();
      good(await made.close());
      expect(await made.commit(writesNote(4))).toEqual({ ok: false, problem: { kind: 'case-locked' } });

      const open = good(await openCase(folder, { passphrase }, countingFacts()));
      expect(open.openingFindings).toEqual([]);
      expect(open.record().meta['case']).toEqual(sampleMeta);
      expect(open.record().notes[numberedId(3)]?.text).toBe('Рядовой 김');
      expect(Buffer.from(good(await open.readBlob(stored.blob, 50_001, 20)))).toEqual(bytes.subarray(50_001, 50_021));
      expect(good(await open.blobLength(stored.blob))).toBe(100_000);
      expect(open.headWords()).toHaveLength(6);
      expect(open.headWords()).not.toEqual(words);
      const verified = good(await open.verify(silently));
      expect(verified).toMatchObject({ sound: true, findings: [], counts: { blobs: 1, blobBytes: 100_000, objects: 2, custody: 1 } });
      good(await open.close());
    }));

  it('opens with its 24 recovery words and not with others', () =>
    inNewCase(async (made, folder, words) => {
      good(await made.close());
      expect(words).toHaveLength(24);
      good(await good(await openCase(folder, { recoveryWords: words }, countingFacts())).close());
      expect(await openCase(folder, { recoveryWords: [...words].reverse() }, countingFacts())).toEqual({ ok: false, problem: { kind: 'wrong-recovery-code' } });
      expect(await openCase(folder, { passphrase: other }, countingFacts())).toEqual({ ok: false, problem: { kind: 'wrong-passphrase' } });
    }));

  it('changes its passphrase: the old one stops working, the recovery code still does', () =>
    inNewCase(async (made, folder, words) => {
      expect(await made.keys.changePassphrase({ passphrase: other }, passphrase)).toEqual({ ok: false, problem: { kind: 'wrong-passphrase' } });
      good(await made.keys.changePassphrase({ passphrase }, other));
      good(await made.commit(writesNote(1)));
      good(await made.close());
      expect(await openCase(folder, { passphrase }, countingFacts())).toEqual({ ok: false, problem: { kind: 'wrong-passphrase' } });
      good(await good(await openCase(folder, { passphrase: other }, countingFacts())).close());
      const recovered = good(await recoverCase(folder, { recoveryWords: words }, passphrase, countingFacts()));
      expect(recovered.record().notes[numberedId(1)]).toBeDefined();
      good(await recovered.close());
      expect(await openCase(folder, { passphrase: other }, countingFacts())).toEqual({ ok: false, problem: { kind: 'wrong-passphrase' } });
      const open = good(await openCase(folder, { passphrase }, countingFacts()));
      expect(open.openingFindings).toEqual([]);
      good(await open.close());
    }));

  it('is refused to a second writer and open to a reader beside it', () =>
    inNewCase(async (made, folder) => {
      good(await made.commit(writesNote(1)));
      expect(await openCase(folder, { passphrase }, countingFacts())).toEqual({ ok: false, problem: { kind: 'case-in-use' } });
      const reader = good(await openCase(folder, { passphrase }, countingFacts(), 'read'));
      expect(reader.readOnly).toBe(true);
      expect(reader.record().notes[numberedId(1)]).toBeDefined();
      expect(await reader.commit(writesNote(2))).toEqual({ ok: false, problem: { kind: 'read-only' } });
      good(await reader.close());
      good(await made.commit(writesNote(2)));
    }));

  it('tells listeners which objects a commit touched, and nothing of their content', () =>
    inNewCase(async (made) => {
      const heard: CaseChange[] = [];
      const stop = made.onChange((change) => heard.push(change));
      good(await made.commit(writesNote(1)));
      good(await made.undo());
      stop();
      good(await made.redo());
      expect(heard).toEqual([
        { label: 'write-note', touched: [{ collection: 'notes', id: numberedId(1), removed: false }], custody: [] },
        { label: 'undo', touched: [{ collection: 'notes', id: numberedId(1), removed: true }], custody: [] },
      ]);
    }));

  it('signs with a key that stays the same for the life of the case', () =>
    inNewCase(async (made, folder) => {
      const message = Buffer.from('manifest');
      const signature = made.sign(message);
      good(await made.close());
      const open = good(await openCase(folder, { passphrase }, countingFacts()));
      expect(verifyEd25519(open.publicKey(), message, signature)).toBe(true);
      good(await open.close());
    }));

  it('hands back a refusal of the decision and writes nothing', () =>
    inNewCase(async (made) => {
      const words = made.headWords();
      expect(await made.commit(() => ({ ok: false, problem: { kind: 'refused', rule: 'link-to-itself' } }))).toEqual({
        ok: false,
        problem: { kind: 'refused', rule: 'link-to-itself' },
      });
      expect(made.headWords()).toEqual(words);
    }));

  it('runs commits one at a time, each deciding on what the one before left', () =>
    inNewCase(async (made) => {
      const count = () =>
        made.commit((record) => {
          const number = Object.keys(record.notes).length + 1;
          return { ok: true, value: { label: 'write-note', ops: [putNote(sampleNote(number))], custody: [] } };
        });
      await Promise.all(Array.from({ length: 20 }, count));
      expect(Object.keys(made.record().notes)).toHaveLength(20);
    }));

  it('throws for an edit it could not read back, and goes on', () =>
    inNewCase(async (made) => {
      const bad = { ...sampleNote(1), text: 7 } as never;
      await expect(made.commit(() => ({ ok: true, value: { label: 'write-note', ops: [putNote(bad)], custody: [] } }))).rejects.toThrow(
        'invalid object in notes',
      );
      good(await made.commit(writesNote(2)));
    }));

  it('keeps every word of it sealed', () =>
    inNewCase(async (made, folder) => {
      good(await made.commit(writesNote(1, 'canary-in-a-note')));
      const stored = good(await made.storeBlob(contentOf(Buffer.from('canary-in-evidence'.repeat(100)), 'canary-file.txt'), silently));
      good(await made.commit(takesIn(sampleEvidence(2, stored))));
      good(await made.close());
      const all = Buffer.concat(
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
      );
      for (const word of ['canary', 'Two soldiers', 'Analyst', 'correct horse']) expect(all.includes(word), word).toBe(false);
    }));
});
