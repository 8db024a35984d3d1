import { useEffect, useMemo, useState } from 'react';
import type { queries } from '#shared/contract/contract.ts';
import type { Answer } from '#shared/contract/message.ts';
import { useQuery } from '../../bridge/use-query.ts';
import type { WatchSpan } from './highlight-runs.ts';
import type { TextSpan } from './text-offsets.ts';

type Terms = Answer<(typeof queries)['watch/in-text']>['terms'];
export type Watched = {
  readonly terms: Terms;
  readonly spans: readonly WatchSpan[];
  /** The place shown last, from 0; -1 before. */
  readonly at: number;
  /** Shows the place after or before that, of one term or of any. */
  readonly step: (by: 1 | -1, termId?: string) => void;
};
const none: Terms = [];

/** The watch terms that stand in the text of an exhibit, and where one is among their places. */
export function useWatched(evidenceId: string, show: (span: TextSpan) => void): Watched {
  const answer = useQuery('watch/in-text', { id: evidenceId }).value;
  const spans = useMemo(() => (answer?.spans ?? []).map(({ id, start, end }): WatchSpan => ({ termId: id, start, end })), [answer]);
  const [at, setAt] = useState(-1);
  useEffect(() => setAt((now) => (now < spans.length ? now : -1)), [spans]);
  function step(by: 1 | -1, termId?: string): void {
    for (let passed = 1; passed <= spans.length; passed += 1) {
      const from = at < 0 && by < 0 ? 0 : at;
      const next = (from + by * passed + spans.length * 2) % spans.length;
      const span = spans[next];
      if (span && (termId === undefined || span.termId === termId)) {
        setAt(next);
        show(span);
        return;
      }
    }
  }
  return { terms: answer?.terms ?? none, spans, at, step };
}
