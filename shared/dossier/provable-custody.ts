import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import { custodyKey } from '#shared/domain/custody/custody-entry.ts';
import { holdsBack } from './apply-redactions.ts';
import type { ComposedDossier } from './composed-dossier.ts';
import type { RedactedDossier } from './redacted-dossier.ts';

/**
 * The entries that a dossier can prove: those it tells, when they may be shown exactly as they were signed. An entry with words that
 * are held back stays in the table in its redacted form, without a proof.
 */
export function provableCustody(record: CaseRecord, composed: ComposedDossier, redacted: RedactedDossier): readonly number[] {
  const secret = holdsBack(composed);
  return redacted.custody.flatMap(({ seq }) => {
    const entry = record.custody[custodyKey(seq)];
    return entry && !Object.values(entry).some((value) => typeof value === 'string' && secret(value)) ? [seq] : [];
  });
}
