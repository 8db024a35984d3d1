import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import type { AtRiskMark } from '#shared/domain/evidence/at-risk.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';

/**
 * The marks of an item, or else those of the item it was made from: a translation or a frame that was taken before its original was marked shows
 * the same people. A redacted copy has none of them, nor has an item of which somebody decided so, which its custody tells.
 */
export function marksIn({ evidence, custody }: CaseRecord): (item: EvidenceItem) => readonly AtRiskMark[] {
  const decided = new Set(Object.values(custody).flatMap(({ action, evidenceId }) => (action === 'marked' && evidenceId !== null ? [evidenceId] : [])));
  return (item) => {
    const seen = new Set<string>();
    for (let one: EvidenceItem | undefined = item; one && !seen.has(one.id); ) {
      if (one.atRisk.length > 0) return one.atRisk;
      if (one.derivedFrom === null || one.derivedFrom.redaction || decided.has(one.id)) return [];
      seen.add(one.id);
      one = evidence[one.derivedFrom.evidenceId];
    }
    return [];
  };
}
