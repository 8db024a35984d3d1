import { describe, expect, it } from 'vitest';
import { listWithheld } from '#shared/dossier/apply-redactions.ts';
import { composeDossier } from '#shared/dossier/compose-dossier.ts';
import { id, samplePlan, sampleRecord, secretName, secretQuote, secretTitle } from '#tests/fixtures/dossier/sample-case.ts';
import { sampleDossier } from '#tests/fixtures/dossier/sample-dossier.ts';

const secretItem = sampleRecord.evidence[id(secretName)];
const secrets = [
  secretName,
  'photo_of_prisoner_Kang',
  secretQuote,
  secretTitle,
  'leak.example',
  'Kang Chol',
  '강철',
  id(secretName),
  secretItem?.sha256 ?? '',
  secretItem?.picture?.figure.sha256 ?? '',
];

describe('the public edition', () => {
  const dossier = sampleDossier('public');
  const text = JSON.stringify(dossier);

  it.each(secrets)('does not hold %s', (secret) => {
    expect(secret.length).toBeGreaterThan(1);
    expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
  });

  it('lists what it withholds by number and reason', () => {
    expect(dossier.withheld).toEqual([{ label: 'W1', kind: 'image', reasons: ['captive'], basisStated: false, commitment: null, shownAs: [] }]);
    expect(listWithheld(composeDossier(sampleRecord, samplePlan, 'public'))).toEqual([
      { label: 'W1', id: id(secretName), kind: 'image', reasons: ['captive'], basisStated: false, commitment: null, shownAs: [] },
    ]);
  });

  it('keeps the claim that rests on it, with one citation that says withheld', () => {
    const claim = dossier.claims.find(({ label }) => label === 'C4');
    expect(claim?.citations).toEqual([{ label: 'W1', place: { sort: 'withheld' } }]);
    expect(claim?.text).toBe('A photo shows captive 1 in a bunk.');
  });

  it('keeps the numbers of the other exhibits, so that editions can be compared', () => {
    expect(dossier.exhibits.map(({ label }) => label)).toEqual(['E1', 'E3']);
    expect(dossier.statements[1]?.cites).toEqual(['C4', 'W1']);
  });

  it('names people at risk by their role, and nothing else', () => {
    const person = dossier.actors.find(({ byRole }) => byRole);
    expect(person).toMatchObject({ name: 'captive 1', otherNames: [] });
    expect(dossier.links.map(({ to, from }) => [from.name, to.name])).toContainEqual(['captive 1', 'Card holder']);
  });

  it('leaves out notes about people at risk, and notes about nothing, and counts them', () => {
    expect(dossier.notes.map(({ title }) => title)).toEqual(['Open question']);
    expect(dossier.notesLeftOut).toBe(2);
  });

  it('tells the custody of what it shows, without viewings and without what is withheld', () => {
    expect(dossier.custody.map(({ label, action }) => [label, action])).toEqual([
      ['E1', 'imported'],
      ['E3', 'imported'],
    ]);
    expect(dossier.custody[1]?.reason).toBe('Found beside [withheld W1]');
  });

  it('says neither what files say of themselves nor whole texts', () => {
    expect(dossier.exhibits.flatMap(({ found }) => found)).toEqual([]);
    expect(dossier.exhibits.every((exhibit) => exhibit.text === null)).toBe(true);
  });

  it('finds a name in other spellings: capitals, broken over lines, as an address would write it', () => {
    const [first] = Object.values(sampleRecord.claims);
    if (!first || !secretItem) throw new Error('fixture');
    const named = { ...secretItem, name: 'Plan of the cellar.pdf' };
    const words = 'See PLAN OF\nTHE cellar.pdf, or plan%20of%20the%20cellar.pdf.';
    const record = { ...sampleRecord, evidence: { ...sampleRecord.evidence, [named.id]: named }, claims: { [first.id]: { ...first, text: words } } };
    expect(sampleDossier('public', record).claims[0]?.text).toBe('See [withheld W1], or [withheld W1].');
  });

  it('keeps words that a shown exhibit says too', () => {
    const claim = sampleRecord.claims[id('sank')];
    if (!claim) throw new Error('fixture');
    const anchors = [...claim.anchors, { ...claim.anchors[0], evidenceId: id(secretName) } as (typeof claim.anchors)[number]];
    const record = { ...sampleRecord, claims: { ...sampleRecord.claims, [claim.id]: { ...claim, anchors, text: 'It sank during the night.' } } };
    expect(sampleDossier('public', record).claims[0]?.text).toBe('It sank during the night.');
  });
});

describe('the editions for the team, the court and disclosure', () => {
  it.each(['team', 'disclosure'] as const)('%s: everything is in, with the marks it bears', (profile) => {
    const dossier = sampleDossier(profile);
    expect(dossier.exhibits.map(({ name, atRisk }) => [name, atRisk])).toContainEqual([secretName, ['captive']]);
    expect(dossier.notes).toHaveLength(3);
    expect(dossier.withheld).toEqual([]);
    expect(JSON.stringify(dossier)).toContain(secretQuote);
  });

  it('court: exhibits are in, with the marks they bear, and notes stay with the team', () => {
    const dossier = sampleDossier('court');
    expect(dossier.exhibits.map(({ name, atRisk }) => [name, atRisk])).toContainEqual([secretName, ['captive']]);
    expect([dossier.notes, dossier.notesLeftOut]).toEqual([[], 3]);
  });

  it('only the court gets the salts that let the custody chain be computed again', () => {
    expect([...sampleDossier('court').custody, ...sampleDossier('disclosure').custody].every(({ salt }) => salt !== null)).toBe(true);
    expect(sampleDossier('team').custody.every(({ salt }) => salt === null)).toBe(true);
  });
});

describe('every edition', () => {
  it.each(['public', 'team', 'court'] as const)('%s: does not tell that dossiers were exported, so that exports repeat', (profile) => {
    expect(sampleDossier(profile).custody.map(({ action }) => action)).not.toContain('exported');
  });

  it('bears the newest moment it tells of as its date', () => {
    expect(sampleDossier('disclosure').asOf).toBe('2025-01-12T09:42:00.000Z');
    expect(sampleDossier('public').asOf).toBe('2025-01-12T09:40:00.000Z');
  });
});
