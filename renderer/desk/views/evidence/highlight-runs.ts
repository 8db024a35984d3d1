import type { Finding } from '#shared/domain/claim/claim.ts';
import type { TextSpan } from './text-offsets.ts';

/** A quote that a claim already rests on. */
export type ClaimedSpan = TextSpan & { readonly claimId: string; readonly finding: Finding };
/** A piece of the text that is drawn alike: covered by the same claims. */
export type Run = TextSpan & { readonly claimIds: readonly string[]; readonly finding: Finding | null };
export type Block = TextSpan & { readonly runs: readonly Run[] };

/** Where quotes overlap, the finding that most needs an eye gives the colour. */
const mostPressing: readonly Finding[] = [
  'refuted',
  'contradicted',
  'disputed',
  'withdrawn',
  'superseded',
  'unverifiable',
  'unassessed',
  'uncorroborated',
  'corroborated',
];

/** A part of the text (all of it unless told) cut into blocks (lines with their line end) and each block into runs. Together they hold every character once. */
export function blocksOf(text: string, claimed: readonly ClaimedSpan[], part: TextSpan = { start: 0, end: text.length }): readonly Block[] {
  const sorted = claimed
    .filter((span) => span.start < span.end && span.end <= text.length && span.start < part.end && span.end > part.start)
    .toSorted((a, b) => a.start - b.start);
  const blocks: Block[] = [];
  let start = part.start;
  while (start < part.end) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? part.end : Math.min(part.end, newline + 1);
    blocks.push({
      start,
      end,
      runs: runsOf(
        start,
        end,
        sorted.filter((span) => span.start < end && span.end > start),
      ),
    });
    start = end;
  }
  return blocks;
}

function runsOf(start: number, end: number, claimed: readonly ClaimedSpan[]): readonly Run[] {
  if (claimed.length === 0) return [{ start, end, claimIds: [], finding: null }];
  const cuts = new Set([start, end]);
  for (const span of claimed) {
    cuts.add(Math.max(start, span.start));
    cuts.add(Math.min(end, span.end));
  }
  const points = [...cuts].toSorted((a, b) => a - b);
  return points.slice(0, -1).map((from, i) => {
    const to = points[i + 1] ?? end;
    const covering = claimed.filter((span) => span.start <= from && span.end >= to);
    const finding = mostPressing.find((one) => covering.some((span) => span.finding === one)) ?? null;
    return { start: from, end: to, claimIds: [...new Set(covering.map((span) => span.claimId))], finding };
  });
}
