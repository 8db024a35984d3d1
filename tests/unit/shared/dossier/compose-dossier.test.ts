import { describe, expect, it } from 'vitest';
import { composeDossier } from '#shared/dossier/compose-dossier.ts';
import { id, samplePlan, sampleRecord, secretName } from '#tests/fixtures/dossier/sample-case.ts';

const { content } = composeDossier(sampleRecord, samplePlan, 'team');

describe('composing a dossier', () => {
  it('numbers exhibits in the order they were taken in and claims in the order they were made', () => {
    expect(content.exhibits.map(({ label, name }) => `${label} ${name}`)).toEqual(['E1 article.html', `E2 ${secretName}`, 'E3 card.png']);
    expect(content.claims.map(({ label }) => label)).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C6']);
  });

  it('tells who said a claim and through whom it came', () => {
    expect(content.claims[0]).toMatchObject({ asserter: 'Ministry of Transport', via: ['Northern Agency', 'The Harbour Post'], eventAt: '2025-01-10~' });
  });

  it('sets conflicting claims side by side', () => {
    expect(content.conflicts).toEqual([{ link: 'L1', type: 'contradicts', left: 'C2', right: 'C3', rationale: 'They may not count the same people.' }]);
  });

  it('turns the references of a note into numbers', () => {
    expect(content.notes[0]?.runs).toEqual([{ text: 'Does ' }, { cite: 'C5' }, { text: ' name the holder? See ' }, { cite: 'C1' }, { text: '.' }]);
  });

  it('names who cites an exhibit and what its collection lacks', () => {
    expect(content.exhibits[0]?.citedBy).toEqual(['S1', 'C1', 'C2', 'C3']);
    expect(content.exhibits[1]?.lacks).toEqual(['html-source']);
  });

  it('of a few claims brings along what they rest on, and nothing else', () => {
    const few = composeDossier(sampleRecord, { ...samplePlan, statements: [], claimIds: [id('card')] }, 'team').content;
    expect(few.claims.map(({ id: claim }) => claim)).toEqual([id('card')]);
    expect(few.exhibits.map(({ name }) => name)).toEqual(['card.png']);
    expect(few.notes.map(({ title }) => title)).toEqual(['Open question']);
    expect(few.actors.map(({ name }) => name)).toEqual(['The Harbour Post']);
    expect(few.notes[0]?.runs).toContainEqual({ text: '[not in this dossier]' });
  });

  it('does not depend on the order in which the record holds things', () => {
    const turned = (part: object) => Object.fromEntries(Object.entries(part).reverse());
    const record = { ...sampleRecord, claims: turned(sampleRecord.claims), evidence: turned(sampleRecord.evidence), links: turned(sampleRecord.links) };
    const again = composeDossier(record as typeof sampleRecord, samplePlan, 'team').content;
    expect(JSON.stringify(again.claims)).toBe(JSON.stringify(content.claims));
    expect(JSON.stringify(again.exhibits)).toBe(JSON.stringify(content.exhibits));
  });
});
