import { labelOf, type ObjectLabel } from '#shared/domain/case/label-of.ts';
import { mergeEntities, planMerge } from '#shared/domain/entity/merge-entities.ts';
import type { NameSound } from '#shared/domain/entity/name-sound.ts';
import { entitySounds, type PossibleDuplicate, possibleDuplicates } from '#shared/domain/entity/possible-duplicates.ts';
import { done } from '#shared/kernel/reply.ts';
import { editFacts } from '../commit-edit.ts';
import type { CommandUse, QueryUse } from '../handler.ts';
import type { ReadingDesk } from '../ports/desk.ts';

const pairsTold = 100;
const stepsAtOnce = 16;

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
  const pairs = await desk.kept(`duplicates ${limit}`, ['entities', 'links'], () => findDuplicates(desk, limit));
  const heads = desk.openCase.heads();
  return done(
    pairs.flatMap(({ aId, bId, why }) => {
      const [a, b] = [labelOf(heads, aId), labelOf(heads, bId)];
      return a && b ? [{ a, b, why }] : [];
    }),
  );
};

/** Comparing thousands of names takes seconds: other questions go in between, and what a name sounds like is worked out once. */
async function findDuplicates(desk: ReadingDesk, limit: number): Promise<readonly PossibleDuplicate[]> {
  const known = desk.keptOf<readonly NameSound[]>('sounds');
  const search = possibleDuplicates(desk.openCase.heads(), limit, (entity) => {
    const sounds = known.get(entity.id) ?? entitySounds(entity);
    known.set(entity.id, sounds);
    return sounds;
  });
  for (let turn = 1; ; turn += 1) {
    const step = search.next();
    if (step.done === true) return step.value;
    if (turn % stepsAtOnce === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}
