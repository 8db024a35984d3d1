import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CaseLine, caseLine } from '#main/bridge/case-line.ts';
import type { PageEnd } from '#main/windows/quarantine-pages.ts';
import type { ToCaseProcess } from '#shared/contract/case-process.ts';
import { done } from '#shared/kernel/reply.ts';

let sent: ToCaseProcess[];
let handed: object[];
let told: string[];
let killed: number;
let line: CaseLine;
const page = {};
let pageEnds: Promise<PageEnd>;
let endPage: (end: PageEnd) => void;
beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  handed = [];
  told = [];
  killed = 0;
  pageEnds = new Promise((resolve) => {
    endPage = resolve;
  });
  line = caseLine(
    {
      post: (message, ports = []) => {
        sent.push(message);
        handed.push(...ports);
      },
      kill: () => {
        killed += 1;
        line.gone();
      },
    },
    {
      opened: (forDesk) => told.push(`opened, ${forDesk ? 'for the desk' : 'for a page'}`),
      takeTicket: (ticket) => (ticket === 'known' ? '/a.html' : null),
      lendPage: ({ patienceMs, finished }) => {
        told.push(`page for ${patienceMs} ms`);
        return { port: page, over: Promise.race([finished.then(() => 'finished' as const), pageEnds]) };
      },
      ended: () => told.push('ended'),
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the line to a case process', () => {
  it('gives each question its own answer, whatever the order', async () => {
    const first = line.read('a', 'page', 0, 1);
    const second = line.read('b', 'page', 0, 1);
    line.receive({ from: 'answer', call: 2, reply: done('second') });
    line.receive({ from: 'answer', call: 1, reply: done('first') });
    expect(await first).toEqual(done('first'));
    expect(await second).toEqual(done('second'));
  });

  it('tells of the opening, hands on the port of the desk, and answers with the path behind a ticket', () => {
    line.receive({ from: 'opened', forDesk: true });
    expect(told).toEqual(['opened, for the desk']);
    const port = {};
    line.joinDesk(port);
    expect([sent, handed]).toEqual([[{ to: 'desk' }], [port]]);
    line.receive({ from: 'ticket', call: 1, ticket: 'known' });
    line.receive({ from: 'ticket', call: 2, ticket: 'made up' });
    expect(sent.slice(1)).toEqual([
      { to: 'file', call: 1, path: '/a.html' },
      { to: 'file', call: 2, path: null },
    ]);
  });

  it('hands on the port of a page of the quarantine, and says nothing more when the process is done with it', async () => {
    line.receive({ from: 'need-page', call: 4, patienceMs: 10_000 });
    expect([told, sent, handed]).toEqual([['page for 10000 ms'], [{ to: 'page', call: 4 }], [page]]);
    line.receive({ from: 'page-done', call: 4 });
    await vi.advanceTimersByTimeAsync(1);
    endPage('crashed');
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual([{ to: 'page', call: 4 }]);
  });

  it('tells the process of a page that was killed for its time, with its number', async () => {
    line.receive({ from: 'need-page', call: 5, patienceMs: 10_000 });
    endPage('timeout');
    await vi.waitFor(() => expect(sent.at(-1)).toEqual({ to: 'page-over', call: 5, reason: 'timeout' }));
  });

  it('lends no page to a process that closes, and takes back those of one that is gone', async () => {
    line.receive({ from: 'need-page', call: 6, patienceMs: 10_000 });
    line.gone();
    line.receive({ from: 'need-page', call: 7, patienceMs: 10_000 });
    endPage('crashed');
    await vi.advanceTimersByTimeAsync(1);
    expect([sent, told]).toEqual([[{ to: 'page', call: 6 }], ['page for 10000 ms', 'ended']]);
  });

  it('closes politely when the process goes in time', async () => {
    const closing = line.close(5_000);
    expect(sent).toEqual([{ to: 'close' }]);
    line.gone();
    await closing;
    await vi.advanceTimersByTimeAsync(6_000);
    expect([killed, told]).toEqual([0, []]);
  });

  it('kills a process that does not go, and at once when there is no time', async () => {
    const closing = line.close(5_000);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(killed).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    await closing;
    expect(killed).toBe(1);
  });

  it('asks nothing of a process it kills at once', async () => {
    await line.close(0);
    expect([killed, sent]).toEqual([1, []]);
  });

  it('answers that the case is locked once it is, to open questions and to new ones', async () => {
    const open = line.read('a', 'page', 0, 1);
    void line.close(5_000);
    const late = await line.read('a', 'page', 0, 1);
    line.gone();
    expect([await open, late]).toEqual([
      { ok: false, problem: { kind: 'case-locked' } },
      { ok: false, problem: { kind: 'case-locked' } },
    ]);
  });

  it('says so when the process ends by itself', () => {
    line.gone();
    expect(told).toEqual(['ended']);
  });
});
