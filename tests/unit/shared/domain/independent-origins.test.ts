import { beforeEach, describe, expect, it } from 'vitest';
import { type CaseRecord, newCaseRecord } from '#shared/domain/case/case-record.ts';
import type { Change } from '#shared/domain/case/change.ts';
import { assertClaim } from '#shared/domain/claim/assert-claim.ts';
import { contradictedBy } from '#shared/domain/claim/claim-conflicts.ts';
import { independentOrigins } from '#shared/domain/claim/independent-origins.ts';
import { adviseOnRating } from '#shared/domain/claim/rating-advice.ts';
import { drawLink } from '#shared/domain/link/draw-link.ts';
import type { LinkType } from '#shared/domain/link/link.ts';
import { linksByObject } from '#shared/domain/link/links-by-object.ts';
import { addSource } from '#shared/domain/source/add-source.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import type { Sha256Hex } from '#shared/kernel/units.ts';
import { countingFacts, good, sampleEvidence, sampleMeta } from '#tests/harness/stored-case.ts';

let record: CaseRecord;
let facts = countingFacts();
const now = () => ({ at: facts.now(), newId: facts.newId });

function apply(reply: Reply<Change>): ObjectId {
  const change = good(reply);
  for (const op of change.ops) {
    if ('put' in op) record = { ...record, [op.put]: { ...record[op.put], [op.id]: op.value } };
  }
  return change.ops.at(-1)?.id as ObjectId;
}

const source = (title: string, publisher: string, originId?: ObjectId) => apply(addSource(record, { kind: 'article', title, publisher, originId }, now()));

function evidence(sourceId: ObjectId): ObjectId {
  const id = facts.newId();
  const stored = { blob: 'a'.repeat(52) as never, bytes: 1, sha256: '0'.repeat(64) as Sha256Hex };
  record = { ...record, evidence: { ...record.evidence, [id]: { ...sampleEvidence(1, stored), id, sourceId } } };
  return id;
}

const claim = (asserter: string, in_: readonly ObjectId[], via: readonly string[] = []) =>
  apply(
    assertClaim(
      record,
      {
        text: 'Two soldiers were captured.',
        asserter: { name: asserter },
        via: via.map((name) => ({ name })),
        anchors: in_.map((evidenceId) => ({ sort: 'whole', evidenceId })),
      },
      now(),
    ),
  );
const link = (fromId: ObjectId, type: LinkType, toId: ObjectId) => apply(drawLink(record, linksByObject(record), { fromId, type, toId }, now()));
const originsOf = (id: ObjectId) => {
  const found = record.claims[id];
  if (!found) throw new Error('no such claim');
  return independentOrigins(record, found, linksByObject(record));
};

describe('counting independent origins', () => {
  beforeEach(() => {
    record = newCaseRecord(sampleMeta);
    facts = countingFacts();
  });

  it('is none for a claim that rests on no evidence', () => {
    expect(originsOf(claim('The president', []))).toBe(0);
  });

  it('is one for one speaker, however many outlets relay him', () => {
    const [first, second] = [evidence(source('A', 'Le Monde')), evidence(source('B', 'Herald'))];
    const told = claim('The president', [first, second], ['AFP', 'Le Monde']);
    const again = claim('the  PRESIDENT', [second], ['Reuters']);
    link(again, 'corroborates', told);
    expect(originsOf(told)).toBe(1);
  });

  it('is two for two speakers in two sources, read from either end of the corroboration', () => {
    const told = claim('The president', [evidence(source('A', 'Le Monde'))]);
    const other = claim('A doctor', [evidence(source('B', 'Herald'))]);
    link(told, 'corroborates', other);
    expect(originsOf(told)).toBe(2);
    expect(originsOf(other)).toBe(2);
  });

  it('does not count who merely relays the asserter', () => {
    const told = claim('The president', [evidence(source('A', 'Le Monde'))], ['AFP']);
    const relay = claim('AFP', [evidence(source('B', 'AFP'))]);
    link(relay, 'supports', told);
    expect(originsOf(told)).toBe(1);
  });

  it('does not count the confirmation of a service that took part, once it is linked as of the same origin', () => {
    const told = claim('SBU', [evidence(source('A', 'Le Monde'))]);
    const confirmed = claim('National Intelligence Service', [evidence(source('B', 'Yonhap'))]);
    link(confirmed, 'corroborates', told);
    expect(originsOf(told)).toBe(2);
    link(confirmed, 'same-origin-as', told);
    expect(originsOf(told)).toBe(1);
  });

  it('counts evidence that supports it by the source it stems from', () => {
    const wire = source('Dispatch', 'AFP');
    const told = claim('The president', [evidence(source('A', 'President’s channel'))]);
    link(evidence(source('Copy 1', 'Le Monde', wire)), 'supports', told);
    expect(originsOf(told)).toBe(2);
    link(evidence(source('Copy 2', 'Herald', wire)), 'supports', told);
    expect(originsOf(told)).toBe(2);
    link(evidence(source('Photo', 'Satellite firm')), 'supports', told);
    expect(originsOf(told)).toBe(3);
  });

  it('holds an outlet’s own word and its dispatch for one origin', () => {
    const wire = source('Dispatch', 'AFP');
    const seen = claim('AFP', [evidence(wire)]);
    const repeated = claim('Le Monde', [evidence(source('Article', 'Le Monde', wire))]);
    link(repeated, 'corroborates', seen);
    expect(originsOf(seen)).toBe(1);
  });

  it('survives sources that relay each other in a circle', () => {
    const first = source('A', 'One');
    const second = source('B', 'Two', first);
    record = { ...record, sources: { ...record.sources, [first]: { ...record.sources[first], originId: second } as never } };
    const told = claim('The president', [evidence(first)]);
    expect(originsOf(told)).toBe(1);
  });

  it('advises when a rating says more than the origins carry, and not for F or 6', () => {
    expect(adviseOnRating({ finding: 'corroborated', credibility: '1' }, 1)).toEqual(['corroborated-by-one-origin', 'credibility-1-by-one-origin']);
    expect(adviseOnRating({ finding: 'corroborated', credibility: '1' }, 2)).toEqual([]);
    expect(adviseOnRating({ finding: 'unverifiable', credibility: '6' }, 0)).toEqual([]);
  });

  it('knows a contradiction from both ends, a refutation from the refuted', () => {
    const [left, right] = [claim('A', []), claim('B', [])];
    link(left, 'contradicts', right);
    const third = claim('C', []);
    link(third, 'refutes', left);
    const links = linksByObject(record);
    expect(contradictedBy(right, links)).toEqual([left]);
    expect(contradictedBy(left, links)).toEqual([third, right]);
    expect(contradictedBy(third, links)).toEqual([]);
  });
});
