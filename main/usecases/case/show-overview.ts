import type { Overview } from '#shared/contract/case.ts';
import { metaOf } from '#shared/domain/case/case-record.ts';
import { countOf } from '#shared/domain/case/objects-of.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

/** What the case is and how much it holds, at a cost that does not grow with it: the frame asks after every edit. */
export const showOverview: QueryUse<'case/overview'> = async ({ openCase }) => {
  const record = openCase.heads();
  const meta = metaOf(record);
  return done<Overview>({
    caseId: openCase.caseId,
    ...meta,
    analysts: [...meta.analysts],
    readOnly: openCase.readOnly,
    headWords: [...openCase.headWords()],
    openingFindings: openCase.openingFindings.map((finding) => ({ ...finding })),
    counts: {
      sources: countOf(record.sources),
      evidence: countOf(record.evidence),
      claims: countOf(record.claims),
      links: countOf(record.links),
      notes: countOf(record.notes),
      entities: countOf(record.entities),
      custody: countOf(record.custody),
    },
  });
};
