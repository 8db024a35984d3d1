import type { ReadableCase } from '#main/usecases/ports/open-case.ts';
import type { CaseEvent } from '#shared/domain/case/change.ts';
import { type CaseGraph, type KeptGraph, keepGraph } from '#shared/domain/graph/case-graph.ts';

export type GraphIndex = {
  readonly graph: () => CaseGraph;
  readonly noteChange: (event: CaseEvent) => void;
  /** {@link KeptGraph.prepare} */
  readonly prepare: KeptGraph['prepare'];
};

/** The objects of the case and how they hang together: built at the first question or before, then kept up with each edit. */
export function graphIndex(openCase: ReadableCase): GraphIndex {
  const kept = keepGraph(openCase.heads);
  return {
    graph: kept.graph,
    prepare: kept.prepare,
    noteChange: (event) => {
      if (event.type === 'changed') kept.bringUpToDate(event.ids);
    },
  };
}
