/**
 * What the objects in transactions and snapshots look like, as a number (FORMAT.md §8). It is raised when an object as it was written
 * no longer fits its schema; then a step says how to make it fit. Custody entries, checkpoints and keys never change: their bytes are
 * chained and signed.
 */
export type RecordLayouts = {
  readonly current: number;
  /** By the layout it leads away from, to the next one. A value that is not as expected is handed on: its schema tells. */
  readonly steps: ReadonlyMap<number, (collection: string, value: unknown) => unknown>;
};

/** No layout but the first was ever released. */
export const recordLayouts: RecordLayouts = { current: 1, steps: new Map() };

const unchanging = new Set(['custody', 'signers', 'checkpoints']);

/** A case that was written in a layout this program does not know. Thrown through lowdb, since an adapter can only throw. */
export class NewerLayout extends Error {
  readonly found: number;
  readonly known: number;
  constructor(found: number, known: number) {
    super('a newer layout of the record');
    this.found = found;
    this.known = known;
  }
}

/** The object as it is in the current layout. Throws for a layout without a step: a release that forgot one. */
export function upgraded({ current, steps }: RecordLayouts, from: number, collection: string, value: unknown): unknown {
  let now = value;
  for (let layout = from; layout < current && !unchanging.has(collection); layout += 1) {
    const step = steps.get(layout);
    if (!step) throw new Error(`no step from record layout ${layout}`);
    now = step(collection, now);
  }
  return now;
}

/** The first line of a snapshot in any layout but the first. */
export function layoutLine({ current }: RecordLayouts): readonly string[] {
  return current > 1 ? [JSON.stringify(['layout', 'record', current])] : [];
}

/** Which layout a line says that those after it are in; `null` for every other line. */
export function layoutSaid([collection, key, value]: readonly unknown[]): number | null {
  return collection === 'layout' && key === 'record' && typeof value === 'number' && Number.isSafeInteger(value) && value > 1 ? value : null;
}

/** The layout of a transaction: what its `v` says, 1 without. */
export function layoutOf(body: unknown): number {
  if (typeof body !== 'object' || body === null || !('v' in body) || typeof body.v !== 'number') return 1;
  return Number.isSafeInteger(body.v) && body.v > 1 ? body.v : 1;
}

/** A transaction that says in which layout it is. */
export function inLayout<T extends object>({ current }: RecordLayouts, body: T): T & { readonly v?: number } {
  return current > 1 ? { v: current, ...body } : body;
}

export function refuseNewer({ current }: RecordLayouts, found: number): void {
  if (found > current) throw new NewerLayout(found, current);
}
