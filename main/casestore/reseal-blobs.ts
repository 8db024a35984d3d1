import type { BlobVault } from '#main/casefile/blob-vault.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { type RenamedBlobs, renamedBlobs } from './rekeyed-lines.ts';

const pieceBytes = 1024 * 1024;

/** Seals the same bytes under the keys of another case, with what was noted of them; the digests must be the same. */
export async function resealBlobs(
  from: BlobVault,
  to: BlobVault,
  blobs: ReadonlySet<BlobId>,
  report: Progress,
): Promise<Reply<{ readonly renamed: RenamedBlobs; readonly bytes: number }>> {
  const metas = new Map<BlobId, { readonly name: string; readonly mime: string; readonly bytes: number; readonly sha256: string; readonly at: string }>();
  for (const blob of blobs) {
    const meta = from.meta(blob);
    if (!meta.ok) return meta;
    metas.set(blob, meta.value);
  }
  const total = [...metas.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  const names = new Map<BlobId, BlobId>();
  let before = 0;
  for (const [blob, meta] of metas) {
    const start = before;
    const content = { name: meta.name, mime: meta.mime, bytes: meta.bytes, open: () => piecesOf(from, blob, meta.bytes) };
    const progress: Progress = {
      cancelled: report.cancelled,
      step: (phase, bytes) => (phase === 'sealing' ? report.step('sealing', start + bytes, total) : undefined),
    };
    const stored = await to.store(content, meta.at, progress);
    if (!stored.ok) return stored;
    if (stored.value.sha256 !== meta.sha256 || stored.value.bytes !== meta.bytes) return refused({ kind: 'case-damaged', part: 'blob' });
    names.set(blob, stored.value.blob);
    before += meta.bytes;
  }
  return done({ renamed: renamedBlobs(names), bytes: total });
}

async function* piecesOf(vault: BlobVault, blob: BlobId, bytes: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes; at += pieceBytes) {
    const piece = vault.read(blob, at, Math.min(pieceBytes, bytes - at));
    // A blob was verified before this; what ends here early is a medium that fails while it is read.
    if (!piece.ok) throw Object.assign(new Error('EIO: sealed bytes could not be read'), { code: 'EIO', syscall: 'read' });
    yield piece.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
