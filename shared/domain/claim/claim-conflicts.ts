import { isOpposing, isSupporting } from '../link/link-sense.ts';
import type { LinksByObject } from '../link/links-by-object.ts';

/** Ids of the objects that speak against a claim: by a link into it, or by a contradiction drawn from either end. */
export function contradictedBy(claimId: string, links: LinksByObject): readonly string[] {
  const into = (links.into.get(claimId) ?? []).filter((link) => isOpposing(link.type)).map((link) => link.fromId);
  const turned = (links.outOf.get(claimId) ?? []).filter((link) => link.type === 'contradicts').map((link) => link.toId);
  return [...new Set([...into, ...turned])];
}

/** Ids of the objects that speak for a claim: by a link into it, or by a corroboration drawn from either end. */
export function supportedBy(claimId: string, links: LinksByObject): readonly string[] {
  const into = (links.into.get(claimId) ?? []).filter((link) => isSupporting(link.type)).map((link) => link.fromId);
  const turned = (links.outOf.get(claimId) ?? []).filter((link) => link.type === 'corroborates').map((link) => link.toId);
  return [...new Set([...into, ...turned])];
}
