import { describe, expect, it } from 'vitest';
import { openCaseFile } from '#main/casefile/case-file.ts';
import { readSnapshot } from '#main/casefile/snapshot.ts';
import { done, refused } from '#shared/kernel/reply.ts';
import { anchorsIn, bareCase, openCases, recordsOf } from '#tests/harness/bare-case.ts';
import { good } from '#tests/harness/stored-case.ts';

const full = { ok: false, problem: { kind: 'write-failed', reason: 'disk-full' } };
const failAt = (ops: readonly string[]) => (_: number, op: string) => (ops.includes(op) ? { code: 'ENOSPC', share: 0 } : null);

describe('the keys of a case that is open', () => {
  it('change by one new header, which the log and the computer are told of', async () => {
    const anchors = anchorsIn();
    const { on, file } = await openCases(undefined, 'write', anchors.port);
    expect(await file.changeKeys(async ({ table }) => done({ changes: [], value: table.length }))).toEqual({ ok: true, value: 8 });
    expect(good(await file.keyring()).header.generation).toBe(2);
    expect(recordsOf(on, file).at(-1)).toEqual(['open', 'header']);
    expect(anchors.read(file)).toMatchObject({ generation: 2, seq: 1 });
    good(await file.close([]));
    expect(readSnapshot(file.files, file.keys, file.files.list('snap')[0] ?? '')?.head).toMatchObject({ generation: 2 });
  });

  it('stay when it is refused, and when the disk does not let it be written', async () => {
    const { on, file } = await openCases();
    const refusal = { kind: 'refused', rule: 'last-key' } as const;
    expect(await file.changeKeys(async () => refused(refusal))).toEqual({ ok: false, problem: refusal });
    on.failWith(failAt(['write']));
    expect(await file.changeKeys(async () => done({ changes: [], value: null }))).toEqual(full);
    on.failWith(null);
    await expect(
      file.changeKeys(async () => {
        throw new TypeError('a bug');
      }),
    ).rejects.toThrow('a bug');
    expect(good(await file.keyring()).header.generation).toBe(1);
    await file.abandon();
  });

  it('are as they are now when the log could not be told', async () => {
    const anchors = anchorsIn();
    const { on, file } = await openCases(undefined, 'write', anchors.port);
    on.failWith((_, op) => (op === 'create' ? { code: 'ENOSPC', share: 0 } : null));
    expect(await file.changeKeys(async () => done({ changes: [], value: null }))).toEqual({ ok: true, value: null });
    on.failWith(null);
    expect(anchors.read(file)).toBeUndefined();
    good(file.append('second'));
    expect(anchors.read(file)).toMatchObject({ generation: 2 });
    await file.abandon();
  });

  it('are proven by a secret that opens a slot', async () => {
    const { file } = await openCases();
    expect(await file.provenKey({ kind: 'recovery', bytes: Buffer.alloc(32, 1) })).toEqual({ ok: false, problem: { kind: 'wrong-recovery-code' } });
    expect(await file.replacePassphrase({ kind: 'passphrase', bytes: Buffer.from('no') }, Buffer.from('next'), 5)).toEqual({
      ok: false,
      problem: { kind: 'wrong-passphrase' },
    });
    await file.abandon();
  }, 30_000);

  it('are proven by the passphrase, which another may replace: then only that opens the case', async () => {
    const [mine, next, last] = ['mine', 'next', 'last'].map((text) => ({ kind: 'passphrase', bytes: Buffer.from(text) }) as const);
    if (!mine || !next || !last) throw new Error('no secrets');
    const { on, caseKey } = await bareCase([mine]);
    const file = good(await openCaseFile(on.fileSystem, mine, 'write'));
    expect(good(await file.provenKey(mine))).toMatchObject({ kind: 'passphrase', label: '' });
    expect(await file.replacePassphrase(mine, next.bytes, 5)).toEqual({ ok: true, value: null });
    expect(await file.provenKey(mine)).toMatchObject({ problem: { kind: 'wrong-passphrase' } });
    expect(good(await file.provenKey(next))).toMatchObject({ madeAt: 5 });
    expect(await file.replacePassphrase({ kind: 'case-key', bytes: caseKey }, last.bytes, 6)).toEqual({ ok: true, value: null });
    expect(good(await file.provenKey(last))).toMatchObject({ madeAt: 6 });
    // The header of another case that the same passphrase opens proves nothing here.
    const other = await bareCase([last]);
    for (const name of ['case.a', 'case.b']) on.fileSystem.open(name, 'write').write(other.on.content().files.get(name) ?? Buffer.alloc(0), 0);
    expect(await file.provenKey(last)).toEqual({ ok: false, problem: { kind: 'case-damaged', part: 'header' } });
    await file.abandon();
  }, 60_000);
});
