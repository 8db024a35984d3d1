import type { ClaimRow } from '#shared/contract/claims.ts';
import type { Finding } from '#shared/domain/claim/claim.ts';
import type { Region } from '#shared/domain/evidence/anchor.ts';
import type { MarkedPlace } from '#shared/domain/evidence/marked-place.ts';
import type { ClaimedSpan, KeptSpan } from './highlight-runs.ts';
import type { ClaimedRegion } from './region-layer.tsx';

/** What of a page or of a recording a claim rests on. */
export type ClaimedPage = { readonly page: number; readonly region: Region | null; readonly claimId: string; readonly text: string; readonly finding: Finding };
export type ClaimedMoment = { readonly from: number; readonly to: number | null; readonly claimId: string; readonly text: string; readonly finding: Finding };
type Places = {
  readonly spans: readonly ClaimedSpan[];
  readonly regions: readonly ClaimedRegion[];
  readonly pages: readonly ClaimedPage[];
  readonly moments: readonly ClaimedMoment[];
};
const none: Places = { spans: [], regions: [], pages: [], moments: [] };
/** Equal answers give the same places, so that a long text is not drawn again for nothing. */
const known = new WeakMap<readonly ClaimRow[], Places>();

/** Where claims rest on this item: quotes in its text, numbered regions in its picture, places on its pages, moments of its sound. */
export function claimedPlaces(evidenceId: string, claims: readonly ClaimRow[] | undefined): Places {
  if (!claims) return none;
  const before = known.get(claims);
  if (before) return before;
  const spans: ClaimedSpan[] = [];
  const regions: ClaimedRegion[] = [];
  const pages: ClaimedPage[] = [];
  const moments: ClaimedMoment[] = [];
  for (const { id, text, finding, anchors } of claims) {
    for (const anchor of anchors) {
      if (anchor.evidenceId !== evidenceId) continue;
      if (anchor.sort === 'quote') spans.push({ start: anchor.start, end: anchor.end, claimId: id, finding });
      if (anchor.sort === 'region') regions.push({ region: anchor.region, claimId: id, text, finding, number: regions.length + 1 });
      if (anchor.sort === 'page') pages.push({ page: anchor.page, region: anchor.region, claimId: id, text, finding });
      if (anchor.sort === 'time') moments.push({ from: anchor.from, to: anchor.to, claimId: id, text, finding });
    }
  }
  const places = { spans, regions, pages, moments: moments.toSorted((a, b) => a.from - b.from) };
  known.set(claims, places);
  return places;
}

/** Quotes that were kept of this item, as places of its text. */
export function keptSpans(places: readonly MarkedPlace[] | undefined): readonly KeptSpan[] {
  return (places ?? []).flatMap(({ id, label, anchor }) => (anchor.sort === 'quote' ? [{ start: anchor.start, end: anchor.end, placeId: id, label }] : []));
}
