import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import { type DossierProfile, dossierProfiles } from '#shared/domain/case/dossier-plan.ts';
import { atRiskMarks } from '#shared/domain/evidence/at-risk.ts';
import { applyRedactions } from '#shared/dossier/apply-redactions.ts';
import { composeDossier } from '#shared/dossier/compose-dossier.ts';
import { markedExhibits, passGate, unmarkedPictures } from '#shared/dossier/gate.ts';
import { policies } from '#shared/dossier/policies.ts';
import { withholdings } from '#shared/dossier/withholdings.ts';
import { id, samplePlan, sampleRecord, secretName } from '#tests/fixtures/dossier/sample-case.ts';

const plan = { ...samplePlan, marked: 'stop' as const };
const composed = (profile: DossierProfile, record: CaseRecord = sampleRecord, how: Partial<typeof samplePlan> = {}) =>
  composeDossier(record, { ...plan, ...how }, profile);
const marked = (mark: (typeof atRiskMarks)[number]): CaseRecord => {
  const secret = sampleRecord.evidence[id(secretName)];
  if (!secret) throw new Error('fixture');
  return { ...sampleRecord, evidence: { ...sampleRecord.evidence, [secret.id]: { ...secret, atRisk: [mark] } } };
};
const withCopy = (): CaseRecord => {
  const secret = sampleRecord.evidence[id(secretName)];
  if (!secret) throw new Error('fixture');
  const redaction = { sort: 'picture' as const, parts: 1, reason: 'a face', legalBasis: null };
  const copy = {
    ...{ ...secret, id: id('copy'), name: 'Redacted picture', sha256: 'c'.repeat(64) as typeof secret.sha256, atRisk: [], text: null },
    derivedFrom: { evidenceId: secret.id, transform: 'regions filled', redaction },
  };
  return { ...sampleRecord, evidence: { ...sampleRecord.evidence, [copy.id]: copy } };
};

describe('the gate', () => {
  it.each(atRiskMarks)('stops a public export at an exhibit marked %s about which nothing is decided', (mark) => {
    expect(passGate(composed('public', marked(mark)))).toEqual({ ok: false, problem: { kind: 'at-risk', labels: ['E2'] } });
  });

  it.each(dossierProfiles)('%s: stops exactly where its policy holds marked exhibits back', (profile) => {
    expect(passGate(composed(profile)).ok).toBe(policies[profile].marked === 'shown');
  });

  it('opens when the plan leaves out what is marked, which is then nowhere', () => {
    const dossier = composed('public', sampleRecord, { marked: 'left-out' });
    expect(passGate(dossier).ok).toBe(true);
    expect(applyRedactions(dossier).exhibits.map(({ label }) => label)).toEqual(['E1', 'E3']);
  });

  it('opens for a redacted copy, which is shown in the place of what it is made from', () => {
    const dossier = composed('public', withCopy());
    expect(markedExhibits(dossier)).toMatchObject([{ label: 'E2', decision: 'redacted' }]);
    expect(passGate(dossier).ok).toBe(true);
    const told = applyRedactions(dossier);
    const copy = told.exhibits.find(({ name }) => name === 'Redacted picture');
    expect(told.withheld).toEqual([{ label: 'W1', kind: 'image', reasons: ['captive'], basisStated: false, commitment: null, shownAs: [copy?.label] }]);
    expect(withholdings(told)).toEqual(
      expect.arrayContaining([
        { what: 'whole exhibits (image)', count: 1, reason: 'shows or names a captive', legalBasis: 'none stated' },
        expect.objectContaining({ what: 'regions of pictures, filled solid', reason: copy?.redaction?.reason }),
      ]),
    );
    expect(copy).toMatchObject({ derivedFrom: { label: 'W1' }, redaction: { sort: 'picture', parts: 1 } });
    expect(JSON.stringify(told)).not.toContain(secretName);
  });

  it('names the pictures nobody marked while they would leave as they are, and lets them through', () => {
    const secret = sampleRecord.evidence[id(secretName)];
    if (!secret) throw new Error('fixture');
    const free = { ...sampleRecord, evidence: { ...sampleRecord.evidence, [secret.id]: { ...secret, atRisk: [] } } };
    expect(unmarkedPictures(composed('public', free)).map(({ label }) => label)).toContain('E2');
    expect(passGate(composed('public', free)).ok).toBe(true);
    expect(unmarkedPictures(composed('court', free))).toEqual([]);
    expect(unmarkedPictures(composed('public')).map(({ label }) => label)).not.toContain('E2');
    expect(unmarkedPictures(composed('public', withCopy())).map(({ name }) => name)).not.toContain('Redacted picture');
  });

  it('stays shut when the redacted copy is marked itself', () => {
    const record = withCopy();
    const copy = record.evidence[id('copy')];
    if (!copy) throw new Error('fixture');
    const again = { ...record, evidence: { ...record.evidence, [copy.id]: { ...copy, atRisk: ['graphic' as const] } } };
    expect(passGate(composed('public', again)).ok).toBe(false);
  });

  it('lets an exhibit out for which a reason was given, with the marks it bears', () => {
    const overrides = [{ evidenceId: id(secretName), reason: 'His family asks for it.', by: 'Ana Orlova', at: samplePlan.madeAt }];
    const dossier = composed('public', sampleRecord, { overrides });
    expect(markedExhibits(dossier)).toMatchObject([{ label: 'E2', decision: 'let-out' }]);
    expect(passGate(dossier).ok).toBe(true);
    const told = applyRedactions(dossier);
    expect(told.exhibits.find(({ label }) => label === 'E2')).toMatchObject({ name: secretName, atRisk: ['captive'] });
    // Whoever is shown by role stays so: an exhibit was let out, not a name.
    expect(JSON.stringify(told)).not.toContain('Kang Chol');
  });

  it('gives up claims whose work was cancelled to nobody but team and disclosure, unless something cites them', () => {
    const claim = sampleRecord.claims[id('dead 3000')];
    const cited = sampleRecord.claims[id('sank')];
    if (!claim || !cited) throw new Error('fixture');
    const claims = {
      ...sampleRecord.claims,
      [claim.id]: { ...claim, workState: 'cancelled' as const },
      [cited.id]: { ...cited, workState: 'cancelled' as const },
    };
    const record = { ...sampleRecord, claims, links: {} };
    const texts = (profile: DossierProfile) => applyRedactions(composed(profile, record)).claims.map(({ text }) => text);
    for (const profile of ['public', 'court'] as const)
      expect([texts(profile).includes(claim.text), texts(profile).includes(cited.text)]).toEqual([false, true]);
    for (const profile of ['team', 'disclosure'] as const) expect(texts(profile)).toContain(claim.text);
  });

  it('discloses every claim, whatever the plan chooses', () => {
    const some = { claimIds: [id('sank')] };
    expect(applyRedactions(composed('court', sampleRecord, some)).claims).toHaveLength(1);
    expect(applyRedactions(composed('disclosure', sampleRecord, some)).claims).toHaveLength(Object.keys(sampleRecord.claims).length);
  });
});
