import type { CaseHeads } from '../case/case-heads.ts';
import { objectAt } from '../case/find-object.ts';
import type { Relation } from './relation.ts';

/** One edge; `linkId` is null when no link was drawn and the relation follows from the record. */
export type Edge = { readonly from: string; readonly to: string; readonly relation: Relation; readonly linkId: string | null };

/** The edges that one object states: a link its own, every other object those to what it names. None for an id the case does not hold. */
export function edgesOf(record: CaseHeads, id: string): readonly Edge[] {
  const link = objectAt(record, 'link', id);
  if (link) return [{ from: link.fromId, to: link.toId, relation: link.type, linkId: link.id }];
  const claim = objectAt(record, 'claim', id);
  if (claim) {
    const evidence = [...new Set(claim.anchors.map((anchor) => anchor.evidenceId))];
    return [
      stated(claim.asserterId, id, 'asserts'),
      ...claim.viaIds.map((via) => stated(via, id, 'relays')),
      ...evidence.map((item) => stated(id, item, 'rests-on')),
    ];
  }
  const item = objectAt(record, 'evidence', id);
  if (item) return [stated(id, item.sourceId, 'taken-from'), ...(item.derivedFrom ? [stated(id, item.derivedFrom.evidenceId, 'copied-from')] : [])];
  const source = objectAt(record, 'source', id);
  if (source) return source.originId === null ? [] : [stated(id, source.originId, 'goes-back-to')];
  const note = objectAt(record, 'note', id);
  return note ? note.aboutIds.map((about) => stated(id, about, 'about')) : [];
}

function stated(from: string, to: string, relation: Relation): Edge {
  return { from, to, relation, linkId: null };
}
