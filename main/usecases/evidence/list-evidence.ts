import type { EvidenceRow } from '#shared/contract/evidence.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import { eachOf, objectsOf } from '#shared/domain/case/objects-of.ts';
import { evidenceOfClaim } from '#shared/domain/claim/evidence-of-claim.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

/** Evidence in the order it was taken in, with the number of claims that rest on each item. */
export const listEvidence: QueryUse<'evidence/list'> = async (desk) => {
  const record = desk.openCase.record();
  const heads = desk.openCase.heads();
  const links = desk.links();
  const claims = new Map<string, number>();
  for (const claim of eachOf(heads.claims)) {
    for (const id of evidenceOfClaim(heads, claim, links)) claims.set(id, (claims.get(id) ?? 0) + 1);
  }
  return done(objectsOf(record.evidence).map((item) => evidenceRow(record, item, claims.get(item.id) ?? 0)));
};

function evidenceRow(record: CaseRecord, item: EvidenceItem, claims: number): EvidenceRow {
  const { found: _found, text, page, picture, sheets, places: _places, ...head } = item;
  const sourceTitle = objectAt(record, 'source', item.sourceId)?.title ?? '';
  return {
    ...head,
    language: text?.language ?? null,
    pages: sheets?.of.length ?? 0,
    hasText: text !== null,
    hasPage: page !== null,
    hasPicture: picture !== null,
    sourceTitle,
    claims,
  };
}
