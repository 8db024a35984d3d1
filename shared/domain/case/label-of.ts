import { assertNever } from '#shared/kernel/never.ts';
import { type CaseHeads, type NoteHead, textOrBeginning } from './case-heads.ts';
import { kindOf, type ObjectKind } from './case-record.ts';
import { objectAt } from './find-object.ts';

/** What a list, a chip or the palette prints for an object: a line, and a shorter remark beside it. `detail` may hold a code of an enumeration. */
export type ObjectLabel = { readonly id: string; readonly kind: ObjectKind; readonly label: string; readonly detail: string };

const longest = 160;

/** The label of any object; `null` when the case holds none of this id. */
export function labelOf(record: CaseHeads, id: string): ObjectLabel | null {
  const kind = kindOf(record, id);
  return kind === null ? null : { id, kind, label: titleOf(record, kind, id), detail: oneLine(detailOf(record, kind, id)) };
}

/** The label alone, of an object whose kind is known; empty for one that the case does not hold. */
export function titleOf(record: CaseHeads, kind: ObjectKind, id: string): string {
  return oneLine(words(record, kind, id, 0));
}

/** The label, or one that shows that the object is gone. */
export function labelOrGone(record: CaseHeads, id: string, kind: ObjectKind): ObjectLabel {
  return labelOf(record, id) ?? { id, kind, label: '—', detail: '' };
}

function words(record: CaseHeads, kind: ObjectKind, id: string, depth: number): string {
  switch (kind) {
    case 'source':
      return objectAt(record, 'source', id)?.title ?? '';
    case 'evidence':
      return objectAt(record, 'evidence', id)?.name ?? '';
    case 'claim': {
      const claim = objectAt(record, 'claim', id);
      return claim ? textOrBeginning(claim) : '';
    }
    case 'link': {
      const link = objectAt(record, 'link', id);
      if (!link || depth > 0) return link?.type ?? '';
      const [from, to] = [link.fromId, link.toId].map((end) => {
        const endKind = kindOf(record, end);
        return endKind === null ? '—' : clipped(words(record, endKind, end, depth + 1), 60);
      });
      return `${from} → ${to}`;
    }
    case 'note': {
      const note = objectAt(record, 'note', id);
      return note ? noteTitle(note) : '';
    }
    case 'entity':
      return entityName(record, id);
    case 'dossier':
      return objectAt(record, 'dossier', id)?.title ?? '';
    default:
      return assertNever(kind, 'labelOf');
  }
}

function detailOf(record: CaseHeads, kind: ObjectKind, id: string): string {
  switch (kind) {
    case 'source': {
      const source = objectAt(record, 'source', id);
      return source?.publisher ?? source?.kind ?? '';
    }
    case 'evidence':
      return objectAt(record, 'evidence', id)?.kind ?? '';
    case 'claim':
      return entityName(record, objectAt(record, 'claim', id)?.asserterId ?? '');
    case 'link':
      return objectAt(record, 'link', id)?.type ?? '';
    case 'note':
      return objectAt(record, 'note', id)?.by ?? '';
    case 'entity':
      return objectAt(record, 'entity', id)?.kind ?? '';
    case 'dossier':
      return objectAt(record, 'dossier', id)?.profile ?? '';
    default:
      return assertNever(kind, 'labelOf');
  }
}

/** The name an entity is shown by inside the team. */
export function entityName(record: CaseHeads, id: string): string {
  return objectAt(record, 'entity', id)?.names[0] ?? '—';
}

/** What an entity is called where roles stand for names. */
export function roleOrName(record: CaseHeads, id: string): string {
  return objectAt(record, 'entity', id)?.roleOnly ?? entityName(record, id);
}

export function firstLine(text: string): string {
  return text.split('\n').find((line) => line.trim() !== '') ?? '';
}

/** What a note is called: its title, or how it begins. */
export function noteTitle(note: NoteHead): string {
  return note.title ?? firstLine(textOrBeginning(note));
}

/** As labels are: one line, and not a long one. */
export function oneLine(text: string): string {
  return clipped(text.replace(/\s+/gu, ' ').trim(), longest);
}

function clipped(text: string, limit: number): string {
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}
