import type { CaseHeads } from '#shared/domain/case/case-heads.ts';
import { textOrBeginning } from '#shared/domain/case/case-heads.ts';
import { collectionOf, type ObjectKind, objectKinds } from '#shared/domain/case/case-record.ts';
import { firstLine, labelOf, type ObjectLabel } from '#shared/domain/case/label-of.ts';
import { eachOf, idsOf } from '#shared/domain/case/objects-of.ts';
import { foldText } from '#shared/domain/search/fold-text.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { inTurns } from '../lists/in-turns.ts';
import { labelWords } from '../lists/label-words.ts';
import type { ReadingDesk } from '../ports/desk.ts';

/** As much of a text as a label shows, and of each end of a link. */
const [labelLength, endLength] = [160, 60];

/** Objects whose label holds the words sought, those that begin with them first, newest first within that. */
export const findObjects: QueryUse<'objects/find'> = async (desk, { match, kinds, limit }) => {
  const sought = foldText(match.trim());
  const begin: string[] = [];
  const hold: string[] = [];
  for (const kind of kinds ?? objectKinds) {
    const foundBy = await wordsOfKind(desk, kind);
    for (const id of idsOf(desk.openCase.heads()[collectionOf[kind]])) {
      const at = foundBy(id).indexOf(sought);
      if (at === 0) keepNewest(begin, id, limit);
      else if (at > 0 || (match !== '' && id.startsWith(match))) keepNewest(hold, id, limit);
    }
  }
  const heads = desk.openCase.heads();
  const labels = [...begin, ...hold].slice(0, limit).map((id) => labelOf(heads, id));
  return done(labels.filter((label): label is ObjectLabel => label !== null));
};

/** Puts an id in its place among the newest, at most `limit` of them. */
function keepNewest(newest: string[], id: string, limit: number): void {
  const last = newest.at(-1);
  if (newest.length >= limit && last !== undefined && last >= id) return;
  const before = newest[0] === undefined || newest[0] < id ? 0 : newest.findIndex((each) => each < id);
  newest.splice(before < 0 ? newest.length : before, 0, id);
  newest.length = Math.min(newest.length, limit);
}

/** What the objects of a kind are found by. The first look goes through all of them; afterwards an object is looked at again when it has changed. */
async function wordsOfKind(desk: ReadingDesk, kind: ObjectKind): Promise<(id: string) => string> {
  const heads = desk.openCase.heads();
  if (kind === 'link') return wordsOfLinks(desk);
  const known = desk.keptOf<string>(`found by ${kind}`);
  const read = (head: object): string => foldText((wordsOf[kind] as (head: object) => string)(head));
  const collection = heads[collectionOf[kind]] as { readonly [id: string]: { readonly id: string } };
  if (known.size === 0) await inTurns(eachOf(collection), (head) => known.set(head.id, read(head)));
  return (id) => {
    const found = known.get(id) ?? (collection[id] ? read(collection[id]) : '');
    known.set(id, found);
    return found;
  };
}

const wordsOf: { readonly [K in Exclude<ObjectKind, 'link'>]: (head: CaseHeads[(typeof collectionOf)[K]][string]) => string } = {
  source: ({ title }) => oneLine(title),
  evidence: ({ name }) => oneLine(name),
  claim: (claim) => oneLine(textOrBeginning(claim)),
  note: (note) => oneLine(note.title ?? firstLine(textOrBeginning(note))),
  entity: ({ names }) => names.map(oneLine).join('\n'),
  dossier: ({ title }) => oneLine(title),
};

const oneLine = (text: string) => text.slice(0, labelLength).replace(/\s+/gu, ' ').trim();

/** A link is called by its ends, which change without it. */
function wordsOfLinks(desk: ReadingDesk): (id: string) => string {
  const { links } = desk.openCase.heads();
  const labels = labelWords(desk);
  const ends = desk.keptOf<readonly [from: string, to: string]>('ends of links');
  if (ends.size === 0) for (const { id, fromId, toId } of eachOf(links)) ends.set(id, [fromId, toId]);
  return (id) => {
    const found = ends.get(id) ?? [links[id]?.fromId ?? '', links[id]?.toId ?? ''];
    ends.set(id, found);
    return found.map((end) => labels(end).slice(0, endLength)).join(' → ');
  };
}
