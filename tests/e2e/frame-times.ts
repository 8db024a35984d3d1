import type { Page } from '@playwright/test';

export type Frames = {
  /** Milliseconds between two pictures. */
  readonly median: number;
  /** Of them, those in which the page itself worked: from its first work in the frame until the picture is handed on. */
  readonly ownMedian: number;
  /** The longest run of pictures in which a row of the table in sight had no words. */
  readonly blankInARow: number;
};

/** Watches every picture of the page while something is done to it. */
export async function framesWhile(page: Page, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const seen = { gaps: [] as number[], own: [] as number[], run: 0, worst: 0, going: true };
    Object.assign(window, { seenFrames: seen });
    const blankRow = (): boolean => {
      const grid = document.querySelector('[role=grid]');
      if (!grid) return false;
      const { top, bottom, left } = grid.getBoundingClientRect();
      const head = grid.querySelector('thead')?.getBoundingClientRect().bottom ?? top;
      for (let y = head + 6; y < bottom - 6; y += 20) {
        const row = document.elementFromPoint(left + 60, y)?.closest('tr');
        if (!row || (row.textContent === '' && row.querySelector('td'))) return true;
      }
      return false;
    };
    let last = performance.now();
    const look = (at: number) => {
      if (!seen.going) return;
      seen.gaps.push(at - last);
      last = at;
      seen.run = blankRow() ? seen.run + 1 : 0;
      seen.worst = Math.max(seen.worst, seen.run);
      const from = performance.now();
      // After every other callback of this frame, style, layout and paint.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => seen.own.push(performance.now() - from);
      channel.port2.postMessage(null);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await act();
  return page.evaluate(() => {
    const seen = Reflect.get(window, 'seenFrames') as { gaps: number[]; own: number[]; worst: number; going: boolean };
    seen.going = false;
    const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
    return { median: median(seen.gaps.slice(1)), ownMedian: median(seen.own), blankInARow: seen.worst };
  });
}

/** Types a text key by key: how long each key took until its picture, and how much of it was work of the page. */
export async function keyDurations(page: Page, text: string): Promise<{ readonly median: number; readonly ownMedian: number }> {
  await page.evaluate(() => {
    const keys = { whole: [] as number[], own: [] as number[] };
    Object.assign(window, { seenKeys: keys });
    addEventListener(
      'keydown',
      (event) => {
        const from = performance.now();
        // The next task comes when the page has done with the key, style and layout included.
        requestAnimationFrame(() => setTimeout(() => keys.whole.push(performance.now() - event.timeStamp)));
        queueMicrotask(() => undefined);
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          document.body.getBoundingClientRect();
          keys.own.push(performance.now() - from);
        };
        addEventListener('input', () => channel.port2.postMessage(null), { once: true });
      },
      { capture: true },
    );
  });
  for (const [at, letter] of [...text].entries()) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await page.waitForFunction((count) => (Reflect.get(window, 'seenKeys') as { whole: number[] }).whole.length >= count, at + 1);
  }
  return page.evaluate(() => {
    const keys = Reflect.get(window, 'seenKeys') as { whole: number[]; own: number[] };
    const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
    return { median: median(keys.whole), ownMedian: median(keys.own) };
  });
}
