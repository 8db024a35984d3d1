import { noAnchors } from '#main/casefile/anchor.ts';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { type RepairedRecords, type SavedBlobs, writeRepairedCase } from '#main/casefile/repair-file.ts';
import { salvageCaseFile } from '#main/casefile/salvage.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import { type DiskContent, type RecordingDisk, recordingDisk } from './recording-file-system.ts';
import type { SoundCase } from './sound-case.ts';
import { good, silently } from './stored-case.ts';

/** What a repair is asked for; everything has an answer of its own. */
type Repair = {
  readonly from?: FileSystem;
  readonly into?: RecordingDisk;
  readonly files?: (files: FileSystem) => FileSystem;
  readonly wanted?: readonly BlobId[];
  readonly records?: (blobs: SavedBlobs) => RepairedRecords;
  readonly report?: Progress;
};
const records: RepairedRecords = { before: ['{"before":1}', '{"before":2}'], body: { repaired: true }, after: ['{"after":1}'] };

/** Repairs of the case file alone, in memory: of a sound case that was changed, with records that only say where they stand. */
export function repairsOf(sound: SoundCase) {
  const bytesAt = (path: string) => sound.content.files.get(path) ?? Buffer.alloc(0);
  const blobs = [...sound.content.files.keys()].filter((path) => path.startsWith('blob/'));
  return {
    records,
    bytesAt,
    /** Paths of the blobs, the longer one first; names are chance. */
    blobPaths: blobs.sort((a, b) => bytesAt(b).length - bytesAt(a).length),
    flipped: (path: string) => Buffer.from(bytesAt(path)).fill(1, 300, 310),
    /** The case with files changed or, where there is `null`, without them. */
    changed: (changes: { readonly [path: string]: Buffer | null }): DiskContent => {
      const files = new Map(sound.content.files);
      for (const [path, bytes] of Object.entries(changes)) {
        if (bytes) files.set(path, bytes);
        else files.delete(path);
      }
      return { folders: [...sound.content.folders, 'escrow'], files };
    },
    repaired: async (content: DiskContent = sound.content, wishes: Repair = {}) => {
      const { into = recordingDisk(), files = (same) => same, wanted = [], report = silently } = wishes;
      const from = wishes.from ?? recordingDisk(content).fileSystem;
      const salvage = good(await salvageCaseFile(recordingDisk(content).fileSystem, { kind: 'case-key', bytes: sound.caseKey }, null, noAnchors));
      const reply = await writeRepairedCase(from, files(into.fileSystem), salvage, new Set(wanted), wishes.records ?? (() => records), report);
      return { reply, into, salvage, content: into.content() };
    },
  };
}
