import { shownMoment } from './shown-moment.ts';
import './moment.css';

/** A moment of the clock, in UTC, with the exact text as its title. */
export function Moment({ at, precise = false }: { readonly at: string; readonly precise?: boolean }) {
  return (
    <time className="moment" dateTime={at} title={at}>
      {shownMoment(at, precise)}
    </time>
  );
}
