import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import { actingAnalyst, type EditFacts } from '../case/edit-facts.ts';
import { findObject } from '../case/find-object.ts';
import type { EvidenceItem, Redaction } from './evidence-item.ts';
import { evidenceWithDigest } from './take-in-evidence.ts';

/** The sealed bytes of a redacted copy, which are their own derived copies too. */
export type RedactedCopy = Pick<EvidenceItem, 'name' | 'kind' | 'mime' | 'bytes' | 'sha256' | 'blob' | 'tool' | 'text' | 'picture'>;

/**
 * Records a redacted copy as an item of its own: it bears no mark, its own digest, what it is derived from, and why. The original stays as it
 * is and keeps its marks. Custody tells *copied* of the original and *redacted* of the copy, and neither entry names the other: the one
 * about the copy may leave the team.
 */
export function deriveRedacted(record: CaseRecord, fromId: string, copy: RedactedCopy, redaction: Redaction, facts: EditFacts): Reply<Change> {
  const from = findObject(record, 'evidence', fromId);
  if (!from.ok) return from;
  if (evidenceWithDigest(record, copy.sha256, facts.lookup)) return refused({ kind: 'refused', rule: 'duplicate-evidence' });
  const value: EvidenceItem = {
    ...copy,
    id: facts.newId(),
    role: 'derivative',
    sourceId: from.value.sourceId,
    takenInAt: facts.at,
    takenInBy: actingAnalyst(record),
    derivedFrom: { evidenceId: from.value.id, transform: transforms[redaction.sort], redaction },
    atRisk: [],
    legalBasis: redaction.legalBasis,
    page: null,
    found: [],
    warnings: [],
  };
  const { sha256 } = from.value;
  const custody = [
    { action: 'copied' as const, evidenceId: from.value.id, reason: 'for a redacted copy', sha256Before: sha256, sha256After: sha256 },
    { action: 'redacted' as const, evidenceId: value.id, reason: redaction.reason, sha256Before: null, sha256After: copy.sha256 },
  ];
  return done({ label: 'redact-evidence', ops: [{ put: 'evidence', id: value.id, value }], custody });
}

const transforms: { readonly [S in Redaction['sort']]: string } = {
  picture: 'regions filled, encoded anew from the pixels, metadata left behind',
  text: 'passages replaced, everything but the text left behind',
  recording: 'stretches silenced or covered, encoded anew from the samples and frames, metadata and further tracks left behind',
  still: 'one picture in place of a recording, metadata left behind',
  metadata: 'encoded anew from what is seen and heard, metadata left behind',
};
