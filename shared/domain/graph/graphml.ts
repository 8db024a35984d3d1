import { escapeXml } from './escape-xml.ts';

/** A value of a node or edge; null and empty text are left out. */
export type GraphmlValue = string | number | boolean | null;
export type GraphmlPart = { readonly id: string; readonly values: { readonly [name: string]: GraphmlValue } };
export type GraphmlEdge = GraphmlPart & { readonly from: string; readonly to: string };

/** A directed graph in GraphML 1.0 (graphdrawing.org), as Gephi, yEd, Cytoscape and NetworkX read it. Keys are declared by their names, in order. */
export function writeGraphml(nodes: readonly GraphmlPart[], edges: readonly GraphmlEdge[]): string {
  const nodeKeys = keysOf(nodes, 'node');
  const edgeKeys = keysOf(edges, 'edge');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...[...nodeKeys.values(), ...edgeKeys.values()].map(
      ({ id, of, name, type }) => ` <key id="${id}" for="${of}" attr.name="${escapeXml(name)}" attr.type="${type}"/>`,
    ),
    ' <graph id="G" edgedefault="directed">',
    ...nodes.map((node) => `  <node id="${escapeXml(node.id)}">${valuesOf(node, nodeKeys)}</node>`),
    ...edges.map(
      (edge) => `  <edge id="${escapeXml(edge.id)}" source="${escapeXml(edge.from)}" target="${escapeXml(edge.to)}">${valuesOf(edge, edgeKeys)}</edge>`,
    ),
    ' </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

type Key = { readonly id: string; readonly of: 'node' | 'edge'; readonly name: string; readonly type: 'string' | 'double' | 'boolean' };

function keysOf(parts: readonly GraphmlPart[], of: Key['of']): ReadonlyMap<string, Key> {
  const keys = new Map<string, Key>();
  for (const { values } of parts) {
    for (const [name, value] of Object.entries(values)) {
      if (value === null || keys.has(name)) continue;
      const type = typeof value === 'number' ? 'double' : typeof value === 'boolean' ? 'boolean' : 'string';
      keys.set(name, { id: `${of === 'node' ? 'n' : 'e'}${keys.size}`, of, name, type });
    }
  }
  return keys;
}

function valuesOf({ values }: GraphmlPart, keys: ReadonlyMap<string, Key>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `<data key="${keys.get(name)?.id ?? ''}">${escapeXml(String(value))}</data>`)
    .join('');
}
