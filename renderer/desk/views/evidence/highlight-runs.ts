import type { Finding } from '#shared/domain/claim/claim.ts';
import type { TextSpan } from './text-offsets.ts';

/** A quote that a claim already rests on. */
export type ClaimedSpan = TextSpan & { readonly claimId: string; readonly finding: Finding };
/** A quote that the analyst kept, with or without a name. */
export type KeptSpan = TextSpan & { readonly placeId: string; readonly label: string | null };
/** A place where a watch term stands. */
export type WatchSpan = TextSpan & { readonly termId: string };
type Mark = ClaimedSpan | KeptSpan | WatchSpan;
/** A piece of the text that is drawn alike: covered by the same claims, kept quotes and watch terms. */
export type Run = TextSpan & {
  readonly claimIds: readonly string[];
  readonly finding: Finding | null;
  readonly keptId: string | null;
  readonly termIds: readonly string[];
};
export type Block = TextSpan & { readonly runs: readonly Run[] };

const noTerms: readonly string[] = [];

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
export function blocksOf(
  text: string,
  claimed: readonly ClaimedSpan[],
  part: TextSpan = { start: 0, end: text.length },
  kept: readonly KeptSpan[] = [],
  watched: readonly WatchSpan[] = [],
): readonly Block[] {
  const isHere = (span: TextSpan) => span.start < span.end && span.end <= text.length && span.start < part.end && span.end > part.start;
  const marks: readonly Mark[] = [...claimed, ...kept, ...watched].filter(isHere).toSorted((a, b) => a.start - b.start);
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
        marks.filter((span) => span.start < end && span.end > start),
      ),
    });
    start = end;
  }
  return blocks;
}

function runsOf(start: number, end: number, marks: readonly Mark[]): readonly Run[] {
  if (marks.length === 0) return [{ start, end, claimIds: [], finding: null, keptId: null, termIds: noTerms }];
  const cuts = new Set([start, end]);
  for (const span of marks) {
    cuts.add(Math.max(start, span.start));
    cuts.add(Math.min(end, span.end));
  }
  const points = [...cuts].toSorted((a, b) => a - b);
  return points.slice(0, -1).map((from, i) => {
    const to = points[i + 1] ?? end;
    const covering = marks.filter((span) => span.start <= from && span.end >= to);
    const claims = covering.filter((span) => 'claimId' in span);
    const finding = mostPressing.find((one) => claims.some((span) => span.finding === one)) ?? null;
    const keptId = covering.find((span) => 'placeId' in span)?.placeId ?? null;
    const termIds = [...new Set(covering.flatMap((span) => ('termId' in span ? span.termId : [])))];
    return { start: from, end: to, claimIds: [...new Set(claims.map((span) => span.claimId))], finding, keptId, termIds };
  });
}
