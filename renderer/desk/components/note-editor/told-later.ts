import { useEffect, useMemo, useRef } from 'react';

/** A pause in writing after which the form hears what was written. */
const pauseMs = 300;

export type ToldLater = {
  /** Tells what `read` answers at the next pause; the first time at once, so that the form knows that something was changed. */
  readonly later: (read: () => string) => void;
  /** Tells what is waiting to be told. */
  readonly now: () => void;
};

/** A long text is not written out as Markdown for every key: that alone would take as long as a key may. Nothing is lost when the editor goes. */
export function useToldLater(tell: (text: string) => void): ToldLater {
  const latest = useRef(tell);
  latest.current = tell;
  const told = useMemo(() => toldLater((text) => latest.current(text)), []);
  useEffect(() => () => told.now(), [told]);
  return told;
}

function toldLater(tell: (text: string) => void): ToldLater {
  let waiting: (() => string) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let begun = false;
  const now = (): void => {
    clearTimeout(timer);
    const read = waiting;
    waiting = null;
    if (read) tell(read());
  };
  return {
    now,
    later: (read) => {
      waiting = read;
      if (!begun) {
        begun = true;
        now();
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(now, pauseMs);
    },
  };
}
