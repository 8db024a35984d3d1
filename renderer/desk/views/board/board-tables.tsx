import { useMemo } from 'react';
import type { BoardEdge, BoardNode } from '#shared/contract/boards.ts';
import type { LinkType } from '#shared/domain/link/link.ts';
import { isOpposing } from '#shared/domain/link/link-sense.ts';
import { boardWords as words } from '#shared/wording/english/views/board-words.ts';
import { languageTag } from '#shared/wording/spoken.ts';
import { FindingBadge } from '../../components/badge/finding-badge.tsx';
import { KindIcon } from '../../components/chip/kind-icon.tsx';
import { Name } from '../../components/name/name.tsx';
import type { Column } from '../../components/table/columns.ts';
import { Table } from '../../components/table/table.tsx';
import { Tabs } from '../../components/tabs/tabs.tsx';

type NamedEdge = BoardEdge & { readonly fromNode: BoardNode; readonly toNode: BoardNode };
type TablesProps = {
  readonly shown: { readonly nodes: readonly BoardNode[]; readonly edges: readonly BoardEdge[] };
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
  readonly onOpen: (id: string) => void;
};

const nodeColumns: readonly Column<BoardNode>[] = [
  {
    id: 'label',
    title: words.nodeColumns.label,
    width: 'minmax(180px, 3fr)',
    namesRow: true,
    cell: (node) => <End node={node} />,
    sortBy: (node) => node.label,
  },
  { id: 'kind', title: words.nodeColumns.kind, width: '92px', cell: (node) => words.kinds[node.kind], sortBy: (node) => words.kinds[node.kind] },
  { id: 'grade', title: words.nodeColumns.grade, spare: 1, width: '62px', cell: (node) => node.grade ?? <None />, sortBy: (node) => node.grade },
  {
    id: 'finding',
    title: words.nodeColumns.finding,
    spare: 2,
    width: '168px',
    cell: (node) => (node.finding ? <FindingBadge finding={node.finding} /> : <None />),
    sortBy: (node) => node.finding,
  },
  {
    id: 'degree',
    title: words.nodeColumns.degree,
    spare: 3,
    width: '84px',
    align: 'end',
    cell: (node) => node.degree.toLocaleString(languageTag()),
    sortBy: (node) => node.degree,
  },
];

const edgeColumns: readonly Column<NamedEdge>[] = [
  {
    id: 'from',
    title: words.columns.from,
    width: 'minmax(140px, 3fr)',
    namesRow: true,
    cell: (edge) => <End node={edge.fromNode} />,
    sortBy: (edge) => edge.fromNode.label,
  },
  {
    id: 'relation',
    title: words.columns.relation,
    width: '132px',
    cell: (edge) => (
      <span className={`cut board-relation${isOpposing(edge.relation as LinkType) ? ' board-against' : ''}`}>{words.relations[edge.relation]}</span>
    ),
    sortBy: (edge) => words.relations[edge.relation],
  },
  { id: 'to', title: words.columns.to, width: 'minmax(140px, 3fr)', cell: (edge) => <End node={edge.toNode} />, sortBy: (edge) => edge.toNode.label },
  { id: 'grade', title: words.columns.grade, spare: 1, width: '62px', cell: (edge) => edge.grade ?? <None />, sortBy: (edge) => edge.grade },
  {
    id: 'by',
    title: words.columns.by,
    spare: 2,
    width: '124px',
    cell: (edge) => <Name text={edge.by ?? words.follows} className="soft" />,
    sortBy: (edge) => edge.by,
  },
];

function End({ node }: { readonly node: BoardNode }) {
  return (
    <>
      <KindIcon kind={node.kind} />
      <Name text={node.label} />
    </>
  );
}

function None() {
  return <span className="faint">–</span>;
}

/** The very same graph as tables: what the picture shows can all be read, sorted and chosen here. */
export function BoardTables({ shown, chosen, onChoose, onOpen }: TablesProps) {
  const edges = useMemo(() => {
    const byId = new Map(shown.nodes.map((node) => [node.id, node]));
    return shown.edges.flatMap((edge) => {
      const [fromNode, toNode] = [byId.get(edge.from), byId.get(edge.to)];
      return fromNode && toNode ? [{ ...edge, fromNode, toNode }] : [];
    });
  }, [shown]);
  const objects = (
    <Table label={words.objects} rows={shown.nodes} rowId={(node) => node.id} columns={nodeColumns} selectedId={chosen} onSelect={onChoose} onOpen={onOpen} />
  );
  const links = (
    <Table
      label={words.links}
      rows={edges}
      rowId={(edge) => edge.id}
      columns={edgeColumns}
      selectedId={chosen}
      onSelect={(_id, edge) => edge?.linkId && onChoose(edge.linkId)}
    />
  );
  return (
    <div className="board-tables">
      <Tabs
        label={words.sideBySide}
        tabs={[
          { id: 'objects', title: words.objects, aside: shown.nodes.length.toLocaleString(languageTag()), content: objects },
          { id: 'links', title: words.links, aside: edges.length.toLocaleString(languageTag()), content: links },
        ]}
      />
    </div>
  );
}
