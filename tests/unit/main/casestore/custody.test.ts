import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { custodyDigest } from '#main/casestore/custody-chain.ts';
import { custodyLine } from '#main/casestore/custody-tree.ts';
import { canonicalJson } from '#main/crypto/canonical-json.ts';
import { parseCheckpoint } from '#main/crypto/checkpoint-note.ts';
import { verifyInclusion } from '#main/crypto/merkle-proof.ts';
import { leafHash, startMerkleTree } from '#main/crypto/merkle-tree.ts';
import { checkSignature, formatNote, parseNote, parseVerifierKey, signNote } from '#main/crypto/signed-note.ts';
import { CustodyEntrySchema } from '#shared/domain/custody/custody-entry.ts';
import { amendCase } from '#tests/harness/amend-case.ts';
import { act, codes, entriesOf, newDisk } from '#tests/harness/custody-in-memory.ts';
import { good, silently, writesNote } from '#tests/harness/stored-case.ts';

describe('the custody log of a case', { timeout: 60_000 }, () => {
  it('tells what happened to the case as a whole, chained with everything else', async () => {
    const { open } = await (await newDisk()).open();
    await act(open, 1, 'travel-locked');
    await act(open, 1, 'repaired');
    const [first, second] = entriesOf(open);
    expect(first).toMatchObject({ seq: 0, action: 'travel-locked', evidenceId: null, prev: '0'.repeat(64), elapsed: null });
    expect(second).toMatchObject({ seq: 1, action: 'repaired', prev: first && custodyDigest(first), session: first?.session });
    await open.abandon();
  });

  it('is signed with a key of the analyst, made by chance at the first signature and kept', async () => {
    const disk = await newDisk();
    const first = (await disk.open()).open;
    await act(first, 3);
    const signed = good(await first.custody.sign());
    const [signer] = signed.signatures;
    expect(signed).toMatchObject({ size: 3, words: expect.arrayContaining([expect.any(String)]) });
    expect(signer).toMatchObject({ name: 'A._Analyst', own: true });
    const note = parseNote(signed.note) ?? expect.unreachable();
    expect(checkSignature(note, { name: 'A._Analyst', publicKey: Buffer.from(signer?.publicKey ?? '', 'base64') })).toBe('holds');
    const tree = startMerkleTree();
    for (const entry of entriesOf(first)) tree.append(leafHash(Buffer.from(JSON.stringify(sortKeys(entry)))));
    expect(parseCheckpoint(note.text)).toMatchObject({ size: 3, root: Uint8Array.from(tree.root()) });
    expect(parseCheckpoint(note.text)?.origin).toMatch(/^corroborate\/custody\/[0-9a-f]{32}$/);
    expect(note.text).not.toContain(first.caseId);
    good(await first.close());

    const second = (await disk.open()).open;
    await act(second, 2);
    const again = good(await second.custody.sign());
    expect(again.signatures[0]?.publicKey).toBe(signer?.publicKey);
    expect(again.note.split('\n')[0]).toBe(signed.note.split('\n')[0]);
    expect(second.custody.checkpoints().map(({ size }) => size)).toEqual([5, 3]);
    expect(Buffer.from(signer?.publicKey ?? '', 'base64').equals(second.publicKey())).toBe(false);
    await second.abandon();
    const other = (await (await newDisk()).open()).open;
    await act(other);
    expect(good(await other.custody.sign()).signatures[0]?.publicKey).not.toBe(signer?.publicKey);
    await other.abandon();
  });

  it('never shows a private key: not in the record, in queries, in events or in checkpoints', async () => {
    const { open } = await (await newDisk()).open();
    const heard: unknown[] = [];
    open.onChange((change) => heard.push(change));
    await act(open);
    const signed = good(await open.custody.sign());
    const seed = [...open.lines()].map((line) => JSON.parse(line)).find(([collection]) => collection === 'signers')?.[2].seed;
    expect(seed).toMatch(/^[0-9a-f]{64}$/);
    const shown = JSON.stringify([
      open.record(),
      signed,
      open.custody.checkpoints(),
      open.custody.keys(),
      heard,
      open.history(),
      good(await open.verify(silently)),
    ]);
    expect(shown).not.toContain(seed);
    expect(Object.keys(open.record())).not.toContain('signers');
    expect(open.history().undo).toEqual([]);
    expect(good(await open.custody.prove({ seqs: null, fresh: false, proofs: true })).checkpoint).toEqual(signed);
    await open.abandon();
  });

  it('is signed whenever the case is closed, once for each state, and not when nothing happened', async () => {
    const disk = await newDisk();
    const sizes: (readonly number[])[] = [];
    for (const acts of [0, 2, 0, 1]) {
      const { open } = await disk.open();
      await act(open, acts);
      if (acts === 0) good(await open.commit(writesNote(sizes.length + 1)));
      good(await open.close());
      const { open: again } = await disk.open();
      sizes.push(again.custody.checkpoints().map(({ size }) => size));
      expect(await codes(again)).toEqual([]);
      await again.abandon();
    }
    expect(sizes).toEqual([[], [2], [2], [3, 2]]);
  });

  it('signs the same state once, and refuses what it cannot sign', async () => {
    const { open } = await (await newDisk()).open();
    expect(await open.custody.sign()).toEqual({ ok: false, problem: { kind: 'refused', rule: 'nothing-to-sign' } });
    await act(open, 2);
    const signed = good(await open.custody.sign());
    expect(good(await open.custody.sign())).toEqual(signed);
    expect(await open.custody.sign('Nobody')).toEqual({ ok: false, problem: { kind: 'refused', rule: 'not-an-analyst' } });
    expect(await open.custody.sign(undefined, 1)).toEqual({ ok: false, problem: { kind: 'refused', rule: 'nothing-to-sign' } });
    await act(open);
    expect(good(await open.custody.sign(undefined, 2))).toEqual(signed);
    await open.abandon();
  });

  it('carries keys and checkpoints through snapshots, and undo cannot reach them', async () => {
    const disk = await newDisk();
    const { open, file } = await disk.open();
    good(await open.commit(writesNote(1)));
    await act(open);
    const signed = good(await open.custody.sign());
    good(file.snapshot(open.lines()));
    good(await open.undo());
    expect(open.custody.checkpoints()).toEqual([signed]);
    good(await open.close());
    const { open: again } = await disk.open();
    expect(again.custody.checkpoints()).toEqual([signed]);
    expect(again.openingFindings).toEqual([]);
    await again.abandon();
  });
});

