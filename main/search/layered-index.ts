import type { Clause } from '#shared/domain/search/parse-query.ts';
import type { SearchedTexts } from './fields.ts';
import { countInSegments, type FoundObjects, findInSegments, inUse, type SegmentInUse } from './find-in-segments.ts';
import { mergeSegments } from './merge-segments.ts';
import { findId, idAt, idBytes, packIds } from './object-ids.ts';
import { openSegment, SegmentDamage, type SegmentSource } from './segment.ts';
import { segmentBuilder } from './segment-builder.ts';
import { neighboursToMerge, shadow } from './shadow.ts';

/** One layer of the index. `name` is that of its file; `unwritten` its bytes as long as it has none. */
export type IndexLayer = { readonly used: SegmentInUse; readonly bytes: number; readonly name: string | null; readonly unwritten: Uint8Array | null };

/**
 * The index of a case: layers from the oldest to the newest, of which a newer one stands for what it has anew, and above them what changed since, in memory. It knows
 * nothing of disks: layers are given to it and taken from it as bytes.
 */
export type LayeredIndex = {
  readonly layers: () => readonly IndexLayer[];
  /** Puts a layer that lies somewhere on top; `false` when it is no segment. */
  readonly addLayer: (source: SegmentSource, bytes: number, name: string) => boolean;
  /** Puts a segment on top that lies nowhere yet. */
  readonly addSegment: (segment: Uint8Array) => void;
  /** What is searched of an object as it is now; `null` when it is no more. */
  readonly put: (id: string, texts: SearchedTexts | null) => void;
  /** Whether any layer ever had it. */
  readonly knows: (id: string) => boolean;
  /** Objects put since the last layer, and the UTF-16 units of their texts. */
  readonly fresh: () => { readonly objects: number; readonly units: number };
  /** Makes a layer of what was put since the last. */
  readonly settle: () => void;
  /** A layer has a file now. */
  readonly named: (layer: IndexLayer, source: SegmentSource, name: string) => void;
  /** Merges neighbours of about one size, `all` or at most so many bytes of them; step by step. `null` when there is nothing to merge. */
  readonly merge: (how: { readonly all?: boolean; readonly mostBytes?: number }) => Generator<void, void> | null;
  /** Leaves out layers that say nothing. */
  readonly dropEmpty: () => void;
  readonly clear: () => void;
  /** Throws {@link SegmentDamage}. */
  readonly find: (clauses: readonly Clause[], limit: number, accept?: (id: string) => boolean) => FoundObjects;
  /** How many would be found without a limit. Throws {@link SegmentDamage}. */
  readonly count: (clauses: readonly Clause[], accept?: (id: string) => boolean) => number;
};

