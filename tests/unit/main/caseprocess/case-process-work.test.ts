import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaseHost } from '#main/caseprocess/case-host.ts';
import { type CaseProcessWork, caseProcessWork } from '#main/caseprocess/case-process-work.ts';
import { anewProgress } from '#main/caseprocess/write-anew.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import type { Branch } from '#shared/contract/care.ts';
import type { FromCaseProcess } from '#shared/contract/case-process.ts';
import type { CaseToDesk } from '#shared/contract/desk-port.ts';
import type { UnlockProgress, UnlockRequest } from '#shared/contract/unlock.ts';
import { caseInFolder, forkFolder } from '#tests/harness/fork-folder.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const create = (): UnlockRequest => ({ ask: 'create', title: 'Herons', purpose: '', analyst: 'A. N.', passphrase: bytes('seven quiet herons') });

let scratch: string;
let told: FromCaseProcess[];
let heard: CaseToDesk[];
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
  await work.joinDesk((message) => heard.push(message))({ ask: 'query', call, name: 'case/overview', input: {} });
  return heard.findLast((message) => message.tell === 'answer' && message.call === call);
};
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'corroborate-process-'));
  told = [];
  heard = [];
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
    expect(told.filter((message) => message.from === 'opened')).toEqual([{ from: 'opened', forDesk: false }]);
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
    expect(told.at(-1), 'the page may still be for the keys of the case').toEqual({ from: 'opened', forDesk: false });
    await second.onShell({ to: 'close' });
    const forDesk = start();
    expect(await forDesk.onPage({ ask: 'open', passphrase: bytes('seven quiet herons'), forDesk: true })).toEqual({ ok: true, recoveryWords: null });
    expect(told.at(-1)).toEqual({ from: 'opened', forDesk: true });
    await forDesk.onShell({ to: 'close' });

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

  it('asks the shell for the path behind a ticket, and refuses a path that the desk sends itself', async () => {
    const work = start();
    await work.onPage(create());
    const desk = work.joinDesk((message) => heard.push(message));
    const files = (place: unknown) => ({ ask: 'command', call: 1, name: 'evidence/take-in', input: { jobId: 'j', files: [place] } }) as const;
    await desk(files({ from: 'path', path: join(scratch, 'secret.txt') }));
    expect(heard.at(-1)).toMatchObject({ tell: 'answer', reply: { ok: false, problem: { kind: 'invalid-input' } } });
    const taking = desk(files({ from: 'ticket', ticket: 'used-up' }));
    expect(told.at(-1)).toEqual({ from: 'ticket', call: 1, ticket: 'used-up' });
    await work.onShell({ to: 'file', call: 1, path: null });
    await taking;
    expect(heard.at(-1)).toMatchObject({ tell: 'answer', reply: { ok: false, problem: { kind: 'invalid-input' } } });
    await work.onShell({ to: 'close' });
  });

  it('tells of edits by kind and id, and gives the viewer nothing that is not there', async () => {
    const work = start();
    await work.onPage(create());
    await work.joinDesk((message) => heard.push(message))({ ask: 'command', call: 1, name: 'case/edit', input: { title: 'Geese' } });
    expect(heard).toContainEqual(expect.objectContaining({ tell: 'event', event: expect.objectContaining({ type: 'changed' }) }));
    expect(JSON.stringify(heard.filter((message) => message.tell === 'event'))).not.toContain('Geese');
    expect(JSON.stringify(told), 'the shell outlives the lock and learns nothing of the work').not.toContain('Geese');
    await work.onShell({ to: 'read', call: 2, evidenceId: '0192f3a4-7c11-7abc-8def-0123456789ab', part: 'original', offset: 0, length: 1 });
    expect(told.at(-1)).toMatchObject({ from: 'answer', call: 2, reply: { ok: false, problem: { kind: 'not-found' } } });
    await work.onShell({ to: 'close' });
  });

  it('writes the case anew behind a ticket: under a fresh key, or what is left of a damaged one; stopped, nothing is left', async () => {
    const made = start();
    await made.onPage(create());
    await made.onShell({ to: 'close' });
    const work = start();
    const secret = () => ({ by: 'passphrase' as const, passphrase: bytes('seven quiet herons') });
    const rekey = () => ({ ask: 'rekey' as const, secret: secret(), into: 'into', newPassphrase: bytes('eleven loud geese'), label: 'new' });
    const behind = async (request: UnlockRequest, path: string | null) => {
      const before = told.length;
      const reply = work.onPage(request);
      await vi.waitFor(() => expect(told.length).toBeGreaterThan(before));
      const asked = told.at(-1);
      if (path?.endsWith('Stopped.case')) work.cancel();
      await work.onShell({ to: 'file', call: asked?.from === 'ticket' ? asked.call : 0, path });
      return reply;
    };
    expect(await behind(rekey(), null), 'a ticket that was used').toMatchObject({ ok: false, problem: { kind: 'invalid-input', where: 'into' } });
    const stopped = await behind(rekey(), join(scratch, 'Stopped.case'));
    expect(stopped).toEqual({ ok: false, problem: { kind: 'cancelled' } });
    expect(readdirSync(scratch)).toEqual(['Example.case']);

    const request = rekey();
    const renewed = await behind(request, join(scratch, 'Fresh.case'));
    expect(renewed.ok && renewed.recoveryWords?.length).toBe(24);
    expect([request.newPassphrase, request.secret.passphrase].every((secretBytes) => secretBytes.every((byte) => byte === 0))).toBe(true);
    const repaired = await behind({ ask: 'repair', secret: secret(), into: 'into' }, join(scratch, 'Repaired.case'));
    expect(repaired).toMatchObject({ ok: true, repaired: { lost: { edits: [], blobs: [] } } });
    expect(
      told.filter((message) => message.from === 'opened'),
      'neither is opened by it',
    ).toHaveLength(1);
    expect(await work.onPage({ ask: 'open', passphrase: bytes('seven quiet herons') }), 'the old case is as it was').toMatchObject({ ok: true });
    await work.onShell({ to: 'close' });
  });

  it('tells how far such work is, at most ten times a second', () => {
    const heardOf: UnlockProgress[] = [];
    const progress = anewProgress((each) => heardOf.push(each));
    progress.step('sealing', 0, 0);
    for (let done = 1; done < 50; done += 1) progress.step('sealing', done, 50);
    expect(heardOf[0]).toEqual({ phase: 'sealing', done: 1, total: 50 });
    expect(heardOf.length).toBeLessThan(10);
  });

  it('opens a branch for reading only, and no branch that is not there', async () => {
    const folder = join(scratch, 'Example.case');
    const note = (text: string) => async (host: CaseHost) => void (await host.command('notes/write', { text }));
    await caseInFolder(folder, 'seven quiet herons', note('Seven herons.'));
    await forkFolder(folder, 'seven quiet herons', note('Written here.'), note('Written there.'));
    const open = (branch?: string): UnlockRequest => ({ ask: 'open', passphrase: bytes('seven quiet herons'), ...(branch !== undefined && { branch }) });
    const trunk = start();
    await trunk.onPage(open());
    await trunk.joinDesk((message) => heard.push(message))({ ask: 'query', call: 1, name: 'case/branches', input: {} });
    const listed = heard.at(-1);
    const branches = listed?.tell === 'answer' && listed.reply.ok ? (listed.reply.value as readonly Branch[]) : [];
    await trunk.onShell({ to: 'close' });
    const work = start();
    expect(await work.onPage(open('000000000000'))).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
    expect(await work.onPage(open(branches.find(({ isTrunk }) => !isTrunk)?.id))).toMatchObject({ ok: true });
    expect(await ask(work, 2)).toMatchObject({ reply: { ok: true, value: { readOnly: true } } });
    await work.onShell({ to: 'close' });
  });
});
