import { folderOf } from './case-paths.ts';
import type { FileSystem } from './file-system.ts';
import { headerNames } from './header-copies.ts';
import type { Opening } from './opening.ts';
import { isSnapshotName } from './snapshot.ts';

/** What a session builds upon: both headers, the log, and the snapshots, of which the older is the second way to the same state. */
export function filesReadFrom(files: FileSystem, opening: Opening): readonly string[] {
  const snapshots = files.list('snap').filter(isSnapshotName);
  return [
    ...headerNames,
    ...[...opening.unread, ...opening.segments.map(({ name }) => name)].map((name) => `log/${name}`),
    ...snapshots.map((name) => `snap/${name}`),
  ];
}

/**
 * Syncs what the session was read from, before anything is written that rests on it. After a kill -9 it may have come from the page cache
 * only, and so may all of a case that another program has just copied here. Throws disk errors.
 */
export function settleFiles(files: FileSystem, paths: readonly string[]): void {
  for (const folder of ['.', 'log', 'snap']) {
    const there = files.list(folder);
    for (const path of paths) {
      if (folderOf(path) !== folder || !there.includes(path.slice(path.lastIndexOf('/') + 1))) continue;
      const file = files.open(path, 'write');
      try {
        file.sync();
      } finally {
        file.close();
      }
    }
    files.syncFolder(folder);
  }
}
