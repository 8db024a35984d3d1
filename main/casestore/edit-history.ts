import type { HistoryStep } from '#main/usecases/ports/open-case.ts';
import type { EditLabel, Op } from '#shared/domain/case/change.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { opTarget } from './stored-objects.ts';

/** An edit that can be taken back: the ops that did it and those that undo it. */
export type Step = { readonly label: EditLabel; readonly at: Instant; readonly forth: readonly Op[]; readonly back: readonly Op[] };

const mostSteps = 500;

/** Undo and redo of this session, in memory only: the edits themselves are in the log for good. */
export type EditHistory = {
  readonly push: (step: Step) => void;
  /** An edit that cannot be taken back: nothing before it on the same objects can be either, or undo would overwrite it. */
  readonly passOver: (ops: readonly Op[]) => void;
  readonly nextUndo: () => Step | undefined;
  readonly nextRedo: () => Step | undefined;
  readonly undone: () => void;
  readonly redone: () => void;
  /** Everything that undo or redo could still write. */
  readonly ops: () => readonly Op[];
  readonly show: () => { readonly undo: readonly HistoryStep[]; readonly redo: readonly HistoryStep[] };
};

export function startHistory(): EditHistory {
  let undo: Step[] = [];
  let redo: Step[] = [];
  const show = (steps: readonly Step[]) => steps.toReversed().map(({ label, at, forth }) => ({ label, at, ids: [...new Set(forth.map(({ id }) => id))] }));
  return {
    push: (step) => {
      undo = [...undo, step].slice(-mostSteps);
      redo = [];
    },
    passOver: (ops) => {
      const touched = new Set(ops.map(keyOf));
      const last = undo.findLastIndex((step) => step.forth.some((op) => touched.has(keyOf(op))));
      undo = undo.slice(last + 1);
      if (touched.size > 0) redo = [];
    },
    nextUndo: () => undo.at(-1),
    nextRedo: () => redo.at(-1),
    undone: () => {
      const step = undo.pop();
      if (step) redo.push(step);
    },
    redone: () => {
      const step = redo.pop();
      if (step) undo.push(step);
    },
    ops: () => [...undo, ...redo].flatMap(({ forth, back }) => [...forth, ...back]),
    show: () => ({ undo: show(undo), redo: show(redo) }),
  };
}

function keyOf(op: Op): string {
  const { collection, id } = opTarget(op);
  return `${collection}/${id}`;
}
