import type { TimelineRow, TimelineSense } from '#shared/contract/timeline.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import { entityName, labelOf } from '#shared/domain/case/label-of.ts';
import type { Claim } from '#shared/domain/claim/claim.ts';
import { contradictedBy } from '#shared/domain/claim/claim-conflicts.ts';
import type { LinksByObject } from '#shared/domain/link/links-by-object.ts';
import type { EdtfDate } from '#shared/domain/moment/edtf-date.ts';
import { momentBounds } from '#shared/domain/moment/moment-bounds.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

export const listTimeline: QueryUse<'timeline/list'> = async (desk) => {
  const record = desk.openCase.record();
  const links = desk.links();
  const rows = [
    ...Object.values(record.claims).flatMap((claim) => rowsOfClaim(record, links, claim)),
    ...Object.values(record.sources).flatMap(({ id, publishedAt, title, publisher, author }): readonly TimelineRow[] => {
      if (publishedAt === null) return [];
      const row = { key: keyOf('published', id), objectId: id, kind: 'source', sense: 'published', date: publishedAt } as const;
      return [{ ...row, label: title, actor: publisher ?? author ?? '', source: title, finding: null, against: [] }];
    }),
  ];
  const order = new Map(rows.map((row) => [row, orderOf(row.date as EdtfDate)]));
  return done(rows.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0) || (a.key < b.key ? -1 : 1)));
};

function rowsOfClaim(record: CaseRecord, links: LinksByObject, claim: Claim): readonly TimelineRow[] {
  const item = objectAt(record, 'evidence', claim.anchors[0]?.evidenceId ?? '');
  const shared = {
    objectId: claim.id,
    kind: 'claim' as const,
    label: labelOf(record, claim.id)?.label ?? '',
    actor: entityName(record, claim.asserterId),
    source: item ? (objectAt(record, 'source', item.sourceId)?.title ?? '') : '',
    finding: claim.finding,
    against: [...contradictedBy(claim.id, links)],
  };
  const row = (sense: TimelineSense, date: EdtfDate | null): readonly TimelineRow[] =>
    date === null ? [] : [{ ...shared, key: keyOf(sense, claim.id), sense, date }];
  return [...row('event', claim.eventAt), ...row('said', claim.saidAt)];
}

function keyOf(sense: TimelineSense, id: string): string {
  return `${sense}:${id}`;
}

function orderOf(date: EdtfDate): number {
  const { earliest, latest } = momentBounds(date);
  return earliest ?? (latest === null ? Number.NEGATIVE_INFINITY : latest - 1e15);
}
