import type { LinkType } from '../link/link.ts';
import { isOpposing, isSupporting } from '../link/link-sense.ts';
import type { LinksByObject } from '../link/links-by-object.ts';

const none: readonly string[] = [];

/** Ids of the objects that speak against a claim: by a link into it, or by a contradiction drawn from either end. */
export function contradictedBy(claimId: string, links: LinksByObject): readonly string[] {
  return speaking(claimId, links, isOpposing, 'contradicts');
}

/** Ids of the objects that speak for a claim: by a link into it, or by a corroboration drawn from either end. */
export function supportedBy(claimId: string, links: LinksByObject): readonly string[] {
  return speaking(claimId, links, isSupporting, 'corroborates');
}

/** Most claims have no link, and this is asked of each. */
function speaking(claimId: string, links: LinksByObject, counts: (type: LinkType) => boolean, eitherWay: LinkType): readonly string[] {
  const [into, outOf] = [links.into.get(claimId), links.outOf.get(claimId)];
  if (!into && !outOf) return none;
  const found = new Set<string>();
  for (const link of into ?? []) if (counts(link.type)) found.add(link.fromId);
  for (const link of outOf ?? []) if (link.type === eitherWay) found.add(link.toId);
  return [...found];
}
