import { eachOf } from '#shared/domain/case/objects-of.ts';
import { type NoteTask, noteTasks } from '#shared/domain/note/note-tasks.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { inTurns } from '../lists/in-turns.ts';
import type { ReadableCase } from '../ports.ts';

const shownAtFirst = 12;
type Known = Map<string, { readonly changedAt: string; readonly tasks: readonly NoteTask[] }>;
/** Tasks by note, for as long as the case is open: a note is read again only when it has changed. */
const known = new WeakMap<ReadableCase, Known>();

/** What is still to be found out, as the notes say it. */
export const listTasks: QueryUse<'notes/tasks'> = async ({ openCase }, { limit = shownAtFirst }) => {
  const notes = openCase.heads().notes;
  const kept: Known = known.get(openCase) ?? new Map();
  known.set(openCase, kept);
  const counted = { open: 0, done: 0 };
  const open: { readonly noteId: string; readonly title: string; readonly text: string; readonly at: string }[] = [];
  await inTurns(eachOf(notes), (head) => {
    for (const task of tasksOf(openCase, kept, head)) {
      counted[task.done ? 'done' : 'open'] += 1;
      if (!task.done) open.push({ noteId: head.id, title: head.title ?? '', text: task.text, at: head.changedAt });
    }
  });
  const first = open.toSorted((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0)).slice(0, limit);
  return done({ open: first.map(({ noteId, title, text }) => ({ noteId, title, text })), openCount: counted.open, doneCount: counted.done });
};

function tasksOf(openCase: ReadableCase, kept: Known, { id, changedAt }: { readonly id: string; readonly changedAt: string }): readonly NoteTask[] {
  const found = kept.get(id);
  if (found?.changedAt === changedAt) return found.tasks;
  const tasks = noteTasks(openCase.record().notes[id]?.text ?? '');
  kept.set(id, { changedAt, tasks });
  return tasks;
}
