import { ExamineDraftSchema } from '#shared/contract/quarantine.ts';
import { findObject } from '#shared/domain/case/find-object.ts';
import { deriveRedacted } from '#shared/domain/evidence/derive-redacted.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { commitNew } from '../commit-edit.ts';
import { storeDerived } from '../evidence/store-derived.ts';
import type { CommandUse } from '../handler.ts';
import { stateOf } from '../job-state.ts';
import type { Desk } from '../ports/desk.ts';
import type { Progress } from '../ports/progress.ts';

/** A picture longer than this was never examined, and has no copy to draw on. */
const longestPicture = 64 * 1024 * 1024;

/** Fills regions of a picture in the quarantine, from the original's pixels, and keeps the outcome as an item of its own. */
export const redactPicture: CommandUse<'evidence/redact-picture'> = async (desk, input) => {
  const job = desk.jobs.start(input.jobId);
  const made = await makeCopy(desk, input, job);
  job.end(stateOf(made));
  return made;
};

type Input = Parameters<CommandUse<'evidence/redact-picture'>>[1];

async function makeCopy(desk: Desk, { id, regions, reason, legalBasis = null, name }: Input, job: Progress): Promise<Reply<{ id: ObjectId }>> {
  const item = findObject(desk.openCase.record(), 'evidence', id);
  if (!item.ok) return item;
  const { picture, blob, bytes, mime, kind } = item.value;
  if (picture === null || bytes > longestPicture) return refused({ kind: 'refused', rule: 'no-picture' });
  if (regions.some(({ x, y, w, h }) => x + w > picture.width || y + h > picture.height)) return refused({ kind: 'refused', rule: 'region-outside-picture' });
  const original = await desk.openCase.readBlob(blob, 0, bytes);
  if (!original.ok) return original;
  if (desk.identify(original.value.subarray(0, 65_536), '').format !== 'image') return refused({ kind: 'refused', rule: 'no-picture' });
  job.step('parsing', 0, 1);
  const filled = await fill(desk, { mime, bytes: new Uint8Array(original.value), regions });
  if (!filled.ok) return filled;
  job.step('parsing', 1, 1);
  if (job.cancelled()) return refused({ kind: 'cancelled' });
  const parts = await storeDerived(desk, filled.value, job);
  if (!parts.ok) return parts;
  const drawn = parts.value.picture;
  if (drawn === null) return refused({ kind: 'quarantine-failed', reason: 'crashed' });
  const redaction = { sort: regions.length === 0 ? ('metadata' as const) : ('picture' as const), parts: regions.length, reason, legalBasis };
  const { display } = drawn;
  const copy = {
    name: name ?? (regions.length === 0 ? 'Picture without metadata' : 'Redacted picture'),
    ...{ kind, mime: display.mime, bytes: display.bytes, sha256: display.sha256, blob: display.blob, tool: desk.facts.tool, text: null },
    picture: { ...drawn, width: display.width, height: display.height },
  };
  return commitNew(desk, 'evidence', (record, facts) => deriveRedacted(record, id, copy, redaction, facts));
}

/** The page that draws is not trusted: its answer is checked like any other input. */
async function fill(
  desk: Desk,
  { mime, bytes, regions }: { readonly mime: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly regions: Input['regions'] },
) {
  const answer = await desk.quarantine.examine({ format: 'image', mime, bytes, url: null, encoding: null, companions: [], fill: regions });
  if (!answer.ok) return answer;
  const draft = ExamineDraftSchema.safeParse(answer.value);
  const crashed: Reply<never> = refused({ kind: 'quarantine-failed', reason: 'crashed' });
  return draft.success && draft.data.picture !== null ? done({ ...draft.data, text: null, pageHtml: null, found: [], warnings: [] }) : crashed;
}
