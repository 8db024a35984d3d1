import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import { composeDossier } from '#shared/dossier/compose-dossier.ts';
import { passGate } from '#shared/dossier/gate.ts';
import { findUncited } from '#shared/dossier/uncited.ts';
import { id, samplePlan, sampleRecord } from '#tests/fixtures/dossier/sample-case.ts';

const without = (...names: readonly string[]): CaseRecord => ({
  ...sampleRecord,
  links: Object.fromEntries(Object.entries(sampleRecord.links).filter(([key]) => !names.some((name) => id(name) === key))),
});
const composed = (record: CaseRecord, plan = samplePlan) => composeDossier(record, plan, 'public');

describe('a dossier whose every sentence rests on evidence', () => {
  it('is let through, also when a claim is carried only by another claim', () => {
    expect(findUncited(composed(sampleRecord))).toEqual([]);
  });

  it('is let through when its only exhibit will be withheld: the citation then says so', () => {
    expect(passGate(composed(sampleRecord)).ok).toBe(true);
  });
});

describe('a dossier is refused', () => {
  it('when a claim rests on nothing, by its label and never by its words', () => {
    const answer = passGate(composed(without('support')));
    expect(answer).toEqual({ ok: false, problem: { kind: 'uncited', labels: ['C6'] } });
  });

  it('when two claims carry only each other', () => {
    const carried = sampleRecord.claims[id('carried')];
    if (!carried) throw new Error('fixture');
    const twin = { ...carried, id: id('twin') };
    const link = Object.values(sampleRecord.links)[1];
    if (!link) throw new Error('fixture');
    const record: CaseRecord = {
      ...without('support'),
      claims: { ...sampleRecord.claims, [twin.id]: twin },
      links: {
        a: { ...link, id: id('a'), fromId: carried.id, type: 'supports', toId: twin.id },
        b: { ...link, id: id('b'), fromId: twin.id, type: 'supports', toId: carried.id },
      },
    };
    expect(findUncited(composed(record)).map(({ label }) => label)).toEqual(['C6', 'C7']);
  });

  it('when the only thing that touches a claim is a claim that contradicts it', () => {
    const link = sampleRecord.links[id('support')];
    if (!link) throw new Error('fixture');
    const record: CaseRecord = { ...sampleRecord, links: { a: { ...link, type: 'contradicts' } } };
    expect(findUncited(composed(record)).map(({ label }) => label)).toEqual(['C6']);
  });

  it('when a statement of the summary cites nothing', () => {
    const plan = { ...samplePlan, statements: [{ id: id('bare'), text: 'Trust us.', citeIds: [] }] };
    expect(findUncited(composed(sampleRecord, plan)).map(({ label }) => label)).toEqual(['S1']);
  });

  it('when a statement cites something that this dossier does not hold', () => {
    const plan = { ...samplePlan, claimIds: [id('sank')], statements: [{ id: id('far'), text: 'A card exists.', citeIds: [id('sank'), id('card')] }] };
    expect(findUncited(composed(sampleRecord, plan)).map(({ label }) => label)).toEqual(['S1']);
  });
});
