import type { FileSystem } from './file-system.ts';
import { isSnapshotName, type Snapshot, snapshotNumber } from './snapshot.ts';
import { isDiskError } from './write-problem.ts';

/** A snapshot that is a way to the state of the case, and how much log it stands for. */
export type SnapshotMark = { readonly name: string; readonly segmentNumber: number; readonly bytes: number };
export function markOf(snapshot: Snapshot): SnapshotMark {
  return { name: snapshot.name, segmentNumber: snapshot.head.segmentNumber, bytes: snapshot.bytes };
}

/**
 * Keeps the newest two snapshots and what the older of them needs, so that one damaged snapshot costs nothing. Only segments
 * this session has read or written are removed: another writer's would be a fork.
 */
export function removeOldPoints(files: FileSystem, snapshots: readonly SnapshotMark[], knownSegments: readonly string[]): void {
  const [older, newer] = snapshots.slice(-2);
  if (!older || !newer) return;
  try {
    for (const name of files.list('snap').filter(isSnapshotName)) if (snapshotNumber(name) < snapshotNumber(older.name)) files.remove(`snap/${name}`);
    for (const name of knownSegments) if (Number(name.slice(0, 8)) <= older.segmentNumber && files.list('log').includes(name)) files.remove(`log/${name}`);
  } catch (error) {
    // What could not be removed is removed next time; nothing depends on its absence.
    if (!isDiskError(error)) throw error;
  }
}
