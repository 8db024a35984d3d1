import type { BoardEdge, BoardGraph, BoardNode } from '#shared/contract/boards.ts';
import { hidesSomething } from '#shared/domain/board/apply-filter.ts';
import { boardWords as words } from '#shared/wording/english/views/board-words.ts';
import { languageTag } from '#shared/wording/spoken.ts';
import { useStore } from '../../bridge/store.ts';
import { Tabs } from '../../components/tabs/tabs.tsx';
import type { BoardActs } from './board-acts.ts';
import { boardDesk } from './board-desk.ts';
import { ChosenEdge, ChosenNode } from './chosen.tsx';
import { FilterPane } from './filter-pane.tsx';
import { PathsPane } from './paths-pane.tsx';

type SideProps = {
  readonly graph: BoardGraph;
  readonly shown: { readonly nodes: readonly BoardNode[]; readonly edges: readonly BoardEdge[] };
  readonly chosen: string | null;
  readonly act: BoardActs;
  readonly onChoose: (id: string) => void;
};

/** What is chosen, what is hidden, and how two objects hang together. */
export function BoardSide({ graph, shown, chosen, act, onChoose }: SideProps) {
  const { filter } = useStore(boardDesk);
  const node = graph.nodes.find((each) => each.id === chosen);
  const edge = graph.edges.find((each) => each.linkId !== null && each.linkId === chosen);
  const one = node ? (
    <ChosenNode key={node.id} node={node} graph={graph} act={act} onChoose={onChoose} />
  ) : edge ? (
    <ChosenEdge edge={edge} graph={graph} />
  ) : (
    <p className="board-pick soft">{words.pick}</p>
  );
  const hidden = graph.nodes.length - shown.nodes.length;
  return (
    <section className="board-side" aria-label={words.tabs.label}>
      <Tabs
        label={words.tabs.label}
        tabs={[
          { id: 'chosen', title: words.tabs.chosen, content: <div className="board-pane">{one}</div> },
          {
            id: 'filter',
            title: words.tabs.filter,
            ...(hidesSomething(filter) && { aside: hidden.toLocaleString(languageTag()) }),
            content: (
              <div className="board-pane">
                <FilterPane graph={graph} hidden={hidden} />
              </div>
            ),
          },
          {
            id: 'paths',
            title: words.tabs.paths,
            content: (
              <div className="board-pane">
                <PathsPane from={node?.id ?? null} />
              </div>
            ),
          },
        ]}
      />
    </section>
  );
}
