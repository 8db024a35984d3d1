import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import { findObject } from '../case/find-object.ts';
import type { Sheets } from './sheets.ts';

/** Keeps pictures of more pages of a document. Nothing that anybody said changes, so there is nothing to take back. */
export function addDrawnSheets(record: CaseRecord, id: string, drawn: Sheets['drawn']): Reply<Change> {
  const item = findObject(record, 'evidence', id);
  if (!item.ok) return item;
  const { sheets } = item.value;
  const fits = sheets !== undefined && drawn.every(({ first, sheets: pages }) => first + pages.length - 1 <= sheets.of.length);
  if (!fits) return refused({ kind: 'refused', rule: 'no-such-page' });
  const value = { ...item.value, sheets: { ...sheets, drawn: [...sheets.drawn, ...drawn] } };
  return done({ label: 'draw-pages', ops: [{ put: 'evidence', id, value }], custody: [] });
}
