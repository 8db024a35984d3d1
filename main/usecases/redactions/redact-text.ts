import { findObject } from '#shared/domain/case/find-object.ts';
import { deriveRedacted } from '#shared/domain/evidence/derive-redacted.ts';
import { redactText } from '#shared/domain/evidence/redact-text.ts';
import { roleNeedles, scrubber } from '#shared/dossier/scrub-text.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { commitNew } from '../commit-edit.ts';
import { storeDerived } from '../evidence/store-derived.ts';
import type { CommandUse } from '../handler.ts';
import { stateOf } from '../job-state.ts';
import type { Desk } from '../ports/desk.ts';
import type { Progress } from '../ports/progress.ts';

/** Replaces passages, and names of people whose role stands for them, in a copy of an item's text, which becomes an item of its own. */
export const redactTextOf: CommandUse<'evidence/redact-text'> = async (desk, input) => {
  const job = desk.jobs.start(input.jobId);
  const made = await makeCopy(desk, input, job);
  job.end(stateOf(made));
  return made;
};

type Input = Parameters<CommandUse<'evidence/redact-text'>>[1];

async function makeCopy(desk: Desk, input: Input, job: Progress): Promise<Reply<{ id: ObjectId; replaced: number }>> {
  const record = desk.openCase.record();
  const item = findObject(record, 'evidence', input.id);
  if (!item.ok) return item;
  if (item.value.text === null) return refused({ kind: 'refused', rule: 'no-text-to-quote' });
  const read = await desk.openCase.readBlob(item.value.text.blob, 0, item.value.text.bytes);
  if (!read.ok) return read;
  const redacted = redactText(new TextDecoder().decode(read.value), input.passages);
  if (redacted === null) return refused({ kind: 'invalid-input', where: 'passages', reason: 'passages that lie in the text' });
  let replaced = redacted.parts;
  const byRole = input.people ? scrubber(roleNeedles(record), () => (replaced += 1)) : (text: string) => text;
  const text = byRole(redacted.text);
  if (replaced === 0) return refused({ kind: 'refused', rule: 'nothing-to-redact' });
  const draft = { text: { text, language: item.value.text.language, encoding: 'utf-8' }, pageHtml: null, picture: null, found: [], warnings: [] };
  const parts = await storeDerived(desk, draft, job);
  if (!parts.ok) return parts;
  const stored = parts.value.text;
  if (stored === null) return refused({ kind: 'refused', rule: 'nothing-to-redact' });
  const redaction = { sort: 'text' as const, parts: replaced, reason: input.reason, legalBasis: input.legalBasis ?? null };
  const copy = {
    name: input.name ?? 'Redacted text',
    ...{ kind: item.value.kind, mime: stored.mime, bytes: stored.bytes, sha256: stored.sha256, blob: stored.blob, tool: desk.facts.tool },
    ...{ text: stored, picture: null },
  };
  const made = await commitNew(desk, 'evidence', (now, facts) => deriveRedacted(now, input.id, copy, redaction, facts));
  return made.ok ? done({ id: made.value.id, replaced }) : made;
}
