import type { ReadableCase } from '#main/usecases/ports/open-case.ts';
import { longestRead, type ViewerBytes, type ViewerPart } from '#shared/contract/case-process.ts';
import { findObject } from '#shared/domain/case/find-object.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { drawnSheet } from '#shared/domain/evidence/sheets.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';

/** A part lies in a blob, from `at` on. */
type StoredPart = { readonly blob: EvidenceItem['blob']; readonly at: number; readonly bytes: number; readonly mime: string };

/** Bytes of one part of an evidence item, at most 4 MiB at once. Refused `not-found` for an item without that part. */
export function readForViewer(openCase: ReadableCase) {
  return async (evidenceId: string, part: ViewerPart | 'text', offset: number, length: number): Promise<Reply<ViewerBytes>> => {
    const item = findObject(openCase.record(), 'evidence', evidenceId);
    if (!item.ok) return item;
    const stored = partOf(item.value, part);
    if (!stored) return refused({ kind: 'not-found', what: part, id: evidenceId });
    if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length) || offset < 0 || length < 0 || offset > stored.bytes) {
      return refused({ kind: 'invalid-input', where: 'range', reason: 'within the bytes of the part' });
    }
    const bytes = await openCase.readBlob(stored.blob, stored.at + offset, Math.min(length, longestRead, stored.bytes - offset));
    return bytes.ok ? done({ bytes: bytes.value, total: stored.bytes, mime: stored.mime }) : bytes;
  };
}

function partOf(item: EvidenceItem, part: ViewerPart | 'text'): StoredPart | null {
  if (part.startsWith('sheet/')) {
    const sheet = item.sheets ? drawnSheet(item.sheets, Number(part.slice('sheet/'.length))) : null;
    return sheet && { blob: sheet.blob, at: sheet.offset, bytes: sheet.bytes, mime: sheet.mime };
  }
  const stored = wholePart(item, part);
  return stored && { at: 0, blob: stored.blob, bytes: stored.bytes, mime: stored.mime };
}

function wholePart(item: EvidenceItem, part: string): Omit<StoredPart, 'at'> | null {
  switch (part) {
    case 'original':
      return item;
    case 'page':
      return item.page;
    case 'text':
      return item.text;
    case 'display':
      return item.picture?.display ?? null;
    case 'figure':
      return item.picture?.figure ?? null;
    default:
      return null;
  }
}
