import type { EvidenceHead } from '#shared/domain/case/case-heads.ts';
import type { evidenceColumns } from '#shared/domain/case/list-columns.ts';
import { eachOf } from '#shared/domain/case/objects-of.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { labelWords } from '../lists/label-words.ts';
import { type ListPlan, orderList, rowsOf } from '../lists/order-list.ts';
import type { ReadingDesk } from '../ports/desk.ts';
import { claimsByEvidence } from './claims-by-evidence.ts';
import { evidenceRowsAt } from './evidence-row.ts';

const plan: ListPlan<EvidenceHead, (typeof evidenceColumns)[number]> = {
  name: 'evidence',
  rows: rowsOf('evidence'),
  keys: {
    name: { of: () => (item) => item.name },
    claims: { of: (desk) => restingOn(desk), reads: ['claims', 'links'] },
    marks: { of: () => (item) => item.atRisk.length },
    size: { of: (desk) => whole(desk, (item) => item.bytes) },
    mime: { of: (desk) => whole(desk, (item) => item.mime) },
    hash: { of: () => (item) => item.sha256, plain: true },
    at: { of: () => (item) => item.takenInAt, plain: true },
  },
  usual: null,
  found: (desk) => {
    const labels = labelWords(desk);
    return (item) => `${labels(item.id)} ${labels(item.sourceId)} ${item.sha256}`;
  },
  foundReads: ['sources'],
};

function restingOn(desk: ReadingDesk): (item: EvidenceHead) => number {
  const claims = claimsByEvidence(desk);
  return (item) => claims.get(item.id)?.length ?? 0;
}

/** What only the object itself tells, and not its head. */
function whole<T extends string | number>(desk: ReadingDesk, read: (item: EvidenceItem) => T): (item: EvidenceHead) => T | null {
  const { evidence } = desk.openCase.record();
  return ({ id }) => (evidence[id] ? read(evidence[id]) : null);
}

/** Which evidence the list shows and in which order. */
export const orderEvidence: QueryUse<'evidence/order'> = async (desk, wish) => done(await orderList(desk, plan, wish, evidenceRowsAt));
export const showEvidenceRows: QueryUse<'evidence/rows'> = async (desk, { ids }) => done(evidenceRowsAt(desk, ids));

export const listDerived: QueryUse<'evidence/derived'> = async (desk, { id }) => {
  const derived = desk.kept('derived evidence', ['evidence'], () => {
    const byOriginal = new Map<string, string[]>();
    for (const item of eachOf(desk.openCase.heads().evidence)) {
      if (item.derivedFrom) byOriginal.set(item.derivedFrom.evidenceId, [...(byOriginal.get(item.derivedFrom.evidenceId) ?? []), item.id]);
    }
    return byOriginal;
  });
  return done(evidenceRowsAt(desk, derived.get(id) ?? []));
};
