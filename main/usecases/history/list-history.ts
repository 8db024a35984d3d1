import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import type { HistoryStep } from '../ports/open-case.ts';

/** What can be undone and redone, the next one first. */
export const listHistory: QueryUse<'history/list'> = async (desk) => {
  const { undo, redo } = desk.openCase.history();
  return done({ undo: undo.map(shown), redo: redo.map(shown) });
};

function shown(step: HistoryStep): { label: string; at: string; ids: string[] } {
  return { label: step.label, at: step.at, ids: [...step.ids] };
}
