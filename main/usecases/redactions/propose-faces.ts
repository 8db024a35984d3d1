import { ExamineDraftSchema } from '#shared/contract/quarantine.ts';
import { findObject } from '#shared/domain/case/find-object.ts';
import { done, refused } from '#shared/kernel/reply.ts';
import { owned } from '../evidence/examine-sealed.ts';
import type { CommandUse } from '../handler.ts';

/** Has the quarantine look for faces in a picture. What comes back is a proposal: nothing is kept of it, and nothing filled by it. */
export const proposeFacesIn: CommandUse<'evidence/propose-faces'> = async (desk, { id }) => {
  const item = findObject(desk.openCase.record(), 'evidence', id);
  if (!item.ok) return item;
  const { picture, blob, bytes, mime } = item.value;
  if (picture === null) return refused({ kind: 'refused', rule: 'no-picture' });
  const original = await desk.openCase.readBlob(blob, 0, bytes);
  if (!original.ok) return original;
  if (desk.identify(original.value.subarray(0, 65_536), '').format !== 'image') return refused({ kind: 'refused', rule: 'no-picture' });
  const job = { format: 'image' as const, mime, bytes: owned(original.value), url: null, encoding: null, companions: [], faces: true as const };
  const answer = await desk.quarantine.examine(job);
  if (!answer.ok) return answer;
  // The page that looked is not trusted: its answer is checked like any other input.
  const draft = ExamineDraftSchema.safeParse(answer.value);
  const faces = draft.success ? draft.data.faces : undefined;
  if (faces === undefined) return refused({ kind: 'quarantine-failed', reason: 'crashed' });
  return done({ faces: faces.filter(({ x, y, w, h }) => x + w <= picture.width && y + h <= picture.height) });
};
