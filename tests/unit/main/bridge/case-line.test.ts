import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CaseLine, caseLine } from '#main/bridge/case-line.ts';
import type { ToCaseProcess } from '#shared/contract/case-process.ts';
import { done } from '#shared/kernel/reply.ts';

let sent: ToCaseProcess[];
let told: string[];
let killed: number;
let line: CaseLine;
beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  told = [];
  killed = 0;
  line = caseLine(
    {
      post: (message) => sent.push(message),
      kill: () => {
        killed += 1;
        line.gone();
      },
    },
    {
      opened: () => told.push('opened'),
      event: (event) => told.push(event.type),
      examine: async (job) => done({ text: null, pageHtml: null, picture: null, found: [], warnings: [], mime: job.mime }),
      ended: () => told.push('ended'),
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the line to a case process', () => {
  it('gives each question its own answer, whatever the order', async () => {
    const first = line.query('case/overview', {});
    const second = line.command('history/undo', {});
    line.receive({ from: 'answer', call: 2, reply: done('second') });
    line.receive({ from: 'answer', call: 1, reply: done('first') });
    expect(await first).toEqual(done('first'));
    expect(await second).toEqual(done('second'));
  });

  it('tells of events and of the opening', () => {
    line.receive({ from: 'opened' });
    line.receive({ from: 'event', event: { type: 'changed', collections: [], ids: [] } });
    expect(told).toEqual(['opened', 'changed']);
  });

  it('sends back what the quarantine found, with its number', async () => {
    line.receive({ from: 'examine', call: 4, job: { format: 'text', mime: 'text/plain', bytes: new Uint8Array(), url: null, encoding: null, companions: [] } });
    await vi.waitFor(() => expect(sent).toMatchObject([{ to: 'examined', call: 4, reply: { ok: true } }]));
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
    const open = line.query('case/overview', {});
    void line.close(5_000);
    const late = await line.query('case/overview', {});
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
