import { ExternalLink, FolderPlus, Link2, MoveDiagonal, Pin, PinOff, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { BoardEdge, BoardGraph, BoardNode } from '#shared/contract/boards.ts';
import type { LinkType } from '#shared/domain/link/link.ts';
import { isOpposing } from '#shared/domain/link/link-sense.ts';
import { credibilityText } from '#shared/wording/english/terms.ts';
import { boardWords as words } from '#shared/wording/english/views/board-words.ts';
import { useStore } from '../../bridge/store.ts';
import { FindingBadge } from '../../components/badge/finding-badge.tsx';
import { Button } from '../../components/button/button.tsx';
import { Chip } from '../../components/chip/chip.tsx';
import { KindIcon } from '../../components/chip/kind-icon.tsx';
import { DescriptionList } from '../../components/description-list/description-list.tsx';
import { Section } from '../../components/heading/section.tsx';
import { NameInLines } from '../../components/name/name.tsx';
import type { BoardActs } from './board-acts.ts';
import { beginWith, boardDesk } from './board-desk.ts';

type NodeProps = { readonly node: BoardNode; readonly graph: BoardGraph; readonly act: BoardActs; readonly onChoose: (id: string) => void };

/** One object: what it is, what can be done with it on the board, and everything it is joined to here. */
export function ChosenNode({ node, graph, act, onChoose }: NodeProps) {
  const { pinned } = useStore(boardDesk);
  const isPinned = pinned.has(node.id);
  const edges = graph.edges.filter((edge) => edge.from === node.id || edge.to === node.id);
  return (
    <>
      <h2 className="board-name wrap">
        <KindIcon kind={node.kind} size={16} />
        <span>
          <NameInLines text={node.label} />
        </span>
      </h2>
      <p className="soft board-remark">
        {[words.kinds[node.kind], node.grade].filter(Boolean).join(' · ')} {node.finding && <FindingBadge finding={node.finding} />}
      </p>
      {node.role && <p className="soft">{`${words.role}: ${node.role}`}</p>}
      <fieldset className="board-acts" aria-label={words.actions}>
        <Button icon={ExternalLink} onPress={() => act.open(node.id)}>
          {words.open}
        </Button>
        <Button icon={Link2} onPress={() => act.link(node.id)}>
          {words.link}
        </Button>
        <Button icon={MoveDiagonal} onPress={() => act.unfold(node.id)}>
          {words.unfold}
        </Button>
        <Button icon={isPinned ? PinOff : Pin} onPress={() => act.pin(node.id)}>
          {isPinned ? words.unpin : words.pin}
        </Button>
        <Button icon={FolderPlus} onPress={() => beginWith([node.id, ...edges.map((edge) => (edge.from === node.id ? edge.to : edge.from))])}>
          {words.only}
        </Button>
        <Button icon={X} onPress={() => act.takeOff(node.id)}>
          {words.take}
        </Button>
      </fieldset>
      <Section title={words.links} aside={edges.length}>
        <ul className="board-joined">
          {edges.map((edge) => (
            <Joined key={edge.id} edge={edge} node={node} graph={graph} onChoose={onChoose} />
          ))}
        </ul>
      </Section>
    </>
  );
}

function Joined({
  edge,
  node,
  graph,
  onChoose,
}: {
  readonly edge: BoardEdge;
  readonly node: BoardNode;
  readonly graph: BoardGraph;
  readonly onChoose: (id: string) => void;
}) {
  const outward = edge.from === node.id;
  const other = graph.nodes.find((each) => each.id === (outward ? edge.to : edge.from));
  if (!other) return null;
  const against = isOpposing(edge.relation as LinkType);
  return (
    <li>
      <AriaButton className="board-join" onPress={() => onChoose(other.id)}>
        <span className={against ? 'board-relation board-against' : 'board-relation'}>
          {outward ? '→ ' : '← '}
          {words.relations[edge.relation]}
          {edge.grade !== null && ` · ${edge.grade}`}
        </span>
        <span className="board-other">
          <KindIcon kind={other.kind} size={12} />
          <span className="wrap">
            <NameInLines text={other.label} />
          </span>
        </span>
      </AriaButton>
    </li>
  );
}

/** One drawn link: what it joins, its grade, who drew it and why. */
export function ChosenEdge({ edge, graph }: { readonly edge: BoardEdge; readonly graph: BoardGraph }) {
  const ends = [edge.from, edge.to].map((id) => graph.nodes.find((node) => node.id === id));
  const [from, to] = ends;
  return (
    <>
      <div className="board-sentence">
        {from && <Chip kind={from.kind} id={from.id} label={from.label} />}
        <strong className={isOpposing(edge.relation as LinkType) ? 'board-against' : ''}>{words.relations[edge.relation]}</strong>
        {to && <Chip kind={to.kind} id={to.id} label={to.label} />}
      </div>
      <DescriptionList
        facts={[
          { term: words.because, value: edge.rationale === null ? null : <NameInLines text={edge.rationale} /> },
          { term: words.columns.grade, value: credibilityText(edge.grade as Parameters<typeof credibilityText>[0]) },
          { term: words.drawnBy, value: edge.by },
        ]}
      />
      {edge.linkId !== null && <Chip kind="link" id={edge.linkId} label={words.linkTitle} />}
    </>
  );
}
