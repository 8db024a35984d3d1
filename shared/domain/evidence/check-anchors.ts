import { refused } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import { findObject } from '../case/find-object.ts';
import type { Anchor } from './anchor.ts';

/** Refuses anchors whose evidence is not in the case or that lie outside it; `null` when all hold. The words of a quote are checked where the text is. */
export function checkAnchors(record: CaseRecord, anchors: readonly Anchor[]): ReturnType<typeof refused> | null {
  for (const anchor of anchors) {
    const item = findObject(record, 'evidence', anchor.evidenceId);
    if (!item.ok) return item;
    if (anchor.sort === 'quote' && item.value.text === null) return refused({ kind: 'refused', rule: 'no-text-to-quote' });
    if (anchor.sort !== 'region') continue;
    const picture = item.value.picture;
    if (picture === null) return refused({ kind: 'refused', rule: 'no-picture' });
    const { x, y, w, h } = anchor.region;
    if (x + w > picture.width || y + h > picture.height) return refused({ kind: 'refused', rule: 'region-outside-picture' });
  }
  return null;
}
