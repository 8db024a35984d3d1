import { type RefObject, useMemo, useState } from 'react';

export type Player = {
  readonly atMs: number;
  /** 0 until it is known. */
  readonly lengthMs: number;
  readonly playing: boolean;
  readonly failed: boolean;
  readonly speed: number;
  readonly toggle: () => void;
  readonly pause: () => void;
  readonly goTo: (ms: number) => void;
  readonly setSpeed: (times: number) => void;
  /** For the media element. */
  readonly listeners: { readonly [on: string]: () => void };
};

/** A media element by its facts. Moments are whole milliseconds, as the case keeps them. */
export function usePlayer(media: RefObject<HTMLMediaElement | null>): Player {
  const [atMs, setAtMs] = useState(0);
  const [lengthMs, setLengthMs] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  const [speed, setSpeed] = useState(1);
  const listeners = useMemo(() => {
    const follow = () => setAtMs(Math.round((media.current?.currentTime ?? 0) * 1_000));
    const measure = () => {
      const seconds = media.current?.duration ?? 0;
      setLengthMs(Number.isFinite(seconds) ? Math.round(seconds * 1_000) : 0);
    };
    return {
      onTimeUpdate: follow,
      onSeeked: follow,
      onLoadedMetadata: measure,
      onDurationChange: measure,
      onPlay: () => setPlaying(true),
      onPause: () => setPlaying(false),
      onEnded: () => setPlaying(false),
      onError: () => setFailed(true),
    };
  }, [media]);
  const pause = () => media.current?.pause();
  return {
    ...{ atMs, lengthMs, playing, failed, speed, listeners, pause },
    // A recording that the engine cannot play says so by its error event.
    toggle: () => (playing ? pause() : void media.current?.play().catch(() => setFailed(true))),
    goTo(ms) {
      const element = media.current;
      if (!element) return;
      const to = Math.min(Math.max(0, ms), lengthMs || ms);
      element.currentTime = to / 1_000;
      setAtMs(Math.round(to));
    },
    setSpeed(times) {
      if (media.current) media.current.playbackRate = times;
      setSpeed(times);
    },
  };
}
