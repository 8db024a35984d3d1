import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { longestPatienceMs, startPatienceMs } from '#main/intake/limits.ts';
import { type PageNeed, type QuarantinePage, quarantinePages } from '#main/windows/quarantine-pages.ts';

const never = new Promise<never>(() => undefined);
const need = (finished: Promise<void> = never, patienceMs = 10_000): PageNeed => ({ patienceMs, finished });

type Script = { readonly started?: Promise<void>; readonly gone?: Promise<void> };
/** Pages that behave as told, and remember their ports and being killed. */
function pages(...scripts: Script[]) {
  const killed: number[] = [];
  const opened: string[] = [];
  const open = (port: string): QuarantinePage => {
    const number = opened.length;
    const script = scripts[number];
    if (script === undefined) throw new Error('no engine');
    opened.push(port);
    return { started: script.started ?? Promise.resolve(), gone: script.gone ?? never, kill: () => killed.push(number) };
  };
  return { lender: quarantinePages(open), killed, opened };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('one page for one file', () => {
  test('a page is killed when it is done with, and only then the next file gets one, with its own port', async () => {
    const { lender, killed, opened } = pages({}, {});
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const [one, two] = [lender.lend('first', need(finished)), lender.lend('second', need(Promise.resolve()))];
    await vi.advanceTimersByTimeAsync(100);
    expect([opened, killed]).toEqual([['first'], []]);
    finish();
    expect([await one, await two]).toEqual(['finished', 'finished']);
    expect([opened, killed]).toEqual([
      ['first', 'second'],
      [0, 1],
    ]);
  });

  test('a page that hangs is killed when its patience is over, and the next file gets its own', async () => {
    const { lender, killed } = pages({}, {});
    const hanging = lender.lend('first', need());
    const after = lender.lend('second', need(Promise.resolve()));
    await vi.advanceTimersByTimeAsync(9_990);
    expect(killed).toEqual([]);
    await vi.advanceTimersByTimeAsync(20);
    expect(await hanging).toBe('timeout');
    expect(killed[0]).toBe(0);
    expect(await after).toBe('finished');
  });

  test('patience counts from the start of the page, and a page that never starts is given up too', async () => {
    const slow = new Promise<void>((resolve) => void setTimeout(resolve, startPatienceMs - 1_000));
    const { lender } = pages({ started: slow }, { started: never });
    const late = lender.lend('first', need(new Promise((resolve) => void setTimeout(resolve, startPatienceMs + 2_000))));
    await vi.advanceTimersByTimeAsync(startPatienceMs + 2_100);
    expect(await late).toBe('finished');
    const dead = lender.lend('second', need());
    await vi.advanceTimersByTimeAsync(startPatienceMs + 10);
    expect(await dead).toBe('timeout');
  });

  test('nobody is given more patience than the longest, whatever is asked', async () => {
    const { lender } = pages({});
    const end = lender.lend('first', need(never, 10 * longestPatienceMs));
    await vi.advanceTimersByTimeAsync(longestPatienceMs + 10);
    expect(await end).toBe('timeout');
  });

  test('a page that goes and one that cannot be opened are each told as a crash, never an exception', async () => {
    const { lender, killed } = pages({ gone: Promise.resolve() });
    expect(await lender.lend('first', need())).toBe('crashed');
    expect(await lender.lend('second', need())).toBe('crashed'); // the second page throws
    expect(killed).toEqual([0]);
  });

  test('after its end no page is opened and the one at work is killed', async () => {
    const { lender, killed, opened } = pages({}, {});
    void lender.lend('first', need());
    const waiting = lender.lend('second', need());
    await vi.advanceTimersByTimeAsync(1);
    lender.end();
    expect(killed).toEqual([0]);
    await vi.advanceTimersByTimeAsync(longestPatienceMs);
    expect(await waiting).toBe('crashed');
    expect(opened).toEqual(['first']);
  });
});
