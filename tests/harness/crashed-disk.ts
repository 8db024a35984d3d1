import { folderOf } from '#main/casefile/case-paths.ts';
import { type DiskContent, type DiskOperation, overlay } from './recording-file-system.ts';

/** What happened in a crash to one change that was not synced. `torn`: only the first bytes came through; `tail`: those are missing. */
export type Fate = 'kept' | 'dropped' | 'zeros' | 'garbage' | { readonly torn: number } | { readonly tail: number };

/** One change of the disk: data of a file, or entries of one folder. `settledBy` is the step that made it durable. */
export type Effect = { readonly step: number; readonly settledBy: number } & (
  | { readonly kind: 'data'; readonly inode: number; readonly at: number; readonly bytes: Buffer }
  /** A file cut, or grown by zeros. */
  | { readonly kind: 'length'; readonly inode: number; readonly from: number; readonly to: number }
  | { readonly kind: 'entry'; readonly remove: string | null; readonly add: { readonly path: string; readonly inode: number } | null }
  | { readonly kind: 'folder'; readonly path: string }
);

type Change = Effect extends infer E ? (E extends Effect ? Omit<E, 'step' | 'settledBy'> : never) : never;

/**
 * The changes of a session, as strictly as POSIX allows: data is durable by the sync of its file, an entry by the sync of its
 * folder and nothing else, and a rename across folders is two entries that may part. The note LOCK is advice and left out.
 */
export function effectsOf(start: DiskContent, operations: readonly DiskOperation[]): readonly Effect[] {
  const names = new Map([...start.files.keys()].map((path, inode) => [path, inode]));
  const advice = new Set<number>();
  const effects: Effect[] = [];
  operations.forEach((operation, step) => {
    for (const change of changesOf(operation, names, advice)) effects.push({ ...change, step, settledBy: settlingStep(operations, step, change) });
  });
  return effects;
}

function changesOf(operation: DiskOperation, names: Map<string, number>, advice: Set<number>): readonly Change[] {
  if ('path' in operation && operation.path === 'LOCK') {
    if (operation.op === 'create') advice.add(operation.inode);
    return [];
  }
  switch (operation.op) {
    case 'write':
      return advice.has(operation.inode) ? [] : [{ kind: 'data', inode: operation.inode, at: operation.at, bytes: operation.bytes }];
    case 'resize':
      return advice.has(operation.inode) ? [] : [{ kind: 'length', inode: operation.inode, from: operation.from, to: operation.to }];
    case 'create':
      names.set(operation.path, operation.inode);
      return [{ kind: 'entry', remove: null, add: { path: operation.path, inode: operation.inode } }];
    case 'remove':
      names.delete(operation.path);
      return [{ kind: 'entry', remove: operation.path, add: null }];
    case 'rename': {
      const inode = names.get(operation.path);
      if (inode === undefined) throw new Error('a name that is not there was renamed');
      names.delete(operation.path);
      names.set(operation.to, inode);
      const add = { path: operation.to, inode };
      if (folderOf(operation.path) === folderOf(operation.to)) return [{ kind: 'entry', remove: operation.path, add }];
      return [
        { kind: 'entry', remove: null, add },
        { kind: 'entry', remove: operation.path, add: null },
      ];
    }
    case 'folder':
      return [{ kind: 'folder', path: operation.path }];
    default:
      return [];
  }
}

