import { longestPatienceMs, startPatienceMs } from '#main/intake/limits.ts';

/** One page for one file. `started` settles when the page asks for its port; `gone` when it ended by itself or could not be loaded. */
export type QuarantinePage = {
  readonly started: Promise<void>;
  readonly gone: Promise<void>;
  /** Ends the page and its process, whatever it is doing. */
  readonly kill: () => void;
};

/** How a page ended: done with, or before that. */
export type PageEnd = 'finished' | 'timeout' | 'crashed';
/** For how long a page is wanted: until `finished` settles, for at most `patienceMs` from its start. */
export type PageNeed = { readonly patienceMs: number; readonly finished: Promise<void> };

export type QuarantinePages<Port> = {
  /** Opens a page with that port when its turn has come; answers when the page has been killed. Never rejects. */
  readonly lend: (port: Port, need: PageNeed) => Promise<PageEnd>;
  /** Kills the page at work and opens none from now on. */
  readonly end: () => void;
};

/**
 * Opens one page after the other, each for one file, and kills it afterwards: what one file did to its page reaches no other file, and a
 * page that hangs costs its patience and nothing more. Patience counts from the page's start, not from the request, so that a slow
 * machine does not refuse what a fast one takes. Nothing here sees the file or what comes of it.
 */
export function quarantinePages<Port>(openPage: (port: Port) => QuarantinePage): QuarantinePages<Port> {
  let last: Promise<unknown> = Promise.resolve();
  let ended = false;
  const pages = new Set<QuarantinePage>();

  const lendNow = async (port: Port, need: PageNeed): Promise<PageEnd> => {
    if (ended) return 'crashed';
    let page: QuarantinePage | null = null;
    try {
      page = openPage(port);
      pages.add(page);
      return await endInTime(page, need);
    } catch {
      return 'crashed'; // the engine's own trouble with a page, which says nothing of the file
    } finally {
      page?.kill();
      if (page !== null) pages.delete(page);
    }
  };

  return {
    lend: (port, need) => {
      const turn = last.then(() => lendNow(port, need));
      last = turn;
      return turn;
    },
    end: () => {
      ended = true;
      for (const page of pages) page.kill();
    },
  };
}

async function endInTime(page: QuarantinePage, { patienceMs, finished }: PageNeed): Promise<PageEnd> {
  const done = finished.then((): PageEnd => 'finished');
  const crashed = page.gone.then((): PageEnd => 'crashed');
  const late = (): PageEnd => 'timeout';
  const start = timer(startPatienceMs);
  const early = await Promise.race([page.started.then(() => null), done, crashed, start.over.then(late)]);
  start.stop();
  if (early !== null) return early;
  const work = timer(Math.min(patienceMs, longestPatienceMs));
  const end = await Promise.race([done, crashed, work.over.then(late)]);
  work.stop();
  return end;
}

function timer(ms: number): { readonly over: Promise<void>; readonly stop: () => void } {
  let stop: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    const running = setTimeout(resolve, ms);
    stop = () => clearTimeout(running);
  });
  return { over, stop };
}
