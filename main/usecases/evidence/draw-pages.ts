import { findObject } from '#shared/domain/case/find-object.ts';
import { addDrawnSheets } from '#shared/domain/evidence/add-drawn-sheets.ts';
import { drawnSheet } from '#shared/domain/evidence/sheets.ts';
import { done, refused } from '#shared/kernel/reply.ts';
import type { CommandUse } from '../handler.ts';
import type { Progress } from '../ports/progress.ts';
import { owned } from './examine-sealed.ts';
import { storeDrawn } from './store-derived.ts';

const quiet: Progress = { step: () => {}, cancelled: () => false };

/** Has pages drawn in the quarantine that nobody looked at before, from the sealed original, and keeps the pictures. */
export const drawPages: CommandUse<'evidence/draw-pages'> = async (desk, { id, first, count }) => {
  const item = findObject(desk.openCase.record(), 'evidence', id);
  if (!item.ok) return item;
  const { sheets, blob, bytes, mime } = item.value;
  if (!sheets || first > sheets.of.length) return refused({ kind: 'refused', rule: 'no-such-page' });
  if (desk.openCase.readOnly) return refused({ kind: 'read-only' });
  const missing = Array.from({ length: Math.min(count, sheets.of.length - first + 1) }, (_, at) => first + at).filter((page) => !drawnSheet(sheets, page));
  const [from] = missing;
  if (from === undefined) return done({ drawn: 0 });
  // One run of pages: those after a page that is there already are drawn when they are asked for.
  const run = missing.filter((page, at) => page === from + at).length;
  const original = await desk.openCase.readBlob(blob, 0, bytes);
  if (!original.ok) return original;
  const job = {
    format: 'pdf' as const,
    mime,
    bytes: owned(original.value),
    url: null,
    encoding: null,
    companions: [],
    onlySheets: { first: from, count: run },
  };
  const answer = await desk.quarantine.examine(job);
  if (!answer.ok) return answer;
  const drawn = answer.value.sheets?.drawn ?? [];
  if (drawn[0]?.page !== from || drawn.length > run) return refused({ kind: 'quarantine-failed', reason: 'crashed' });
  const stored = await storeDrawn(desk, drawn, quiet);
  if (!stored.ok) return stored;
  const change = await desk.openCase.commit((record) => addDrawnSheets(record, id, stored.value), { undoable: false });
  return change.ok ? done({ drawn: drawn.length }) : change;
};
