import { cryptoSelfTest } from '#main/crypto/self-test.ts';
import type { CaseFinding, EditRange } from '#shared/domain/case/case-finding.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { type AnchorPort, anchorName, decodeAnchor } from './anchor.ts';
import { blobPath } from './blob-layout.ts';
import { listBlobs } from './blob-vault.ts';
import { branchIdOf, branchView } from './branches.ts';
import { type CaseKeys, caseKeys } from './case-keys.ts';
import type { FileSystem } from './file-system.ts';
import { openOf } from './log-graph.ts';
import { type Opening, readOpening } from './opening.ts';
import { salvageHeader } from './salvage-header.ts';
import { linesOf } from './snapshot.ts';
import type { HeaderProof } from './unlocking.ts';

/** Everything authentic that a damaged folder still says, and where it ends. Blobs are not read yet. */
export type Salvage = {
  readonly keys: CaseKeys;
  readonly header: Buffer;
  readonly generation: number;
  /** Name of the snapshot that the lines are of, or `null`. */
  readonly snapshot: string | null;
  readonly lines: Iterable<string>;
  readonly bodies: readonly unknown[];
  readonly head: Buffer;
  /** Highest number of a transaction that is known to have been, in the folder or by the memory of this computer. */
  readonly seq: number;
  readonly newestSegmentNumber: number;
  readonly newestSnapshotNumber: number;
  readonly lost: readonly EditRange[];
  /** Whether nothing is known of the time before the first transaction that is left. */
  readonly beginningLost: boolean;
  /** Lines that other programs wrote beside the trunk, which are not in `bodies`, and the files that say them. */
  readonly branches: { readonly count: number; readonly files: readonly string[]; readonly settled: readonly string[] };
  readonly blobs: readonly { readonly blob: BlobId; readonly path: string }[];
  /** Files beneath `blob` whose names are no blob's: one that was renamed is as authentic as before. */
  readonly strayFiles: readonly string[];
  readonly findings: readonly CaseFinding[];
};

/**
 * Reads a damaged case for repair. Refuses only what makes every byte unreadable: no header that the secret opens, a newer format,
 * a failed self-test. Changes nothing. `header` is a copy of one kept elsewhere, `anchors` where this computer remembers cases.
 */
export async function salvageCaseFile(files: FileSystem, proof: HeaderProof, header: Buffer | null, anchors: AnchorPort): Promise<Reply<Salvage>> {
  if (!(await cryptoSelfTest())) return refused({ kind: 'self-test-failed' });
  const opened = await salvageHeader(files, proof, header);
  if (!opened.ok) return opened;
  const keys = caseKeys(opened.value.caseKey, opened.value.header.caseId);
  const opening = readOpening(files, keys, opened.value.header.generation);
  if ('kind' in opening && opening.kind === 'newer-format') return refused(opening);
  const read = isOpening(opening) ? opening : null;
  const known = read?.seq ?? 0;
  const remembered = rememberedSeq(keys, anchors);
  const listed = listBlobs(files);
  const firstSegment = read?.lineage.stretches[0]?.segment;
  return done({
    keys,
    header: opened.value.bytes,
    generation: opened.value.header.generation,
    snapshot: read?.snapshot?.name ?? null,
    lines: read?.snapshot ? linesOf(read.snapshot.body) : [],
    bodies: read?.bodies ?? [],
    head: Buffer.from(read?.lineage.head ?? '0'.repeat(64), 'hex'),
    seq: Math.max(known, remembered),
    newestSegmentNumber: read?.newestSegmentNumber ?? numbersIn(files.list('log')),
    newestSnapshotNumber: read?.newestSnapshotNumber ?? numbersIn(files.list('snap')),
    lost: [...(read?.lineage.lost ?? []), ...(remembered > known ? [{ from: known + 1, to: remembered }] : [])],
    beginningLost: !read || (!read.snapshot && (firstSegment === undefined || (openOf(firstSegment)?.seq ?? 1) > 0)),
    branches: read ? branchFiles(files, keys, read) : { count: 0, files: [], settled: [] },
    blobs: listed.blobs.map((blob) => ({ blob, path: blobPath(blob) })),
    strayFiles: listed.unknown,
    findings: read?.findings.filter(({ code }) => code !== 'unclean-end') ?? [],
  });
}

/** Every segment on the way of a branch, and the snapshot it is read from. The old trunk is settled: all of it is in the records. */
function branchFiles(files: FileSystem, keys: CaseKeys, { branches, lineage, care }: Opening): Salvage['branches'] {
  const paths = branches.flatMap((line) => {
    const { snapshot } = branchView(files, keys, line);
    return [...line.stretches.map(({ segment }) => `log/${segment.name}`), ...(snapshot ? [`snap/${snapshot.name}`] : [])];
  });
  return { count: branches.length, files: [...new Set(paths)], settled: branches.length > 0 ? [...care.settled, branchIdOf(lineage.head)] : care.settled };
}

function isOpening(opening: Opening | Problem): opening is Opening {
  return !('kind' in opening);
}

function rememberedSeq(keys: CaseKeys, anchors: AnchorPort): number {
  const bytes = anchors.read(anchorName(keys));
  return (bytes && decodeAnchor(keys, bytes)?.seq) || 0;
}

/** Highest number that names begin with: what is written anew must not come to stand before anything that was. */
function numbersIn(names: readonly string[]): number {
  return Math.max(0, ...names.map((name) => Number(/^\d{8}/.exec(name)?.[0] ?? 0)));
}
