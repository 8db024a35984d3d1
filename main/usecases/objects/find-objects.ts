import type { CaseHeads } from '#shared/domain/case/case-heads.ts';
import { collectionOf, type ObjectKind, objectKinds } from '#shared/domain/case/case-record.ts';
import { labelOf, type ObjectLabel } from '#shared/domain/case/label-of.ts';
import { idsOf } from '#shared/domain/case/objects-of.ts';
import { foldText } from '#shared/domain/search/fold-text.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

// Objects never change in place, so what they are found by can be remembered for as long as they live.
const remembered = new WeakMap<object, string>();

/** Objects whose label holds the words sought, those that begin with them first, newest first within that. */
export const findObjects: QueryUse<'objects/find'> = async (desk, { match, kinds, limit }) => {
  const record = desk.openCase.heads();
  const sought = foldText(match.trim());
  const hits: { readonly id: string; readonly begins: boolean }[] = [];
  for (const kind of kinds ?? objectKinds) {
    for (const id of idsOf(record[collectionOf[kind]])) {
      const at = foundBy(record, kind, id).indexOf(sought);
      if (at >= 0 || (match !== '' && id.startsWith(match))) hits.push({ id, begins: at === 0 });
    }
  }
  hits.sort((left, right) => Number(right.begins) - Number(left.begins) || (left.id < right.id ? 1 : -1));
  const labels = hits.slice(0, limit).map((hit) => labelOf(record, hit.id));
  return done(labels.filter((label): label is ObjectLabel => label !== null));
};

function foundBy(record: CaseHeads, kind: ObjectKind, id: string): string {
  const object: object | undefined = record[collectionOf[kind]][id];
  if (!object) return '';
  const known = remembered.get(object);
  if (known !== undefined) return known;
  const names = kind === 'entity' ? (record.entities[id]?.names ?? []) : [];
  const label = labelOf(record, id);
  const folded = foldText([label?.label ?? '', ...names.slice(1)].join('\n'));
  // A link is labelled by its ends, which change without it.
  if (kind !== 'link') remembered.set(object, folded);
  return folded;
}