export function layeredIndex(): LayeredIndex {
  let layers: readonly IndexLayer[] = [];
  const fresh = new Map<string, SearchedTexts | null>();
  let units = 0;
  let freshLayer: SegmentInUse | null = null;
  /** Grows whenever a layer takes another's place: a merge that was at work meanwhile is of no use then. */
  let replaced = 0;

  const forgetFresh = () => {
    fresh.clear();
    units = 0;
    freshLayer = null;
  };
  const onTop = (layer: IndexLayer) => {
    shadow(
      layers.map(({ used }) => used),
      layer.used.segment,
    );
    layers = [...layers, layer];
  };
  const layerOf = (segment: Uint8Array): IndexLayer => ({ used: inUse(opened(segment)), bytes: segment.length, name: null, unwritten: segment });
  const segmentOfFresh = (): Uint8Array => {
    const builder = segmentBuilder();
    const gone: string[] = [];
    for (const [id, texts] of [...fresh].sort(([one], [other]) => (one < other ? -1 : 1))) {
      if (texts) builder.add(id, texts);
      else gone.push(id);
    }
    return builder.finish(gone);
  };
  const inFresh = (): SegmentInUse => {
    if (!freshLayer) {
      freshLayer = inUse(opened(segmentOfFresh()));
      shadow(
        layers.map(({ used }) => used),
        freshLayer.segment,
      );
    }
    return freshLayer;
  };
  const settle = () => {
    if (fresh.size === 0) return;
    const segment = segmentOfFresh();
    forgetFresh();
    onTop(layerOf(segment));
  };

  function* mergeRange(from: number, to: number): Generator<void, void> {
    const range = layers.slice(from, to);
    const since = replaced;
    const segment = yield* mergeSegments(
      range.map(({ used }) => ({ segment: used.segment, alive: used.alive.slice() })),
      from === 0,
    );
    if (since !== replaced) return;
    const merged = layerOf(segment);
    replaced += 1;
    // Others may have come on top meanwhile; what they have anew is older here too.
    const newer = layers.slice(to);
    for (const { used } of newer) shadow([merged.used], used.segment);
    layers = [...layers.slice(0, from), merged, ...newer];
    freshLayer = null;
  }

  const inAll = (): readonly SegmentInUse[] => [...layers.map(({ used }) => used), ...(fresh.size > 0 ? [inFresh()] : [])];

  return {
    layers: () => layers,
    addLayer: (source, bytes, name) => {
      const segment = openSegment(source);
      if (segment) onTop({ used: inUse(segment), bytes, name, unwritten: null });
      return segment !== null;
    },
    addSegment: (segment) => onTop(layerOf(segment)),
    put: (id, texts) => {
      units += sizeOf(texts) - sizeOf(fresh.get(id) ?? null);
      fresh.set(id, texts);
      freshLayer = null;
    },
    knows: (id) => {
      if (fresh.has(id)) return true;
      const sought = packIds([id]);
      return layers.some(({ used }) => findId(used.segment.ids, sought, 0) >= 0);
    },
    fresh: () => ({ objects: fresh.size, units }),
    settle,
    named: (layer, source, name) => {
      const segment = openSegment(source);
      if (!segment) throw new SegmentDamage();
      replaced += 1;
      layers = layers.map((each) =>
        each === layer ? { used: { ...inUse(segment), alive: layer.used.alive, fallen: layer.used.fallen }, bytes: layer.bytes, name, unwritten: null } : each,
      );
    },
    merge: ({ all = false, mostBytes = Number.POSITIVE_INFINITY }) => {
      if (all) return layers.length === 0 ? null : mergeRange(0, layers.length);
      const sizes = layers.map(({ bytes }) => bytes);
      const range = neighboursToMerge(sizes);
      if (!range) return null;
      const bytes = sizes.slice(range.from, range.to).reduce((sum, each) => sum + each, 0);
      return bytes > mostBytes ? null : mergeRange(range.from, range.to);
    },
    dropEmpty: () => {
      const left = layers.filter(({ used: { segment } }) => segment.documents + segment.gone.length > 0);
      if (left.length < layers.length) replaced += 1;
      layers = left;
    },
    clear: () => {
      replaced += 1;
      layers = [];
      forgetFresh();
    },
    find: (clauses, limit, accept) => findInSegments(inAll(), clauses, limit, accept),
    count: (clauses, accept) => countInSegments(inAll(), clauses, accept ?? null),
  };
}

/** Ids of the documents of a layer and of what it says is gone. */
export function idsInLayer({ used: { segment } }: IndexLayer): readonly string[] {
  return [segment.ids, segment.gone].flatMap((ids) => Array.from({ length: ids.length / idBytes }, (_, place) => idAt(ids, place)));
}

function opened(segment: Uint8Array) {
  const found = openSegment({ read: (at, length) => segment.subarray(at, at + length) });
  if (!found) throw new SegmentDamage();
  return found;
}

function sizeOf(texts: SearchedTexts | null): number {
  return texts ? texts.label.length + texts.names.length + texts.text.length + texts.about.length : 0;
}
