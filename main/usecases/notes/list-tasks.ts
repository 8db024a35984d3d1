import { objectAt } from '#shared/domain/case/find-object.ts';
import { noteTasks } from '#shared/domain/note/note-tasks.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { readWhereSigned } from '../lists/read-where-signed.ts';

const shownAtFirst = 12;
/** Every task that {@link noteTasks} finds has one of them: notes without any are not read. */
const signs = ['[ ]', '[x]', '[X]'];

/** What is still to be found out, as the notes say it. A note is read again only when it has changed. */
export const listTasks: QueryUse<'notes/tasks'> = async (desk, { limit = shownAtFirst }) => {
  const { openCase } = desk;
  const tasksById = await readWhereSigned(desk, 'tasks of notes', openCase.record().notes, signs, ({ text }) => noteTasks(text));
  const counted = { open: 0, done: 0 };
  const open: { readonly noteId: string; readonly title: string; readonly text: string; readonly at: string }[] = [];
  for (const [noteId, tasks] of tasksById) {
    const head = tasks.length === 0 ? null : objectAt(openCase.heads(), 'note', noteId);
    for (const { text, done: isDone } of tasks) {
      counted[isDone ? 'done' : 'open'] += 1;
      if (!isDone) open.push({ noteId, title: head?.title ?? '', text, at: head?.changedAt ?? '' });
    }
  }
  const first = open.toSorted((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0)).slice(0, limit);
  return done({ open: first.map(({ noteId, title, text }) => ({ noteId, title, text })), openCount: counted.open, doneCount: counted.done });
};
