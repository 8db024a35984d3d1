import type { TimelineRow } from '#shared/contract/timeline.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import { entityName, labelOf } from '#shared/domain/case/label-of.ts';
import { contradictedBy } from '#shared/domain/claim/claim-conflicts.ts';
import type { ReadingDesk } from '../ports/desk.ts';
import type { CaseDate } from './case-date.ts';
import type { KeptDates } from './keep-dates.ts';

/** Rows in the order of `ids`; what the case no longer holds is left out. */
export function timelineRowsAt(desk: ReadingDesk, dates: KeptDates, ids: readonly string[]): TimelineRow[] {
  const inOrder = dates.inOrder();
  return ids.flatMap((id) => {
    const date = inOrder[dates.placeOf(id) ?? -1];
    return date ? [timelineRow(desk, date)] : [];
  });
}

/** A date as its list and the chart tell it. */
export function timelineRow(desk: ReadingDesk, date: CaseDate): TimelineRow {
  const heads = desk.openCase.heads();
  const { id, objectId, sense, claim } = date;
  return {
    key: id,
    objectId,
    kind: sense === 'published' ? 'source' : 'claim',
    sense,
    date: date.stated.date,
    label: sense === 'published' ? sourceOf(desk, date) : (labelOf(heads, objectId)?.label ?? ''),
    actor: actorOf(desk, date),
    source: sourceOf(desk, date),
    finding: claim?.finding ?? null,
    against: claim ? [...contradictedBy(claim.id, desk.links())] : [],
  };
}

/** Who asserts the claim, or who published the source; empty when not known. */
export function actorOf(desk: ReadingDesk, { objectId, claim }: CaseDate, named: typeof entityName = entityName): string {
  const heads = desk.openCase.heads();
  if (claim !== null) return named(heads, claim.asserterId);
  const source = objectAt(heads, 'source', objectId);
  return source?.publisher ?? source?.author ?? '';
}

/** Title of the source it comes from; empty for a claim without evidence. */
export function sourceOf(desk: ReadingDesk, { objectId, claim }: CaseDate): string {
  const heads = desk.openCase.heads();
  const sourceId = claim === null ? objectId : (objectAt(heads, 'evidence', claim.anchors[0]?.evidenceId ?? '')?.sourceId ?? '');
  return objectAt(heads, 'source', sourceId)?.title ?? '';
}
