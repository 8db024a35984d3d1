import type { Note } from '#shared/domain/note/note.ts';
import type { DossierNote, Run } from './dossier-content.ts';
import { cutAtReferences } from './note-references.ts';
import { endpointOf, type Numbered } from './number-objects.ts';

/** A note with its references turned into numbers of this dossier. */
export function describeNote(numbered: Numbered, note: Note): DossierNote {
  const { title, madeAt, changedAt, by } = note;
  return {
    ...{ id: note.id, title, madeAt, changedAt, by },
    label: numbered.labels.get(note.id) ?? '',
    runs: cutAtReferences(note.text).flatMap((piece, index): readonly Run[] => {
      if (index % 2 === 0) return piece === '' ? [] : [{ text: piece }];
      const end = endpointOf(numbered, piece.toLowerCase());
      // People and sources are told by name, whatever their number.
      return [end.label === null || /^[PR]/.test(end.label) ? { text: end.name } : { cite: end.label }];
    }),
    about: note.aboutIds.map((id) => endpointOf(numbered, id)),
    versions: note.earlier.length + 1,
  };
}
