import { ExamineDraftSchema, type RedactedRecording } from '#shared/contract/quarantine.ts';
import { findObject } from '#shared/domain/case/find-object.ts';
import { isRecording } from '#shared/domain/evidence/check-anchors.ts';
import { deriveRedacted } from '#shared/domain/evidence/derive-redacted.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { commitNew } from '../commit-edit.ts';
import { owned } from '../evidence/examine-sealed.ts';
import { storeBytes } from '../evidence/store-derived.ts';
import type { CommandUse } from '../handler.ts';
import { stateOf } from '../job-state.ts';
import type { Desk } from '../ports/desk.ts';
import type { Progress } from '../ports/progress.ts';

/** The quarantine holds a recording whole while it goes through it. */
const longestRecording = 256 * 1024 * 1024;

/** Takes stretches out of a recording in the quarantine, from its samples and frames, and keeps the outcome as an item of its own. */
export const redactRecording: CommandUse<'evidence/redact-recording'> = async (desk, input) => {
  const job = desk.jobs.start(input.jobId);
  const made = await makeCopy(desk, input, job);
  job.end(stateOf(made));
  return made;
};

type Input = Parameters<CommandUse<'evidence/redact-recording'>>[1];

async function makeCopy(desk: Desk, input: Input, job: Progress): Promise<Reply<{ id: ObjectId }>> {
  const item = findObject(desk.openCase.record(), 'evidence', input.id);
  if (!item.ok) return item;
  const { blob, bytes, mime, kind } = item.value;
  if (!isRecording(mime)) return refused({ kind: 'refused', rule: 'no-recording' });
  if (bytes > longestRecording) return refused({ kind: 'refused', rule: 'recording-too-long' });
  const original = await desk.openCase.readBlob(blob, 0, bytes);
  if (!original.ok) return original;
  const recording = await makeAnew(desk, { mime, bytes: owned(original.value) }, input, job);
  if (!recording.ok) return recording;
  if (job.cancelled()) return refused({ kind: 'cancelled' });
  const stored = await storeBytes(desk, 'recording', recording.value.mime, recording.value.bytes, job);
  if (!stored.ok) return stored;
  const { spans, soundOnly, reason, legalBasis = null } = input;
  const whole = spans.length === 0 && !soundOnly;
  const redaction = { sort: whole ? ('metadata' as const) : ('recording' as const), parts: spans.length + (soundOnly ? 1 : 0), reason, legalBasis };
  const copy = {
    name: input.name ?? (whole ? 'Recording without metadata' : 'Redacted recording'),
    ...{ kind: stored.value.mime.startsWith('video/') ? kind : ('other' as const), tool: desk.facts.tool, text: null, picture: null },
    ...stored.value,
  };
  return commitNew(desk, 'evidence', (record, facts) => deriveRedacted(record, input.id, copy, redaction, facts));
}

/** The page that decodes is not trusted: its answer is checked like any other input. */
async function makeAnew(
  desk: Desk,
  { mime, bytes }: { readonly mime: string; readonly bytes: Uint8Array<ArrayBuffer> },
  { spans, soundOnly }: Input,
  job: Progress,
): Promise<Reply<RedactedRecording>> {
  const question = { format: 'recording' as const, mime, bytes, url: null, encoding: null, companions: [], takeOut: { spans, soundOnly } };
  job.step('parsing', 0, 100);
  const answer = await desk.quarantine.examine(question, { step: (at, of) => job.step('parsing', at, of), cancelled: job.cancelled });
  if (!answer.ok) return answer;
  const draft = ExamineDraftSchema.safeParse(answer.value);
  if (!draft.success) return refused({ kind: 'quarantine-failed', reason: 'crashed' });
  return draft.data.recording === undefined ? refused({ kind: 'refused', rule: 'recording-unreadable' }) : done(draft.data.recording);
}