function settlingStep(operations: readonly DiskOperation[], from: number, change: Change): number {
  const folder = change.kind === 'entry' ? folderOf(change.add?.path ?? change.remove ?? '') : change.kind === 'folder' ? folderOf(change.path) : null;
  const at = operations.findIndex(
    (operation, step) =>
      step > from &&
      (change.kind === 'data' || change.kind === 'length'
        ? operation.op === 'sync' && operation.inode === change.inode
        : operation.op === 'sync-folder' && operation.path === folder),
  );
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** Effects begun in the first `count` steps that no sync among these made durable. */
export function unsettledEffects(effects: readonly Effect[], count: number): readonly Effect[] {
  return effects.filter(({ step, settledBy }) => step < count && settledBy >= count);
}

/** What lies on the disk after a crash when the first `count` steps ran and each unsettled effect met its fate. */
export function diskAfterCrash(start: DiskContent, effects: readonly Effect[], count: number, fates: ReadonlyMap<Effect, Fate>): DiskContent {
  return crashAfter(start, effects, count)(fates);
}

type Medium = { readonly names: Map<string, number>; readonly inodes: Map<number, Buffer>; readonly folders: Set<string> };

/** {@link diskAfterCrash} for many fates of one moment: what came before the first unsettled effect is put together once. */
export function crashAfter(start: DiskContent, effects: readonly Effect[], count: number): (fates: ReadonlyMap<Effect, Fate>) => DiskContent {
  const ran = effects.filter(({ step }) => step < count);
  const open = ran.findIndex(({ settledBy }) => settledBy >= count);
  const settled = open < 0 ? ran.length : open;
  const before: Medium = { names: new Map(), inodes: new Map(), folders: new Set(['.', ...start.folders]) };
  [...start.files].forEach(([path, bytes], inode) => {
    before.names.set(path, inode);
    before.inodes.set(inode, bytes);
  });
  for (const effect of ran.slice(0, settled)) meet(before, effect, 'kept');
  return (fates) => {
    const medium: Medium = { names: new Map(before.names), inodes: new Map(before.inodes), folders: new Set(before.folders) };
    for (let at = settled; at < ran.length; at += 1) {
      const effect = ran[at];
      if (effect) meet(medium, effect, fates.get(effect) ?? 'kept');
    }
    const { names, inodes, folders } = medium;
    const files = new Map<string, Buffer>();
    for (const [path, inode] of names) if (folders.has(folderOf(path)) && path !== 'LOCK') files.set(path, inodes.get(inode) ?? nothing);
    return { folders: [...folders], files };
  };
}

function meet({ names, inodes, folders }: Medium, effect: Effect, fate: Fate): void {
  if (fate === 'dropped') return;
  if (effect.kind === 'folder') folders.add(effect.path);
  else if (effect.kind === 'length') inodes.set(effect.inode, lengthened(inodes.get(effect.inode) ?? nothing, effect.from, effect.to, fate));
  else if (effect.kind === 'data') inodes.set(effect.inode, overlay(inodes.get(effect.inode) ?? nothing, effect.at, met(effect.bytes, fate)));
  else {
    if (effect.remove !== null) names.delete(effect.remove);
    if (effect.add) names.set(effect.add.path, effect.add.inode);
  }
}

const nothing = Buffer.alloc(0);
/** What lay where a file grew. */
const rubbish = Buffer.from(Array.from({ length: 4 * 1024 * 1024 }, (_, index) => (index * 17 + 5) & 0xff));

function met(bytes: Buffer, fate: Exclude<Fate, 'dropped'>): Buffer {
  if (fate === 'kept') return bytes;
  if (fate === 'zeros') return Buffer.alloc(bytes.length);
  if (fate === 'garbage') return Buffer.from(bytes.map((byte, index) => (byte * 31 + index * 17 + 5) & 0xff));
  if ('torn' in fate) return bytes.subarray(0, fate.torn);
  return Buffer.concat([Buffer.alloc(fate.tail), bytes.subarray(fate.tail)]);
}

/** Growth may come through in part, or its place hold what lay there before; a cut comes through or not. */
function lengthened(bytes: Buffer, from: number, to: number, fate: Exclude<Fate, 'dropped'>): Buffer {
  if (to <= from) return bytes.subarray(0, to);
  const until = typeof fate === 'object' ? from + ('torn' in fate ? fate.torn : 0) : to;
  const filler = fate === 'garbage' ? rubbish.subarray(0, until - from) : Buffer.alloc(until - from);
  return until <= bytes.length ? bytes : overlay(bytes, from, filler);
}
