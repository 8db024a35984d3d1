import type { Endpoint } from '#shared/dossier/dossier-content.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';

/** The dossier as things and the ties between them, for link charts. Every edge ends in nodes that are there. */
export type Graph = { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] };
export type GraphNode = { readonly id: string; readonly kind: string; readonly name: string; readonly detail: string };
export type GraphEdge = { readonly id: string; readonly from: string; readonly to: string; readonly relation: string; readonly detail: string };

export function graphOf(dossier: RedactedDossier): Graph {
  const nodes = new Map<string, GraphNode>();
  const add = (id: string, kind: string, name: string, detail = '') => void nodes.set(id, { id, kind, name, detail });
  for (const { label, text, finding } of dossier.claims) add(label, 'claim', text, finding);
  for (const { label, name, kind } of dossier.exhibits) add(label, 'exhibit', name, kind);
  for (const { label, title, kind } of dossier.sources) add(label, 'source', title, kind);
  for (const { label, name, kind } of dossier.actors) add(label, kind, name);
  for (const { label, title } of dossier.notes) add(label, 'note', title ?? label);
  for (const { label } of dossier.withheld) add(label, 'withheld', label);
  const unnumbered = new Map<string, string>();
  /** An end without a number is a node of its own, by its name; what must not be named has none. */
  const nodeAt = ({ label, name }: Endpoint): string | null => {
    if (label !== null) return nodes.has(label) ? label : null;
    if (name === '') return null;
    const id = unnumbered.get(name) ?? `X${unnumbered.size + 1}`;
    unnumbered.set(name, id);
    add(id, 'other', name);
    return id;
  };
  const edges: GraphEdge[] = [];
  const tie = (id: string, from: string | null, to: string | null, relation: string, detail = '') => {
    if (from !== null && to !== null && nodes.has(from) && nodes.has(to)) edges.push({ id, from, to, relation, detail });
  };
  for (const link of dossier.links) tie(link.label, nodeAt(link.from), nodeAt(link.to), link.type, link.rationale ?? '');
  for (const claim of dossier.claims) {
    tie(`${claim.label}-said`, claim.asserterLabel, claim.label, 'asserts', claim.act);
    for (const [index, via] of claim.viaLabels.entries()) tie(`${claim.label}-via-${index + 1}`, via, claim.label, 'relays');
    for (const exhibit of new Set(claim.citations.map(({ label }) => label))) tie(`${claim.label}-${exhibit}`, claim.label, exhibit, 'rests-on');
  }
  for (const { label, source, derivedFrom } of dossier.exhibits) {
    tie(`${label}-source`, label, source?.label ?? null, 'taken-from');
    tie(`${label}-origin`, label, derivedFrom?.label ?? null, 'derived-from', derivedFrom?.transform ?? '');
  }
  for (const { label, originLabel } of dossier.sources) tie(`${label}-origin`, label, originLabel, 'relays');
  return { nodes: [...nodes.values()], edges };
}
