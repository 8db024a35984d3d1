import type { SearchedTexts } from './fields.ts';
import type { LayeredIndex } from './layered-index.ts';
import { segmentBuilder } from './segment-builder.ts';

/** Memory for what is gathered before it becomes a segment. The segment takes as much again, while it is made. */
const mostGathered = 192 * 1024 * 1024;

/** Builds an index from nothing. What takes long goes step by step. */
export type FirstBuilding = {
  /** Objects come in ascending order of their ids. */
  readonly add: (id: string, texts: SearchedTexts) => void;
  /** Whether so much is gathered that it is to be settled before more is added. */
  readonly full: () => boolean;
  readonly settling: () => Generator<void, void>;
  readonly finishing: () => Generator<void, void>;
};

/** As a rule one segment; of a very large case several, of which one is made at the end. `index` is empty. `most`: bytes gathered at once, about. */
export function firstBuilding(index: LayeredIndex, most = mostGathered): FirstBuilding {
  let builder = segmentBuilder();

  return {
    add: (id, texts) => builder.add(id, texts),
    full: () => builder.bytes() >= most,
    *settling() {
      const full = builder;
      builder = segmentBuilder();
      index.addSegment(yield* full.finishing([], false));
    },
    *finishing() {
      const several = index.layers().length > 0;
      if (builder.documents() > 0) index.addSegment(yield* builder.finishing([], !several));
      builder = segmentBuilder();
      if (several) yield* index.merge({ all: true }) ?? [];
    },
  };
}
