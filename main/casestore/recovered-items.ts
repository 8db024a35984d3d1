import type { BlobMeta } from '#main/casefile/blob-layout.ts';
import type { Facts } from '#main/usecases/ports/facts.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import type { Op } from '#shared/domain/case/change.ts';
import { type EvidenceItem, EvidenceItemSchema, type EvidenceKind, onlyBytesKnown } from '#shared/domain/evidence/evidence-item.ts';
import { InstantSchema } from '#shared/domain/fields.ts';
import { newSource } from '#shared/domain/source/add-source.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { repairWords } from '#shared/wording/english/repair-words.ts';
import { citedBlobs } from './cited-blobs.ts';

/** Names that main/usecases/evidence/store-derived.ts gives what the quarantine brought out; by themselves they are no exhibits. */
const derivedNames = new Set(['text', 'page', 'display', 'figure', 'sheets']);

/**
 * Enters whole blobs that no record speaks of again, as exhibits of one source that says so. A blob tells its name, type, size, digest and
 * when it was sealed; everything else is lost and left empty.
 */
export function recoveredItems(
  record: CaseRecord,
  blobs: ReadonlyMap<BlobId, BlobMeta>,
  at: Instant,
  facts: Facts,
): { readonly items: readonly EvidenceItem[]; readonly ops: readonly Op[] } {
  const cited = citedBlobs(record);
  const orphans = [...blobs].filter(([blob, meta]) => !cited.has(blob) && !derivedNames.has(meta.name));
  if (orphans.length === 0) return { items: [], ops: [] };
  const source = newSource({ kind: 'other', title: repairWords.recoveredSource }, { at, newId: facts.newId });
  const items = orphans.flatMap(([blob, meta]) => {
    const sealedAt = InstantSchema.safeParse(meta.at);
    const item = EvidenceItemSchema.safeParse({
      id: facts.newId(),
      kind: kindOf(meta.mime),
      role: 'evidentiary',
      name: meta.name === '' ? blob.slice(0, 8) : meta.name.slice(0, 500),
      mime: meta.mime,
      bytes: meta.bytes,
      sha256: meta.sha256,
      blob,
      sourceId: source.id,
      takenInAt: sealedAt.success ? sealedAt.data : at,
      takenInBy: repairWords.lostAnalyst,
      tool: facts.tool,
      ...onlyBytesKnown,
      warnings: ['record-rebuilt'],
    });
    return item.success ? [item.data] : [];
  });
  return {
    items,
    ops: [{ put: 'sources', id: source.id, value: source }, ...items.map((value): Op => ({ put: 'evidence', id: value.id, value }))],
  };
}

function kindOf(mime: string): EvidenceKind {
  if (mime.startsWith('image/')) return 'image';
  if (mime.startsWith('video/')) return 'video';
  return mime === 'text/html' || mime === 'multipart/related' ? 'article' : mime === 'application/pdf' ? 'document' : 'other';
}