describe('the line of an entry', () => {
  it('is its canonical JSON (RFC 8785), whatever stands in it', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(text, text, fc.nat(), (reason, actor, seq) => {
        const zeros = '0'.repeat(64);
        const given = { v: 1, seq, prev: zeros, at: '2026-11-23T12:00:00.000Z', actor, action: 'viewed', evidenceId: null, reason };
        const entry = CustodyEntrySchema.parse({
          ...given,
          sha256Before: null,
          sha256After: zeros,
          tool: 't',
          session: '0'.repeat(16),
          elapsed: 5,
          salt: '0'.repeat(32),
        });
        expect(custodyLine(entry)).toBe(canonicalJson(entry));
      }),
    );
  });
});

describe('proofs of custody', { timeout: 60_000 }, () => {
  it('hold for any choice of entries, and a forged one never does', async () => {
    const { open } = await (await newDisk()).open();
    await act(open, 60);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(59), { minLength: 1, maxLength: 12 }), fc.nat(), async (picked, bend) => {
        const proven = good(await open.custody.prove({ seqs: picked, fresh: false, proofs: true }));
        const { root, size } = parseCheckpoint(parseNote(proven.checkpoint.note)?.text ?? '') ?? expect.unreachable();
        expect(proven.entries.map(({ seq }) => seq)).toEqual(picked);
        for (const { seq, line, proof } of proven.entries) {
          const hashes = (proof ?? []).map((hash) => Buffer.from(hash, 'base64'));
          expect(verifyInclusion(leafHash(Buffer.from(line)), seq, size, hashes, root)).toBe(true);
          const forged = line.replace(/number \d+/, `number ${1000 + (bend % 1000)}`);
          expect(forged).not.toBe(line);
          expect(verifyInclusion(leafHash(Buffer.from(forged)), seq, size, hashes, root)).toBe(false);
          expect(verifyInclusion(leafHash(Buffer.from(line)), (seq + 1 + (bend % 59)) % 60, size, hashes, root)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
    await open.abandon();
  });

  it('of the same entries always stand under the same checkpoint, however the log goes on', async () => {
    const { open } = await (await newDisk()).open();
    await act(open, 4);
    const asked = { seqs: [0, 2], fresh: false, proofs: true };
    const first = good(await open.custody.prove(asked));
    await act(open, 3);
    good(await open.custody.sign());
    expect(good(await open.custody.prove(asked))).toEqual(first);
    expect(good(await open.custody.prove({ ...asked, seqs: [4] })).checkpoint.size).toBe(7);
    expect(good(await open.custody.prove({ ...asked, fresh: true })).checkpoint.size).toBe(7);
    await open.abandon();
  });
});

describe('co-signatures', { timeout: 60_000 }, () => {
  it('of a second analyst of the case are told as of the same case', async () => {
    const { open } = await (await newDisk()).open();
    good(await open.commit((record) => amendCase(record, ['A. Analyst', 'Б. Вторая'])));
    await act(open);
    good(await open.custody.sign());
    const both = good(await open.custody.sign('Б. Вторая', 1));
    expect(both.signatures.map(({ name, own }) => [name, own])).toEqual([
      ['A._Analyst', true],
      ['Б._Вторая', true],
    ]);
    expect(await codes(open)).toEqual([]);
    await open.abandon();
  });

  it('come in from another case when the key is known, and hold in both', async () => {
    const [mine, hers] = [(await (await newDisk()).open()).open, (await (await newDisk()).open()).open];
    await act(mine, 5);
    const signed = good(await mine.custody.sign());
    const cosigned = good(await hers.custody.cosign(signed.note));
    expect(cosigned).toMatchObject({ size: 5, words: signed.words });
    expect(good(await hers.custody.cosign(cosigned.note)).note).toBe(cosigned.note);
    expect(await mine.custody.addSignatures(cosigned.note, [])).toEqual({ ok: false, problem: { kind: 'refused', rule: 'signer-unknown' } });
    const taken = good(await mine.custody.addSignatures(cosigned.note, [cosigned.verifierKey]));
    expect(taken.added).toEqual(['A._Analyst']);
    expect(taken.checkpoint.signatures.map(({ own }) => own)).toEqual([true, false]);
    expect(taken.checkpoint.note).toBe(cosigned.note);
    // Once known, a key need not be told again; nothing comes in twice.
    expect(good(await mine.custody.addSignatures(cosigned.note, [])).added).toEqual([]);
    expect(mine.custody.keys().map(({ own }) => own)).toEqual([true, false]);
    expect(mine.custody.keys().map(({ verifierKey }) => parseVerifierKey(verifierKey))).not.toContain(null);
    expect(await codes(mine)).toEqual([]);
    await Promise.all([mine.abandon(), hers.abandon()]);
  });

  it('are refused on another log, on a changed note, and with a signature that does not hold', async () => {
    const [mine, hers] = [(await (await newDisk()).open()).open, (await (await newDisk()).open()).open];
    await act(mine, 2);
    await act(hers, 2);
    const signed = good(await mine.custody.sign());
    const other = good(await hers.custody.sign());
    const rule = async (note: string, keys: readonly string[] = []) => {
      const answer = await mine.custody.addSignatures(note, keys);
      return answer.ok ? 'taken in' : answer.problem.kind === 'refused' ? answer.problem.rule : answer.problem.kind;
    };
    expect(await rule(other.note)).toBe('checkpoint-of-another-log');
    expect(await rule('no note')).toBe('invalid-input');
    expect(await rule(signed.note, ['no key'])).toBe('invalid-input');
    const key = hers.custody.keys()[0]?.verifierKey ?? '';
    const read = parseNote(good(await hers.custody.cosign(signed.note)).note) ?? expect.unreachable();
    const forger = signNote(read.text, 'A._Analyst', Buffer.alloc(32, 5));
    const forged = formatNote({ ...read, signatures: read.signatures.map((line, at) => (at === 1 ? { ...line, signature: forger.signature } : line)) });
    expect(await rule(forged, [key])).toBe('signature-wrong');
    expect(await hers.custody.cosign('no note')).toMatchObject({ ok: false, problem: { kind: 'invalid-input', where: 'note' } });
    await Promise.all([mine.abandon(), hers.abandon()]);
  });
});

function sortKeys(entry: object): object {
  return Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)));
}
