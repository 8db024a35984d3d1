import { useEffect, useState } from 'react';
import type { Queries } from '#shared/contract/contract.ts';
import type { Sent } from '#shared/contract/message.ts';
import type { TimelineChartAnswer } from '#shared/contract/timeline.ts';
import { useLatest } from '../../bridge/use-latest.ts';
import { type QueryResult, useQuery } from '../../bridge/use-query.ts';

export type ChartWish = Sent<Queries['timeline/chart']>;

/**
 * The chart as it is wished. Dragging and scrolling wish faster than can be answered: one question is asked at a time, then the newest, and the
 * answer before stands until then. A wish that is the same object asks nothing anew.
 */
export function useChart(wish: ChartWish | null): QueryResult<TimelineChartAnswer> {
  const [taken, ask] = useState(wish);
  const asked = taken ?? wish;
  const result = useQuery('timeline/chart', asked);
  const awaited = asked !== null && (result.state === 'loading' || (result.state === 'ready' && result.asking));
  useEffect(() => {
    if (!awaited) ask(wish);
  }, [awaited, wish]);
  return useLatest(result);
}
