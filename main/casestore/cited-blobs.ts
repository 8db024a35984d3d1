import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import { objectsOf } from '#shared/domain/case/objects-of.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import type { BlobId } from '#shared/kernel/ids.ts';

/** The blobs one exhibit rests on: its original bytes and what was derived from them. */
export function blobsOf(item: EvidenceItem): readonly BlobId[] {
  const parts = [item.text, item.page, item.picture?.display, item.picture?.figure, ...(item.sheets?.drawn ?? [])];
  return [item.blob, ...parts.flatMap((part) => (part ? [part.blob] : []))];
}

/** Every blob that an exhibit of the case rests on. */
export function citedBlobs(record: CaseRecord): ReadonlySet<BlobId> {
  return new Set(objectsOf(record.evidence).flatMap(blobsOf));
}
