import type { ClaimRow } from '#shared/contract/claims.ts';
import type { ClaimedSpan } from './highlight-runs.ts';
import type { ClaimedRegion } from './region-layer.tsx';

type Places = { readonly spans: readonly ClaimedSpan[]; readonly regions: readonly ClaimedRegion[] };
const none: Places = { spans: [], regions: [] };
/** Equal answers give the same places, so that a long text is not drawn again for nothing. */
const known = new WeakMap<readonly ClaimRow[], Places>();

/** Where claims rest on this item: quotes in its text, numbered regions in its picture. */
export function claimedPlaces(evidenceId: string, claims: readonly ClaimRow[] | undefined): Places {
  if (!claims) return none;
  const before = known.get(claims);
  if (before) return before;
  const spans: ClaimedSpan[] = [];
  const regions: ClaimedRegion[] = [];
  for (const { id, text, finding, anchors } of claims) {
    for (const anchor of anchors) {
      if (anchor.evidenceId !== evidenceId) continue;
      if (anchor.sort === 'quote') spans.push({ start: anchor.start, end: anchor.end, claimId: id, finding });
      if (anchor.sort === 'region') regions.push({ region: anchor.region, claimId: id, text, finding, number: regions.length + 1 });
    }
  }
  const places = { spans, regions };
  known.set(claims, places);
  return places;
}
