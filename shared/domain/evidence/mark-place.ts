import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { type Amendments, amend } from '../case/amend.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import { actingAnalyst, type EditFacts } from '../case/edit-facts.ts';
import { findObject } from '../case/find-object.ts';
import type { Anchor } from './anchor.ts';
import { checkAnchors } from './check-anchors.ts';
import { type EvidenceItem, mostPlaces } from './evidence-item.ts';
import type { MarkedPlace } from './marked-place.ts';

export type PlaceWords = Pick<MarkedPlace, 'label' | 'transcription' | 'language'>;

/** Marks a place in an item, with what the analyst calls it and reads or hears there. The whole item is no place in it. */
export function markPlace(record: CaseRecord, anchor: Anchor, words: Amendments<PlaceWords>, facts: EditFacts): Reply<Change> {
  const bad = checkAnchors(record, [anchor]);
  if (bad) return bad;
  if (anchor.sort === 'whole') return refused({ kind: 'invalid-input', where: 'anchor', reason: 'a quote, a region, a page or a moment' });
  const item = findObject(record, 'evidence', anchor.evidenceId);
  if (!item.ok) return item;
  const places = item.value.places ?? [];
  if (places.length >= mostPlaces) return refused({ kind: 'refused', rule: 'too-many-places' });
  const place: MarkedPlace = {
    ...amend<PlaceWords>({ label: null, transcription: null, language: null }, words),
    ...{ id: facts.newId(), anchor, by: actingAnalyst(record), at: facts.at },
  };
  return done(withPlaces('mark-place', item.value, [...places, place]));
}

/** Changes what a marked place is called or how it reads. */
export function editPlace(record: CaseRecord, evidenceId: string, placeId: string, words: Amendments<PlaceWords>): Reply<Change> {
  return changed(record, 'edit-place', evidenceId, placeId, (places, at) => places.map((place, index) => (index === at ? amend(place, words) : place)));
}

/** Takes a mark away; claims that rest on the same place keep it. */
export function unmarkPlace(record: CaseRecord, evidenceId: string, placeId: string): Reply<Change> {
  return changed(record, 'unmark-place', evidenceId, placeId, (places, at) => places.toSpliced(at, 1));
}

function changed(
  record: CaseRecord,
  label: Change['label'],
  evidenceId: string,
  placeId: string,
  next: (places: readonly MarkedPlace[], at: number) => readonly MarkedPlace[],
): Reply<Change> {
  const item = findObject(record, 'evidence', evidenceId);
  if (!item.ok) return item;
  const places = item.value.places ?? [];
  const at = places.findIndex((place) => place.id === placeId);
  return at < 0 ? refused({ kind: 'not-found', what: 'place', id: placeId }) : done(withPlaces(label, item.value, next(places, at)));
}

function withPlaces(label: Change['label'], item: EvidenceItem, places: readonly MarkedPlace[]): Change {
  const { places: _before, ...rest } = item;
  const value = places.length === 0 ? rest : { ...rest, places };
  return { label, ops: [{ put: 'evidence', id: item.id, value }], custody: [] };
}
