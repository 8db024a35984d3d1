import { refused } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import { findObject } from '../case/find-object.ts';
import type { Anchor, Region } from './anchor.ts';

/** Refuses anchors whose evidence is not in the case or that lie outside it; `null` when all hold. The words of a quote are checked where the text is. */
export function checkAnchors(record: CaseRecord, anchors: readonly Anchor[]): ReturnType<typeof refused> | null {
  for (const anchor of anchors) {
    const item = findObject(record, 'evidence', anchor.evidenceId);
    if (!item.ok) return item;
    if (anchor.sort === 'quote' && item.value.text === null) return refused({ kind: 'refused', rule: 'no-text-to-quote' });
    if (anchor.sort === 'page') {
      const sheet = item.value.sheets?.of[anchor.page - 1];
      if (!sheet || (anchor.region !== null && !isWithin(anchor.region, sheet.w, sheet.h))) return refused({ kind: 'refused', rule: 'no-such-page' });
    }
    if (anchor.sort === 'time') {
      if (!isRecording(item.value.mime)) return refused({ kind: 'refused', rule: 'no-recording' });
      if (anchor.to !== null && anchor.to <= anchor.from) return refused({ kind: 'invalid-input', where: 'anchors', reason: 'an end after its beginning' });
    }
    if (anchor.sort !== 'region') continue;
    const picture = item.value.picture;
    if (picture === null) return refused({ kind: 'refused', rule: 'no-picture' });
    if (!isWithin(anchor.region, picture.width, picture.height)) return refused({ kind: 'refused', rule: 'region-outside-picture' });
  }
  return null;
}

function isWithin({ x, y, w, h }: Region, width: number, height: number): boolean {
  return x + w <= width && y + h <= height;
}

/** Sound and video have moments; how long they are only the player knows. */
export function isRecording(mime: string): boolean {
  return /^(audio|video)\//.test(mime);
}
