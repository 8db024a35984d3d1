import type { FileSystem } from './file-system.ts';
import { isSegmentName } from './segment.ts';
import { isSnapshotName } from './snapshot.ts';

/** Paths of the log and the snapshots in the folder: the way to the state of the case. */
export function logAndSnapshots(files: FileSystem): readonly string[] {
  const within = (folder: string, belongs: (name: string) => boolean) => files.list(folder).flatMap((name) => (belongs(name) ? [`${folder}/${name}`] : []));
  return [...within('log', isSegmentName), ...within('snap', isSnapshotName)];
}

/** The folder a path of the case lies in; `.` is the case itself. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
}
