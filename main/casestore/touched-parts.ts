import type { Touched } from '#shared/domain/case/case-finding.ts';
import { type CaseRecord, type Collection, collectionOf, objectKinds } from '#shared/domain/case/case-record.ts';
import { eachOf } from '#shared/domain/case/objects-of.ts';
import { ObjectIdSchema } from '#shared/kernel/ids.ts';

/** What each blob is to which exhibits. */
export type TouchedByBlob = ReadonlyMap<string, readonly Touched[]>;

export function touchedByBlob(record: CaseRecord): TouchedByBlob {
  const found = new Map<string, Touched[]>();
  const add = (blob: string | undefined, id: string, part: Touched['part']) => {
    if (blob === undefined) return;
    const touched: Touched = { kind: 'evidence', id, part };
    const known = found.get(blob);
    if (known) known.push(touched);
    else found.set(blob, [touched]);
  };
  for (const { id, blob, text, page, picture, sheets } of eachOf(record.evidence)) {
    add(blob, id, 'original');
    add(text?.blob, id, 'text');
    add(page?.blob, id, 'page');
    add(picture?.display.blob, id, 'display');
    add(picture?.figure.blob, id, 'figure');
    for (const drawn of sheets?.drawn ?? []) add(drawn.blob, id, 'sheets');
  }
  return found;
}

/** What a record that does not fit touches: itself, when it is kept under something that can be an id. Never a word of the case. */
export function touchedIn(collection: Collection, key: string): readonly Touched[] {
  if (collection === 'meta') return [{ kind: 'case', id: 'case', part: 'whole' }];
  if (collection === 'custody') return /^\d{10}$/.test(key) ? [{ kind: 'custody', id: String(Number(key)), part: 'whole' }] : [];
  const kind = objectKinds.find((each) => collectionOf[each] === collection);
  return kind && ObjectIdSchema.safeParse(key).success ? [{ kind, id: key, part: 'whole' }] : [];
}
