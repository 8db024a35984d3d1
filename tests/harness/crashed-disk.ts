import type { DiskContent, DiskOperation } from './recording-file-system.ts';

/** What happened in a crash to one change that was not synced. `torn`: only the first bytes came through; `tail`: those are missing. */
export type Fate = 'kept' | 'dropped' | 'zeros' | 'garbage' | { readonly torn: number } | { readonly tail: number };

/** One change of the disk: data of a file, or entries of one folder. `settledBy` is the step that made it durable. */
export type Effect = { readonly step: number; readonly settledBy: number } & (
  | { readonly kind: 'data'; readonly inode: number; readonly at: number; readonly bytes: Buffer }
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
      (change.kind === 'data' ? operation.op === 'sync' && operation.inode === change.inode : operation.op === 'sync-folder' && operation.path === folder),
  );
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** Effects begun in the first `count` steps that no sync among these made durable. */
export function unsettledEffects(effects: readonly Effect[], count: number): readonly Effect[] {
  return effects.filter(({ step, settledBy }) => step < count && settledBy >= count);
}

/** What lies on the disk after a crash when the first `count` steps ran and each unsettled effect met its fate. */
export function diskAfterCrash(start: DiskContent, effects: readonly Effect[], count: number, fates: ReadonlyMap<Effect, Fate>): DiskContent {
  const names = new Map<string, number>();
  const inodes = new Map<number, Buffer>();
  const folders = new Set(['.', ...start.folders]);
  [...start.files].forEach(([path, bytes], inode) => {
    names.set(path, inode);
    inodes.set(inode, bytes);
  });
  for (const effect of effects) {
    if (effect.step >= count) break;
    const fate = fates.get(effect) ?? 'kept';
    if (fate === 'dropped') continue;
    if (effect.kind === 'folder') folders.add(effect.path);
    else if (effect.kind === 'data') inodes.set(effect.inode, overlay(inodes.get(effect.inode) ?? Buffer.alloc(0), effect.at, met(effect.bytes, fate)));
    else {
      if (effect.remove !== null) names.delete(effect.remove);
      if (effect.add) names.set(effect.add.path, effect.add.inode);
    }
  }
  const files = new Map<string, Buffer>();
  for (const [path, inode] of names) if (folders.has(folderOf(path)) && path !== 'LOCK') files.set(path, inodes.get(inode) ?? Buffer.alloc(0));
  return { folders: [...folders], files };
}

function met(bytes: Buffer, fate: Exclude<Fate, 'dropped'>): Buffer {
  if (fate === 'kept') return bytes;
  if (fate === 'zeros') return Buffer.alloc(bytes.length);
  if (fate === 'garbage') return Buffer.from(bytes.map((byte, index) => (byte * 31 + index * 17 + 5) & 0xff));
  if ('torn' in fate) return bytes.subarray(0, fate.torn);
  return Buffer.concat([Buffer.alloc(fate.tail), bytes.subarray(fate.tail)]);
}

function overlay(under: Buffer, at: number, over: Buffer): Buffer {
  const out = Buffer.alloc(Math.max(under.length, over.length === 0 ? 0 : at + over.length));
  under.copy(out);
  over.copy(out, at);
  return out;
}

function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end < 0 ? '.' : path.slice(0, end);
}
