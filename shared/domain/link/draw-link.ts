import type { ObjectId } from '#shared/kernel/ids.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import { actingAnalyst, type EditFacts } from '../case/edit-facts.ts';
import { firstMissing } from '../case/find-object.ts';
import type { Anchor } from '../evidence/anchor.ts';
import { checkAnchors } from '../evidence/check-anchors.ts';
import type { Link } from './link.ts';
import { isSymmetric } from './link-sense.ts';
import type { LinksByObject } from './links-by-object.ts';

export type LinkInput = {
  readonly fromId: ObjectId;
  readonly type: Link['type'];
  readonly toId: ObjectId;
  readonly rationale?: string | null | undefined;
  readonly anchor?: Anchor | undefined;
  readonly grade?: Link['grade'] | undefined;
};

/** Draws a typed link between two different objects; the same link twice is refused, a link that reads the same both ways also when turned round. */
export function drawLink(record: CaseRecord, links: LinksByObject, input: LinkInput, facts: EditFacts): Reply<Change> {
  const missing = firstMissing(record, [input.fromId, input.toId]);
  if (missing) return missing;
  if (input.fromId === input.toId) return refused({ kind: 'refused', rule: 'link-to-itself' });
  const same = (links.outOf.get(input.fromId) ?? []).some((link) => link.type === input.type && link.toId === input.toId);
  const turned = (links.outOf.get(input.toId) ?? []).some((link) => link.type === input.type && link.toId === input.fromId);
  if (same || (turned && isSymmetric(input.type))) return refused({ kind: 'refused', rule: 'link-exists' });
  const bad = checkAnchors(record, input.anchor ? [input.anchor] : []);
  if (bad) return bad;
  const value: Link = {
    id: facts.newId(),
    fromId: input.fromId,
    type: input.type,
    toId: input.toId,
    rationale: input.rationale ?? null,
    anchor: input.anchor ?? null,
    grade: input.grade ?? null,
    at: facts.at,
    by: actingAnalyst(record),
  };
  return done({ label: 'draw-link', ops: [{ put: 'links', id: value.id, value }], custody: [] });
}
