import { longer } from './grown.ts';

/**
 * The best so many documents: a heap with the least of them on top, in arrays of numbers. An object for each that was among the best for a while is what a search used to wait
 * for longest: the engine stops to collect them.
 */
export type BestDocuments = {
  /** A score that is no better is not among them. */
  readonly least: () => number;
  readonly take: (score: number, document: number, segment: number) => void;
  /** How many there are, and of each, in no order, what was taken. */
  readonly many: () => number;
  readonly scoreOf: (place: number) => number;
  readonly documentOf: (place: number) => number;
  readonly segmentOf: (place: number) => number;
};

/** Kept from question to question: one is asked at a time. */
let room = { scores: new Float64Array(128), documents: new Uint32Array(128), segments: new Uint32Array(128) };
const mostKept = 10_000;

/** To be read before it is asked for the next time. */
export function bestDocuments(limit: number): BestDocuments {
  let { scores, documents, segments } = room;
  let many = 0;

  const set = (at: number, score: number, document: number, segment: number): void => {
    scores[at] = score;
    documents[at] = document;
    segments[at] = segment;
  };
  const move = (from: number, to: number): void => set(to, scores[from] as number, documents[from] as number, segments[from] as number);
  const rise = (score: number): number => {
    let at = many++;
    for (let above = (at - 1) >> 1; at > 0 && score < (scores[above] as number); above = (at - 1) >> 1) {
      move(above, at);
      at = above;
    }
    return at;
  };
  const sink = (score: number): number => {
    for (let at = 0; ; ) {
      let below = 2 * at + 1;
      if (below + 1 < many && (scores[below + 1] as number) < (scores[below] as number)) below += 1;
      if (below >= many || (scores[below] as number) >= score) return at;
      move(below, at);
      at = below;
    }
  };

  return {
    least: () => (many < limit ? Number.NEGATIVE_INFINITY : many === 0 ? Number.POSITIVE_INFINITY : (scores[0] as number)),
    take: (score, document, segment) => {
      if (many === limit) {
        set(sink(score), score, document, segment);
        return;
      }
      if (many === scores.length) {
        scores = longer(scores, Float64Array);
        documents = longer(documents, Uint32Array);
        segments = longer(segments, Uint32Array);
        if (many < mostKept) room = { scores, documents, segments };
      }
      set(rise(score), score, document, segment);
    },
    many: () => many,
    scoreOf: (place) => scores[place] as number,
    documentOf: (place) => documents[place] as number,
    segmentOf: (place) => segments[place] as number,
  };
}
