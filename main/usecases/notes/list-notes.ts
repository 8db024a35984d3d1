import { eachOf, idsOf } from '#shared/domain/case/objects-of.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { inTurns } from '../lists/in-turns.ts';
import type { ReadingDesk } from '../ports/desk.ts';
import { noteRow } from './note-row.ts';

/** Notes, newest change first; those about one object also when their text refers to it. */
export const listNotes: QueryUse<'notes/list'> = async (desk, { aboutId }) => {
  const ids = aboutId === undefined ? idsOf(desk.openCase.heads().notes) : ((await notesByObject(desk)).get(aboutId) ?? []);
  const [record, heads] = [desk.openCase.record(), desk.openCase.heads()];
  const notes = ids.flatMap((id) => record.notes[id] ?? []);
  const sorted = notes.toSorted((left, right) => (left.changedAt < right.changedAt ? 1 : left.changedAt > right.changedAt ? -1 : 0));
  return done(sorted.map((note) => noteRow(heads, note)));
};

/** Ids of the notes that are about an object or refer to it. A note is read again only when it has changed. */
function notesByObject(desk: ReadingDesk): Promise<ReadonlyMap<string, readonly string[]>> {
  return desk.kept('notes by object', ['notes'], async () => {
    const { notes } = desk.openCase.record();
    const known = desk.keptOf<ReadonlySet<string>>('objects of notes');
    const byObject = new Map<string, string[]>();
    await inTurns(eachOf(desk.openCase.heads().notes), ({ id, aboutIds }) => {
      const objects = known.get(id) ?? new Set([...aboutIds, ...referencesIn(notes[id]?.text ?? '')]);
      known.set(id, objects);
      for (const object of objects) {
        const found = byObject.get(object);
        if (found) found.push(id);
        else byObject.set(object, [id]);
      }
    });
    return byObject;
  });
}

function referencesIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/\[\[([0-9a-f-]{36})/gu), ([, id]) => id ?? '');
}
