import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { examinePatienceMs, longestExaminedBytes, startPatienceMs } from '#main/intake/limits.ts';
import { type QuarantinePage, quarantineClient } from '#main/intake/quarantine-client.ts';
import type { ExamineJob, PageAnswer } from '#shared/contract/quarantine.ts';

const job = (bytes = new Uint8Array([1])): ExamineJob => ({ format: 'text', mime: 'text/plain', bytes, url: null, encoding: null, companions: [] });
const draft = (text: string) => ({ text: { text, language: null, encoding: 'utf-8' }, pageHtml: null, picture: null, found: [], warnings: [] });
const never = new Promise<never>(() => undefined);
const failed = (reason: string) => ({ ok: false, problem: { kind: 'quarantine-failed', reason } });

type Script = { readonly started?: Promise<void>; readonly answer: Promise<PageAnswer> };
/** A page that behaves as told, and remembers being killed. */
function pages(...scripts: Script[]) {
  const killed: number[] = [];
  let opened = 0;
  const open = (): QuarantinePage => {
    const number = opened++;
    const script = scripts[number];
    if (script === undefined) throw new Error('no engine');
    return { started: script.started ?? Promise.resolve(), answer: script.answer, kill: () => killed.push(number) };
  };
  return { open, killed, opened: () => opened };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('one page for one file', () => {
  test('a page is killed after its answer, and the next file gets a new one', async () => {
    const made = pages({ answer: Promise.resolve({ ok: true, draft: draft('one') }) }, { answer: Promise.resolve({ ok: true, draft: draft('two') }) });
    const client = quarantineClient(made.open);
    const [one, two] = await Promise.all([client.examine(job()), client.examine(job())]);
    expect([one.ok && one.value.text?.text, two.ok && two.value.text?.text]).toEqual(['one', 'two']);
    expect(made.killed).toEqual([0, 1]);
  });

  test('a page that hangs is killed when its patience is over, and the next file is examined', async () => {
    const made = pages({ answer: never }, { answer: Promise.resolve({ ok: true, draft: draft('after') }) });
    const client = quarantineClient(made.open);
    const hanging = client.examine(job());
    const after = client.examine(job());
    await vi.advanceTimersByTimeAsync(examinePatienceMs('text', 1) - 10);
    expect(made.killed).toEqual([]);
    await vi.advanceTimersByTimeAsync(20);
    expect(await hanging).toEqual(failed('timeout'));
    expect(made.killed[0]).toBe(0);
    expect((await after).ok).toBe(true);
  });

  test('patience counts from the start of the page, and a page that never starts is given up too', async () => {
    const slow = new Promise<void>((resolve) => void setTimeout(resolve, startPatienceMs - 1_000));
    const made = pages(
      { started: slow, answer: new Promise((resolve) => void setTimeout(() => resolve({ ok: true, draft: draft('late') }), startPatienceMs + 2_000)) },
      { started: never, answer: never },
    );
    const client = quarantineClient(made.open);
    const late = client.examine(job());
    await vi.advanceTimersByTimeAsync(startPatienceMs + 2_100);
    expect((await late).ok).toBe(true);
    const dead = client.examine(job());
    await vi.advanceTimersByTimeAsync(startPatienceMs + 10);
    expect(await dead).toEqual(failed('timeout'));
  });

  test('a crash, a page that cannot be opened and a false draft are each a refusal, never an exception', async () => {
    const made = pages({ answer: Promise.resolve({ ok: false, reason: 'crashed' }) }, { answer: Promise.resolve({ ok: true, draft: { text: 5 } }) });
    const client = quarantineClient(made.open);
    expect(await client.examine(job())).toEqual(failed('crashed'));
    expect(await client.examine(job())).toEqual(failed('crashed'));
    expect(await client.examine(job())).toEqual(failed('crashed')); // the third page throws
    expect(made.killed).toEqual([0, 1]);
  });

  test('a file beyond the limit never reaches a page', async () => {
    const made = pages({ answer: never });
    const large = { ...job(), companions: [{ path: 'a', bytes: new Uint8Array(longestExaminedBytes) }] };
    expect(await quarantineClient(made.open).examine(large)).toEqual(failed('crashed'));
    expect(made.opened()).toBe(0);
  });

  test('after its end nothing is examined and the page at work is killed', async () => {
    const made = pages({ answer: never });
    const client = quarantineClient(made.open);
    void client.examine(job());
    await vi.advanceTimersByTimeAsync(1);
    client.end();
    expect(made.killed).toContain(0);
  });
});
