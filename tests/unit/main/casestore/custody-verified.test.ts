import { describe, expect, it } from 'vitest';
import { act, codes, newDisk, rechained } from '#tests/harness/custody-in-memory.ts';
import { good } from '#tests/harness/stored-case.ts';

describe('verify tells', { timeout: 60_000 }, () => {
  /** The next session reads what `change` makes of the stored lines, as somebody with the key could write them. */
  async function rewritten(change: (lines: readonly unknown[][]) => readonly unknown[][]) {
    const disk = await newDisk();
    const { open, file } = await disk.open();
    await act(open, 3);
    good(await open.custody.sign());
    await act(open, 3);
    good(await open.custody.sign());
    good(file.snapshot(change([...open.lines()].map((line) => JSON.parse(line))).map((line) => JSON.stringify(line))));
    await open.abandon();
    const { open: again } = await disk.open();
    const found = await codes(again);
    await act(again);
    const next = await again.custody.sign();
    await again.abandon();
    return { found: found.filter(([code]) => code !== 'unclean-end'), next };
  }

  it('nothing when nothing was touched', async () => {
    expect((await rewritten((lines) => lines)).found).toEqual([]);
  });

  it('an entry rewritten with the whole chain after it: every checkpoint behind it is broken', async () => {
    const { found } = await rewritten((lines) => rechained(lines, (entry) => (entry.seq === 3 ? { ...entry, reason: 'another story' } : entry)));
    expect(found).toEqual([['checkpoint-broken', 'checkpoint of 6 entries']]);
    const early = await rewritten((lines) => rechained(lines, (entry) => (entry.seq === 0 ? { ...entry, reason: 'another story' } : entry)));
    expect(early.found.map(([code]) => code)).toEqual(['checkpoint-broken', 'checkpoint-broken']);
  });

  it('an entry rewritten alone: the chain is broken too', async () => {
    const { found } = await rewritten((lines) =>
      lines.map(([c, k, v]) => [c, k, c === 'custody' && k === '0000000001' ? { ...(v as object), reason: 'x' } : v]),
    );
    expect(found.map(([code]) => code)).toContain('custody-broken');
  });

  it('entries that were cut off behind a checkpoint, and signs nothing on top of that', async () => {
    const { found, next } = await rewritten((lines) => lines.filter(([collection, key]) => collection !== 'custody' || Number(key) < 4));
    expect(found).toEqual([['checkpoint-broken', 'checkpoint of 6 entries']]);
    expect(next).toEqual({ ok: false, problem: { kind: 'case-damaged', part: 'custody' } });
  });

  it('a signature or a key under a checkpoint that was exchanged', async () => {
    const { found } = await rewritten((lines) =>
      lines.map(([c, k, v]) => {
        if (c !== 'checkpoints' || k !== '0000000003') return [c, k, v];
        const checkpoint = v as { readonly signers: readonly object[] };
        return [c, k, { ...checkpoint, signers: checkpoint.signers.map((signer) => ({ ...signer, publicKey: Buffer.alloc(32, 9).toString('base64') })) }];
      }),
    );
    expect(found).toEqual([['checkpoint-signature-wrong', 'checkpoint of 3 entries']]);
  });

  it('a checkpoint whose stored tree was exchanged is not built upon', async () => {
    const { found, next } = await rewritten((lines) =>
      lines.map(([c, k, v]) => [c, k, c === 'checkpoints' ? { ...(v as object), peaks: [Buffer.alloc(32, 9).toString('base64')] } : v]),
    );
    expect(found.map(([code]) => code)).toEqual(['checkpoint-broken', 'checkpoint-broken']);
    expect(next).toEqual({ ok: false, problem: { kind: 'case-damaged', part: 'custody' } });
  });

  it('after a repair that lost entries: old checkpoints no longer fit, and the log begins anew under another origin', async () => {
    const disk = await newDisk();
    const { open, file } = await disk.open();
    await act(open, 4);
    const before = good(await open.custody.sign());
    const lines = [...open.lines()].map((line) => JSON.parse(line) as unknown[]);
    const standIn = rechained(lines, (entry) => (entry.seq === 1 ? { ...entry, action: 'lost', reason: null } : entry));
    good(file.snapshot(standIn.map((line) => JSON.stringify(line))));
    await open.abandon();
    const { open: again } = await disk.open();
    await act(again, 1, 'repaired');
    const after = good(await again.custody.sign());
    expect(after.note.split('\n')[0]).not.toBe(before.note.split('\n')[0]);
    const asked = { seqs: [0, 2], fresh: false, proofs: true };
    const proven = good(await again.custody.prove(asked));
    expect(proven.checkpoint).toEqual(after);
    await act(again);
    const next = good(await again.custody.sign());
    expect(next.note.split('\n')[0]).toBe(after.note.split('\n')[0]);
    expect(good(await again.custody.prove(asked))).toEqual(proven);
    expect((await codes(again)).map(([code]) => code).filter((code) => code !== 'unclean-end')).toEqual(['custody-gap']);
    await again.abandon();
  });

  it('after such a repair what is signed anew must hold again', async () => {
    const disk = await newDisk();
    const { open, file } = await disk.open();
    await act(open, 4);
    good(await open.custody.sign());
    const lines = [...open.lines()].map((line) => JSON.parse(line) as unknown[]);
    const standIn = rechained(lines, (entry) => (entry.seq === 1 ? { ...entry, action: 'lost', reason: null } : entry));
    good(file.snapshot(standIn.map((line) => JSON.stringify(line))));
    await open.abandon();
    const { open: again, file: repaired } = await disk.open();
    await act(again, 1, 'repaired');
    const { size } = good(await again.custody.sign());
    const signed = [...again.lines()].map((line) => JSON.parse(line) as unknown[]);
    const rewritten = rechained(signed, (entry) => (entry.seq === 2 ? { ...entry, reason: 'another story' } : entry));
    good(repaired.snapshot(rewritten.map((line) => JSON.stringify(line))));
    await again.abandon();
    const { open: last } = await disk.open();
    expect((await codes(last)).filter(([code]) => code === 'checkpoint-broken')).toEqual([['checkpoint-broken', `checkpoint of ${size} entries`]]);
    await last.abandon();
  });

  it('and nothing is proven by a log that was rewritten without a repair to explain it', async () => {
    const disk = await newDisk();
    const { open, file } = await disk.open();
    await act(open, 4);
    good(await open.custody.sign());
    const lines = [...open.lines()].map((line) => JSON.parse(line) as unknown[]);
    good(file.snapshot(rechained(lines, (entry) => ({ ...entry, reason: 'another story' })).map((line) => JSON.stringify(line))));
    await open.abandon();
    const { open: again } = await disk.open();
    await act(again);
    for (const fresh of [true, false])
      expect(await again.custody.prove({ seqs: [0], fresh, proofs: false })).toEqual({ ok: false, problem: { kind: 'case-damaged', part: 'custody' } });
    await again.abandon();
  });
});
