import type { EvidenceRow } from '#shared/contract/evidence.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import type { ReadingDesk } from '../ports/desk.ts';
import { claimsByEvidence } from './claims-by-evidence.ts';

/** Rows in the order of `ids`; what the case no longer holds is left out. */
export function evidenceRowsAt(desk: ReadingDesk, ids: readonly string[]): EvidenceRow[] {
  const record = desk.openCase.record();
  const claims = claimsByEvidence(desk);
  return ids.flatMap((id) => {
    const item = objectAt(record, 'evidence', id);
    return item ? [evidenceRow(record, item, claims.get(id)?.length ?? 0)] : [];
  });
}

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
