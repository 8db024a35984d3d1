import { describe, expect, it } from 'vitest';
import type { DossierProfile } from '#shared/domain/case/dossier-plan.ts';
import { applyRedactions, holdsBack } from '#shared/dossier/apply-redactions.ts';
import { composeDossier } from '#shared/dossier/compose-dossier.ts';
import { provableCustody } from '#shared/dossier/provable-custody.ts';
import { samplePlan, sampleRecord, secretName } from '#tests/fixtures/dossier/sample-case.ts';

const composed = (profile: DossierProfile) => composeDossier(sampleRecord, samplePlan, profile);
const provable = (profile: DossierProfile) => provableCustody(sampleRecord, composed(profile), applyRedactions(composed(profile)));

describe('what of the custody log a dossier can prove', () => {
  it('is what it tells, word for word: an entry with words that are held back has no proof', () => {
    expect(provable('public')).toEqual([0]);
    const told = applyRedactions(composed('public')).custody;
    expect(told.map(({ seq }) => seq)).toEqual([0, 2]);
    expect(told[1]?.reason).not.toContain(secretName);
  });

  it('is everything told where nothing is held back', () => {
    expect(provable('team')).toEqual([0, 1, 2, 3]);
    expect(provable('court')).toEqual([0, 1, 2, 3]);
    expect(holdsBack(composed('court'))(secretName)).toBe(false);
  });

  it('asks of a signer too whether the name may be shown', () => {
    expect(holdsBack(composed('public'))(`signed by ${secretName}`)).toBe(true);
    expect(holdsBack(composed('public'))('Ana_Orlova')).toBe(false);
  });

  it('leaves acts on the case as a whole to the court', () => {
    const entry = sampleRecord.custody['0000000000'] ?? expect.unreachable();
    const act = { ...entry, seq: 5, evidenceId: null, action: 'backed-up' as const, reason: 'to another folder' };
    const record = { ...sampleRecord, custody: { ...sampleRecord.custody, '0000000005': act } };
    const told = (profile: DossierProfile) => applyRedactions(composeDossier(record, samplePlan, profile)).custody.map(({ seq }) => seq);
    expect([told('public').includes(5), told('team').includes(5), told('court').includes(5)]).toEqual([false, false, true]);
  });
});
