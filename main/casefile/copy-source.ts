import { basename, dirname, resolve } from 'node:path';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { holdsOnlyPlainFiles, stateOfPlace } from './copy-place.ts';
import { errorCode, type FileSystem, realFileSystem } from './file-system.ts';
import { readTarIndex, tarFileSystem } from './tar-file-system.ts';

/** A backup somewhere, as a file system to read a case from. */
export type BackupAt = { readonly files: FileSystem; readonly close: () => void };

/** Opens a folder or a tar file that somebody says is a backup. Nothing in it is believed: refuses `refused` (`not-a-backup`), `not-a-case`. */
export function openBackup(path: string): Reply<BackupAt> {
  const at = resolve(path);
  try {
    const state = stateOfPlace(at);
    if (state === 'free' || state === 'empty-folder') return refused({ kind: 'not-a-case' });
    if (state === 'folder') {
      if (!holdsOnlyPlainFiles(at)) return refused({ kind: 'refused', rule: 'not-a-backup' });
      return done({ files: realFileSystem(at), close: () => undefined });
    }
    const file = realFileSystem(dirname(at)).open(basename(at), 'read');
    const index = readTarIndex(file);
    if (index) return done({ files: tarFileSystem(file, index), close: file.close });
    file.close();
    return refused({ kind: 'refused', rule: 'not-a-backup' });
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return refused({ kind: 'unreadable-file', item: 1, reason: code === 'EACCES' || code === 'EPERM' ? 'no-permission' : 'input-output' });
  }
}
