import type { CaseHeads, ClaimHead, EvidenceHead, LinkHead, NoteHead, SourceHead } from '../case/case-heads.ts';
import { objectAt } from '../case/find-object.ts';
import type { Relation } from './relation.ts';

/** One edge; `linkId` is null when no link was drawn and the relation follows from the record. */
export type Edge = { readonly from: string; readonly to: string; readonly relation: Relation; readonly linkId: string | null };

/** The edges that one object states: a link its own, every other object those to what it names. None for an id the case does not hold. */
export function edgesOf(record: CaseHeads, id: string): readonly Edge[] {
  for (const kind of ['link', 'claim', 'evidence', 'source', 'note'] as const) {
    const head = objectAt(record, kind, id);
    if (head) return (edgesOfHead[kind] as (head: object) => readonly Edge[])(head);
  }
  return [];
}

/** The same where the head is at hand: who goes through a whole case does not look each object up. */
export const edgesOfHead = {
  link: ({ id, fromId, type, toId }: LinkHead): readonly Edge[] => [{ from: fromId, to: toId, relation: type, linkId: id }],
  claim: ({ id, asserterId, viaIds, anchors }: ClaimHead): readonly Edge[] => [
    stated(asserterId, id, 'asserts'),
    ...viaIds.map((via) => stated(via, id, 'relays')),
    ...[...new Set(anchors.map((anchor) => anchor.evidenceId))].map((item) => stated(id, item, 'rests-on')),
  ],
  evidence: ({ id, sourceId, derivedFrom }: EvidenceHead): readonly Edge[] => [
    stated(id, sourceId, 'taken-from'),
    ...(derivedFrom ? [stated(id, derivedFrom.evidenceId, 'copied-from')] : []),
  ],
  source: ({ id, originId }: SourceHead): readonly Edge[] => (originId === null ? [] : [stated(id, originId, 'goes-back-to')]),
  note: ({ id, aboutIds }: NoteHead): readonly Edge[] => aboutIds.map((about) => stated(id, about, 'about')),
  entity: (): readonly Edge[] => [],
};

function stated(from: string, to: string, relation: Relation): Edge {
  return { from, to, relation, linkId: null };
}
