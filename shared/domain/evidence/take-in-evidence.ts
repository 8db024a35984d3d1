import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change, Op } from '../case/change.ts';
import { actingAnalyst, type EditFacts } from '../case/edit-facts.ts';
import { findObject } from '../case/find-object.ts';
import type { Lookup } from '../case/lookup.ts';
import type { Source } from '../source/source.ts';
import type { EvidenceItem } from './evidence-item.ts';

export type EvidenceToRecord = Omit<
  EvidenceItem,
  'id' | 'sourceId' | 'takenInAt' | 'takenInBy' | 'atRisk' | 'legalBasis' | 'role' | 'derivedFrom' | 'places' | 'translator'
>;
/** What an item was made out of, and how. */
export type Derivation = NonNullable<EvidenceItem['derivedFrom']> & { readonly translator?: string };

/** The item that holds the same bytes already. */
export function evidenceWithDigest(record: CaseRecord, sha256: string, lookup?: Lookup): EvidenceItem | null {
  if (lookup) return lookup.evidenceByDigest(sha256);
  for (const id in record.evidence) {
    const item = record.evidence[id];
    if (item?.sha256 === sha256) return item;
  }
  return null;
}

/** Records sealed bytes as evidence of a new source, or of one the case has; custody says *imported*. The same bytes are refused `duplicate-evidence`. */
export function takeInEvidence(record: CaseRecord, item: EvidenceToRecord, source: Source | { readonly existing: string }, facts: EditFacts): Reply<Change> {
  if (evidenceWithDigest(record, item.sha256, facts.lookup)) return refused({ kind: 'refused', rule: 'duplicate-evidence' });
  if ('existing' in source) {
    const known = findObject(record, 'source', source.existing);
    if (!known.ok) return known;
    return done(recorded(record, item, known.value, [], facts));
  }
  return done(recorded(record, item, source, [{ put: 'sources', id: source.id, value: source }], facts));
}

/**
 * Records sealed bytes that were made out of an item of the case. It has the source of that item, so it is never a second origin, and
 * bears its marks of people at risk until somebody takes them away. Custody says of both what was done.
 */
export function deriveEvidence(record: CaseRecord, item: EvidenceToRecord, { translator, ...from }: Derivation, facts: EditFacts): Reply<Change> {
  const original = findObject(record, 'evidence', from.evidenceId);
  if (!original.ok) return original;
  if (evidenceWithDigest(record, item.sha256, facts.lookup)) return refused({ kind: 'refused', rule: 'duplicate-evidence' });
  const { sourceId, sha256, atRisk, legalBasis } = original.value;
  const value: EvidenceItem = {
    ...item,
    ...{ id: facts.newId(), role: 'derivative', sourceId, takenInAt: facts.at, takenInBy: actingAnalyst(record), derivedFrom: from, atRisk, legalBasis },
    ...(translator !== undefined && { translator }),
  };
  const reason = from.transform;
  return done({
    label: 'derive-evidence',
    ops: [{ put: 'evidence', id: value.id, value }],
    custody: [
      { action: 'copied', evidenceId: from.evidenceId, reason, sha256Before: sha256, sha256After: sha256 },
      { action: 'imported', evidenceId: value.id, reason, sha256Before: null, sha256After: value.sha256 },
    ],
  });
}

function recorded(record: CaseRecord, item: EvidenceToRecord, source: Source, before: readonly Op[], facts: EditFacts): Change {
  const value: EvidenceItem = {
    ...item,
    id: facts.newId(),
    role: 'evidentiary',
    sourceId: source.id,
    takenInAt: facts.at,
    takenInBy: actingAnalyst(record),
    derivedFrom: null,
    atRisk: [],
    legalBasis: null,
  };
  const custody = { action: 'imported' as const, evidenceId: value.id, reason: null, sha256Before: null, sha256After: value.sha256 };
  return { label: 'take-in-evidence', ops: [...before, { put: 'evidence', id: value.id, value }], custody: [custody] };
}
