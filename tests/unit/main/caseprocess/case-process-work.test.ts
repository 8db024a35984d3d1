import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CaseProcessWork, caseProcessWork } from '#main/caseprocess/case-process-work.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import type { FromCaseProcess } from '#shared/contract/case-process.ts';
import type { UnlockRequest } from '#shared/contract/unlock.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const create = (): UnlockRequest => ({ ask: 'create', title: 'Herons', purpose: '', analyst: 'A. N.', passphrase: bytes('seven quiet herons') });

let scratch: string;
let told: FromCaseProcess[];
let left: number;
const start = (): CaseProcessWork =>
  caseProcessWork({
    folder: join(scratch, 'Example.case'),
    tool: 'test',
    tellShell: (message) => told.push(message),
    reportBug: (bug) => told.push({ from: 'answer', call: -1, reply: { ok: false, problem: { kind: 'internal', reference: bug.reference } } }),
    leave: () => {
      left += 1;
    },
    kdf: leastKdfCost,
  });
const ask = async (work: CaseProcessWork, call: number) => {
  await work.onShell({ to: 'query', call, name: 'case/overview', input: {} });
  return told.findLast((message) => message.from === 'answer' && message.call === call);
};
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'corroborate-process-'));
  told = [];
  left = 0;
});
afterEach(() => {
  rmSync(scratch, { recursive: true });
});

describe('the work of a case process', () => {
  it('makes a case, tells the shell, answers it, and leaves when it has closed', async () => {
    const work = start();
    expect(await ask(work, 1)).toMatchObject({ reply: { ok: false, problem: { kind: 'case-locked' } } });
    const request = create();
    const reply = await work.onPage(request);
    expect(reply.ok && reply.recoveryWords?.length).toBe(24);
    expect('passphrase' in request && request.passphrase.every((byte) => byte === 0)).toBe(true);
    expect(told.filter((message) => message.from === 'opened')).toHaveLength(1);
    expect(await ask(work, 2)).toMatchObject({ reply: { ok: true, value: { title: 'Herons', openingFindings: [] } } });
    await work.onShell({ to: 'close' });
    expect(left).toBe(1);
  });

  it('opens it again with the passphrase after a wrong one, and with the words', async () => {
    const first = start();
    const made = await first.onPage(create());
    await first.onShell({ to: 'close' });

    const second = start();
    expect(await second.onPage({ ask: 'open', passphrase: bytes('seven loud herons') })).toEqual({ ok: false, problem: { kind: 'wrong-passphrase' } });
    expect(await second.onPage({ ask: 'open', passphrase: bytes('seven quiet herons') })).toEqual({ ok: true, recoveryWords: null });
    await second.onShell({ to: 'close' });

    const third = start();
    const words = (made.ok && made.recoveryWords) || [];
    expect(await third.onPage({ ask: 'recover', words, newPassphrase: bytes('eleven loud geese') })).toEqual({ ok: true, recoveryWords: null });
    await third.onShell({ to: 'close' });

    const fourth = start();
    expect((await fourth.onPage({ ask: 'open', passphrase: bytes('seven quiet herons') })).ok).toBe(false);
    expect((await fourth.onPage({ ask: 'open', passphrase: bytes('eleven loud geese') })).ok).toBe(true);
    expect((await fourth.onPage(create())).ok).toBe(false);
    await fourth.onShell({ to: 'close' });
  });

  it('leaves at once when nothing was opened', async () => {
    await start().onShell({ to: 'close' });
    expect(left).toBe(1);
  });

  it('tells of edits by kind and id, and gives the viewer nothing that is not there', async () => {
    const work = start();
    await work.onPage(create());
    await work.onShell({ to: 'command', call: 1, name: 'case/edit', input: { title: 'Geese' } });
    expect(told).toContainEqual(expect.objectContaining({ from: 'event', event: expect.objectContaining({ type: 'changed' }) }));
    expect(JSON.stringify(told.filter((message) => message.from === 'event'))).not.toContain('Geese');
    await work.onShell({ to: 'read', call: 2, evidenceId: '0192f3a4-7c11-7abc-8def-0123456789ab', part: 'original', offset: 0, length: 1 });
    expect(told.at(-1)).toMatchObject({ from: 'answer', call: 2, reply: { ok: false, problem: { kind: 'not-found' } } });
    await work.onShell({ to: 'close' });
  });
});
