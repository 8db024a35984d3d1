import { findObject } from '#shared/domain/case/find-object.ts';
import type { EvidenceToRecord } from '#shared/domain/evidence/take-in-evidence.ts';
import { isLineForLine, translateEvidence } from '#shared/domain/evidence/translate-evidence.ts';
import { refused } from '#shared/kernel/reply.ts';
import { commitNew } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';
import type { Progress } from '../ports/progress.ts';
import { readEvidenceText } from './read-evidence-text.ts';
import { once } from './store-derived.ts';

const quiet: Progress = { step: () => {}, cancelled: () => false };

/** Seals a translation and records it beside its original. Its bytes are its text: nothing has to be examined. */
export const translateText: CommandUse<'evidence/translate'> = async (desk, { id, language, translator, lines, replacesId }) => {
  const item = findObject(desk.openCase.record(), 'evidence', id);
  if (!item.ok) return item;
  const original = await readEvidenceText(desk.openCase, item.value);
  if (!original.ok) return original;
  const text = lines.map((line) => line.normalize('NFC'));
  if (!isLineForLine(original.value, text)) return refused({ kind: 'refused', rule: 'not-line-for-line' });
  const bytes = new TextEncoder().encode(text.join('\n'));
  const mime = 'text/plain';
  const name = `${item.value.name.slice(0, 400)} (${language})`;
  const stored = await desk.openCase.storeBlob({ name, mime, bytes: bytes.length, open: () => once(bytes) }, quiet);
  if (!stored.ok) return stored;
  const { blob, sha256 } = stored.value;
  const copy = { blob, mime: 'text/plain;charset=utf-8', bytes: bytes.length, sha256 };
  const evidence: EvidenceToRecord = {
    ...{ kind: item.value.kind, name, mime, bytes: bytes.length, sha256, blob, tool: desk.facts.tool },
    text: { ...copy, characters: text.join('\n').length, language, encoding: 'utf-8' },
    ...{ page: null, picture: null, found: [], warnings: [] },
  };
  return commitNew(desk, 'evidence', (record, facts) =>
    translateEvidence(record, evidence, { evidenceId: item.value.id, translator, language, replacesId }, facts),
  );
};
