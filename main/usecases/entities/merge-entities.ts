import { labelOf, type ObjectLabel } from '#shared/domain/case/label-of.ts';
import { mergeEntities, planMerge } from '#shared/domain/entity/merge-entities.ts';
import { possibleDuplicates } from '#shared/domain/entity/possible-duplicates.ts';
import { done } from '#shared/kernel/reply.ts';
import { editFacts } from '../commit-edit.ts';
import type { CommandUse, QueryUse } from '../handler.ts';

const pairsTold = 100;

/** Makes two entities one. Always somebody's decision: nothing merges by itself. */
export const mergeKnownEntities: CommandUse<'entities/merge'> = async (desk, { keptId, goneId }) => {
  const change = await desk.openCase.commit((record) => mergeEntities(record, keptId, goneId, editFacts(desk)));
  return change.ok ? done({ moved: change.value.ops.length - 2 }) : change;
};

/** What a merge would move, by name, before anything is changed. */
export const previewMerge: QueryUse<'entities/merge-preview'> = async (desk, { keptId, goneId }) => {
  const record = desk.openCase.record();
  const plan = planMerge(record, keptId, goneId);
  if (!plan.ok) return plan;
  const { names, asserted, relayed, links, droppedLinks, notes, plans, boards } = plan.value;
  const label = (id: string): ObjectLabel => labelOf(record, id) ?? { id, kind: 'entity', label: '—', detail: '' };
  return done({
    kept: label(keptId),
    gone: label(goneId),
    names: [...names],
    asserted: asserted.map(label),
    relayed: relayed.map(label),
    links: links.map(label),
    droppedLinks: droppedLinks.map(label),
    notes: notes.map(label),
    plans: plans.map(label),
    boards: boards.length,
  });
};

export const suggestDuplicates: QueryUse<'entities/duplicates'> = async (desk, { limit = pairsTold }) => {
  const record = desk.openCase.record();
  return done(
    possibleDuplicates(record, limit).flatMap(({ aId, bId, why }) => {
      const [a, b] = [labelOf(record, aId), labelOf(record, bId)];
      return a && b ? [{ a, b, why }] : [];
    }),
  );
};
