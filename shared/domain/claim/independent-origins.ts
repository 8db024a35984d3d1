import type { CaseHeads, ClaimHead } from '../case/case-heads.ts';
import { objectAt } from '../case/find-object.ts';
import { foldName } from '../entity/fold-name.ts';
import type { LinksByObject } from '../link/links-by-object.ts';
import { originFamily } from '../source/origin-family.ts';
import { supportedBy } from './claim-conflicts.ts';

/**
 * How many independent origins a claim rests on. A claim that lies in evidence counts as the word of its asserter, however many
 * outlets relay it; so does each such claim that supports it. Evidence that supports it without being anyone's claim
 * counts as the word of the source it stems from. Two of these are one origin when they share an asserter, an
 * asserter relays the other, their sources relay one source or share a publisher, one item is derived from the other, or
 * a `same-origin-as` or `same-as` link ties them (Admiralty code: grade 1 requires confirmation by independent origins).
 */
export function independentOrigins(record: CaseHeads, claim: OriginClaim, links: LinksByObject): number {
  return countGroups(originsOf(record, claim, links), links);
}

type OriginClaim = Pick<ClaimHead, 'id' | 'anchors' | 'asserterId' | 'viaIds'>;
/** `keys` make two origins one when shared; `touches` are the objects whose links of identity tie it to others. */
type Origin = { readonly keys: ReadonlySet<string>; readonly touches: ReadonlySet<string> };

function originsOf(record: CaseHeads, claim: OriginClaim, links: LinksByObject): readonly Origin[] {
  const supporters = supportedBy(claim.id, links);
  const claims = [claim, ...supporters.map((id) => objectAt(record, 'claim', id)).filter((found) => found !== null)];
  const anchored = claims.filter((each) => each.anchors.length > 0);
  const spoken = new Set<string>(anchored.flatMap((each) => each.anchors.map((anchor) => anchor.evidenceId)));
  const evidence = supporters.filter((id) => objectAt(record, 'evidence', id) !== null && !spoken.has(id));
  return [...anchored.map((each) => originOfClaim(record, each)), ...evidence.map((id) => originOfEvidence(record, id))];
}

function originOfClaim(record: CaseHeads, claim: OriginClaim): Origin {
  const keys = new Set<string>();
  for (const id of [claim.asserterId, ...claim.viaIds]) {
    // A relay is a key of its own kind: two asserters relayed by one agency stay two origins, an asserter who is the relay does not.
    const role = id === claim.asserterId ? 'word' : 'relay';
    keys.add(`${role}:${id}`);
    for (const name of objectAt(record, 'entity', id)?.names ?? []) keys.add(`${role}:${foldName(name)}`);
  }
  const items = claim.anchors.map((anchor) => anchor.evidenceId);
  const origins = items.map((id) => originOfEvidence(record, id));
  const ownWord = origins.some((origin) => [...origin.keys].some((key) => key.startsWith('word:') && keys.has(key)));
  if (ownWord) for (const origin of origins) for (const key of origin.keys) keys.add(key);
  const [only, ...others] = [...new Set(items.map((id) => objectAt(record, 'evidence', id)?.sourceId ?? id))];
  const place = only !== undefined && others.length === 0 ? [only, ...items] : [];
  return { keys, touches: new Set<string>([claim.id, claim.asserterId, ...place]) };
}

function originOfEvidence(record: CaseHeads, evidenceId: string): Origin {
  const item = objectAt(record, 'evidence', evidenceId);
  if (!item) return { keys: new Set(), touches: new Set() };
  const family = originFamily(record, item.sourceId);
  const keys = new Set<string>([`family:${family.at(-1) ?? item.sourceId}`, `item:${evidenceId}`]);
  if (item.derivedFrom) keys.add(`item:${item.derivedFrom.evidenceId}`);
  const source = objectAt(record, 'source', item.sourceId);
  for (const name of [source?.publisher, source?.author]) if (name) keys.add(`word:${foldName(name)}`);
  return { keys, touches: new Set<string>([evidenceId, ...family]) };
}

function countGroups(origins: readonly Origin[], links: LinksByObject): number {
  const groups: Origin[] = [];
  for (const origin of origins) {
    const same = groups.filter((group) => areOne(group, origin, links));
    const merged = [origin, ...same].reduce((left, right) => ({ keys: union(left.keys, right.keys), touches: union(left.touches, right.touches) }));
    for (const group of same) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.length;
}

function areOne(left: Origin, right: Origin, links: LinksByObject): boolean {
  for (const key of left.keys) {
    if (!key.startsWith('relay:') && right.keys.has(key)) return true;
    if (key.startsWith('relay:') && right.keys.has(key.replace('relay:', 'word:'))) return true;
    if (key.startsWith('word:') && right.keys.has(key.replace('word:', 'relay:'))) return true;
  }
  return tied(left, right, links) || tied(right, left, links);
}

function tied(from: Origin, to: Origin, links: LinksByObject): boolean {
  return [...from.touches].some((id) =>
    (links.outOf.get(id) ?? []).some((link) => (link.type === 'same-origin-as' || link.type === 'same-as') && to.touches.has(link.toId)),
  );
}

function union(left: ReadonlySet<string>, right: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...left, ...right]);
}
