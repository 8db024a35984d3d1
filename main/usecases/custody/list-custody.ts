import { objectAt } from '#shared/domain/case/find-object.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

const pageLength = 1_000;

/** The custody log in order, of the whole case or of one item. `digest` is what the next entry names as the one before it. */
export const listCustody: QueryUse<'custody/list'> = async (desk, { evidenceId, offset, limit }) => {
  const record = desk.openCase.record();
  const keys = Object.keys(record.custody).sort();
  const entries = keys.flatMap((key) => record.custody[key] ?? []).filter((entry) => evidenceId === undefined || entry.evidenceId === evidenceId);
  const first = offset ?? 0;
  const page = entries.slice(first, first + (limit ?? pageLength));
  return done({
    total: entries.length,
    entries: page.map((entry) => ({
      seq: entry.seq,
      at: entry.at,
      actor: entry.actor,
      action: entry.action,
      evidenceId: entry.evidenceId,
      evidenceName: objectAt(record, 'evidence', entry.evidenceId)?.name ?? '',
      reason: entry.reason,
      sha256Before: entry.sha256Before,
      sha256After: entry.sha256After,
      tool: entry.tool,
      digest: desk.digestOfCustody(entry),
    })),
  });
};
