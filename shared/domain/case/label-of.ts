import { assertNever } from '#shared/kernel/never.ts';
import { type CaseHeads, textOrBeginning } from './case-heads.ts';
import { kindOf, type ObjectKind } from './case-record.ts';
import { objectAt } from './find-object.ts';

/** What a list, a chip or the palette prints for an object: a line, and a shorter remark beside it. `detail` may hold a code of an enumeration. */
export type ObjectLabel = { readonly id: string; readonly kind: ObjectKind; readonly label: string; readonly detail: string };

const longest = 160;

/** The label of any object; `null` when the case holds none of this id. */
export function labelOf(record: CaseHeads, id: string): ObjectLabel | null {
  const kind = kindOf(record, id);
  if (kind === null) return null;
  const [label, detail] = words(record, kind, id, 0);
  return { id, kind, label: oneLine(label), detail: oneLine(detail) };
}

/** The label, or one that shows that the object is gone. */
export function labelOrGone(record: CaseHeads, id: string, kind: ObjectKind): ObjectLabel {
  return labelOf(record, id) ?? { id, kind, label: '—', detail: '' };
}

function words(record: CaseHeads, kind: ObjectKind, id: string, depth: number): readonly [string, string] {
  switch (kind) {
    case 'source': {
      const source = objectAt(record, 'source', id);
      return [source?.title ?? '', source?.publisher ?? source?.kind ?? ''];
    }
    case 'evidence': {
      const item = objectAt(record, 'evidence', id);
      return [item?.name ?? '', item?.kind ?? ''];
    }
    case 'claim': {
      const claim = objectAt(record, 'claim', id);
      return [claim ? textOrBeginning(claim) : '', entityName(record, claim?.asserterId ?? '')];
    }
    case 'link': {
      const link = objectAt(record, 'link', id);
      if (!link || depth > 0) return [link?.type ?? '', ''];
      const [from, to] = [link.fromId, link.toId].map((end) => {
        const endKind = kindOf(record, end);
        return endKind === null ? '—' : clipped(words(record, endKind, end, depth + 1)[0], 60);
      });
      return [`${from} → ${to}`, link.type];
    }
    case 'note': {
      const note = objectAt(record, 'note', id);
      return [note?.title ?? firstLine(note ? textOrBeginning(note) : ''), note?.by ?? ''];
    }
    case 'entity':
      return [entityName(record, id), objectAt(record, 'entity', id)?.kind ?? ''];
    case 'dossier': {
      const plan = objectAt(record, 'dossier', id);
      return [plan?.title ?? '', plan?.profile ?? ''];
    }
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

function oneLine(text: string): string {
  return clipped(text.replace(/\s+/gu, ' ').trim(), longest);
}

function clipped(text: string, limit: number): string {
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}
