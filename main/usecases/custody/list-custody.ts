import { objectAt } from '#shared/domain/case/find-object.ts';
import { idsOf } from '#shared/domain/case/objects-of.ts';
import { clockJump } from '#shared/domain/custody/clock-jumps.ts';
import { custodyKey } from '#shared/domain/custody/custody-entry.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

const pageLength = 1_000;

/** The custody log in order, of the whole case or of one item. `digest` is what the next entry names as the one before it. */
export const listCustody: QueryUse<'custody/list'> = async (desk, { evidenceId, offset, limit }) => {
  const record = desk.openCase.record();
  const heads = desk.openCase.heads().custody;
  const all = idsOf(heads).toSorted();
  const keys = evidenceId === undefined ? all : all.filter((key) => heads[key]?.evidenceId === evidenceId);
  const first = offset ?? 0;
  const page = keys.slice(first, first + (limit ?? pageLength)).flatMap((key) => record.custody[key] ?? []);
  return done({
    total: keys.length,
    entries: page.map((entry) => ({
      seq: entry.seq,
      at: entry.at,
      actor: entry.actor,
      action: entry.action,
      evidenceId: entry.evidenceId,
      evidenceName: (entry.evidenceId === null ? null : objectAt(record, 'evidence', entry.evidenceId))?.name ?? '',
      reason: entry.reason,
      sha256Before: entry.sha256Before,
      sha256After: entry.sha256After,
      tool: entry.tool,
      clock: clockJump(record.custody[custodyKey(entry.seq - 1)], entry)?.sort ?? null,
      digest: desk.digestOfCustody(entry),
    })),
  });
};
