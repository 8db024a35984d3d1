import type { ObjectId } from '#shared/kernel/ids.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change, Op } from '../case/change.ts';
import { actingAnalyst, type EditFacts } from '../case/edit-facts.ts';
import type { Entity } from '../entity/entity.ts';
import { type ActorInput, findOrAddActors } from '../entity/find-or-add-actor.ts';
import type { Anchor } from '../evidence/anchor.ts';
import { checkAnchors } from '../evidence/check-anchors.ts';
import type { Claim } from './claim.ts';

export type ClaimInput = {
  readonly text: string;
  readonly asserter: ActorInput;
  readonly act?: Claim['act'] | undefined;
  readonly via?: readonly ActorInput[] | undefined;
  readonly saidAt?: Claim['saidAt'] | undefined;
  readonly eventAt?: Claim['eventAt'] | undefined;
  readonly anchors?: readonly Anchor[] | undefined;
};

export function putEntities(added: readonly Entity[]): readonly Op[] {
  return added.map((value) => ({ put: 'entities', id: value.id, value }));
}

/** Records one proposition with who said it and through whom it came. Names that the case does not know become entities in the same edit. */
export function assertClaim(record: CaseRecord, input: ClaimInput, facts: EditFacts): Reply<Change> {
  const bad = checkAnchors(record, input.anchors ?? []);
  if (bad) return bad;
  const actors = findOrAddActors(record, [input.asserter, ...(input.via ?? [])], facts);
  if (!actors.ok) return actors;
  const [asserterId, ...viaIds] = actors.value.ids as readonly [ObjectId, ...ObjectId[]];
  if (viaIds.includes(asserterId)) return refused({ kind: 'invalid-input', where: 'via', reason: 'the asserter cannot relay itself' });
  const claim: Claim = {
    id: facts.newId(),
    text: input.text,
    asserterId,
    act: input.act ?? 'said',
    viaIds,
    saidAt: input.saidAt ?? null,
    eventAt: input.eventAt ?? null,
    anchors: input.anchors ?? [],
    workState: 'to-do',
    finding: 'unassessed',
    verdict: null,
    credibility: null,
    madeAt: facts.at,
    changedAt: facts.at,
    by: actingAnalyst(record),
  };
  return done({ label: 'assert-claim', ops: [...putEntities(actors.value.added), { put: 'claims', id: claim.id, value: claim }], custody: [] });
}
