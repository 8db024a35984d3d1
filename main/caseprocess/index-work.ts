import type { OpenCase } from '#main/casestore/open-case.ts';
import { firstBuilding } from '#main/search/first-building.ts';
import { type IndexLayer, idsInLayer, type LayeredIndex } from '#main/search/layered-index.ts';
import { segmentBuilder } from '#main/search/segment-builder.ts';
import type { ReadableCase } from '#main/usecases/ports/open-case.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import { collectionOf, objectKinds } from '#shared/domain/case/case-record.ts';
import { eachOf, idsOf } from '#shared/domain/case/objects-of.ts';
import { searchableOf } from './searchable.ts';

export type IndexShelf = OpenCase['searchShelf'];

/** Milliseconds of work before others get their turn: edits must not wait for the index. */
const sliceMs = 8;
/** Changed objects kept as they are; more become a layer. */
const [mostFresh, mostFreshUnits] = [256, 1_000_000];

/** Lets others at the processor when its slice is used up. */
function takingTurns(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < sliceMs) return;
    await new Promise((resolve) => setImmediate(resolve));
    began = performance.now();
  };
}

/** Every object of the case that can be found. */
function* everyObject(openCase: ReadableCase): Iterable<string> {
  for (const kind of objectKinds) yield* idsOf(openCase.record()[collectionOf[kind]]);
}

/**
 * Reads what changed and puts it into the index, a few objects at a time. What is read leaves `stale`; what changes meanwhile comes back into it. Stops where it is cancelled.
 */
export async function readChanged(openCase: ReadableCase, index: LayeredIndex, stale: Set<string>, report: Progress): Promise<void> {
  const turn = takingTurns();
  const total = stale.size;
  let read = 0;
  for (const id of stale) {
    if (report.cancelled()) return;
    stale.delete(id);
    const texts = await searchableOf(openCase, id);
    if (texts || index.knows(id)) index.put(id, texts);
    const { objects, units } = index.fresh();
    if (objects >= mostFresh || units >= mostFreshUnits) index.settle();
    read += 1;
    report.step('reading', read, Math.max(total, read + stale.size));
    await turn();
  }
}

/** Builds the index from nothing. `false` when it was cancelled. */
export async function buildAnew(openCase: ReadableCase, index: LayeredIndex, stale: Set<string>, report: Progress): Promise<boolean> {
  index.clear();
  stale.clear();
  const turn = takingTurns();
  const ids = [...everyObject(openCase)].sort();
  const building = firstBuilding(index);
  for (const [place, id] of ids.entries()) {
    if (report.cancelled()) return false;
    const texts = await searchableOf(openCase, id);
    if (texts) building.add(id, texts);
    report.step('reading', place, ids.length);
    if (building.full()) await inSlices(building.settling());
    await turn();
  }
  await inSlices(building.finishing());
  return true;
}

/** Goes through the steps of what takes long, others in between. */
export async function inSlices(steps: Generator<void, void> | null, stopped: () => boolean = () => false): Promise<void> {
  if (!steps) return;
  const turn = takingTurns();
  while (!stopped() && steps.next().done !== true) await turn();
}

/** Claims are found by who said them, so a renamed entity changes them too. */
export function spokenBy(openCase: ReadableCase, entityIds: ReadonlySet<string>): readonly string[] {
  if (entityIds.size === 0) return [];
  const found: string[] = [];
  for (const claim of eachOf(openCase.heads().claims))
    if (entityIds.has(claim.asserterId) || claim.viaIds.some((id) => entityIds.has(id))) found.push(claim.id);
  return found;
}

/** Bytes of neighbours that are merged while a case is closed. */
const mergedAtClose = 1024 * 1024;

/**
 * Writes what the shelf does not have, and where the index stands now. Each layer written says which objects are still to be read, those of the layers that are not written yet among
 * them, so that the shelf is right after each. Whether everything is there.
 */
export function writeLayers(index: LayeredIndex, shelf: IndexShelf, stale: ReadonlySet<string>): boolean {
  index.settle();
  const small = index.merge({ mostBytes: mergedAtClose });
  if (small) while (small.next().done !== true);
  index.dropEmpty();
  const waiting = index.layers().filter(({ unwritten }) => unwritten !== null);
  if (waiting.length === 0) return shelf.write(segmentBuilder().finish(), { below: named(index.layers()), above: [] }, [...stale]).ok;
  for (const [place, layer] of waiting.entries()) {
    const layers = index.layers();
    const at = layers.indexOf(layer);
    const behind = waiting.slice(place + 1).flatMap(idsInLayer);
    const beside = { below: named(layers.slice(0, at)), above: named(layers.slice(at + 1)) };
    const written = layer.unwritten && shelf.write(layer.unwritten, beside, [...new Set([...stale, ...behind])]);
    if (!written?.ok) return false;
    index.named(layer, written.value, written.value.name);
  }
  return true;
}

function named(layers: readonly IndexLayer[]): readonly string[] {
  return layers.flatMap(({ name }) => name ?? []);
}
