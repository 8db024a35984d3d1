import type { Facts } from '#main/usecases/ports/facts.ts';
import type { CaseMeta } from '#shared/domain/case/case-record.ts';
import type { Change, Op } from '#shared/domain/case/change.ts';
import type { Claim } from '#shared/domain/claim/claim.ts';
import type { Entity } from '#shared/domain/entity/entity.ts';
import { type EvidenceItem, onlyBytesKnown } from '#shared/domain/evidence/evidence-item.ts';
import type { BlobId, ObjectId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { done, type Reply } from '#shared/kernel/reply.ts';
import type { Sha256Hex } from '#shared/kernel/units.ts';

/** A case of any size out of one seed: claims, as the most numerous and the largest objects of real work. */
const at = '2025-01-12T09:00:00.000Z' as Instant;
const words =
  'army card soldier Kursk captured photo ministry brigade солдат военный билет обмен Тыва 군인 포로 파병 confirmed denied reported interpreter region'.split(
    ' ',
  );

export const benchFacts: Facts = { now: () => at, newId: () => idOf(0), tool: 'bench' };
export const benchMeta: CaseMeta = { title: 'bench', purpose: '', handling: '', analysts: ['bench'], openedAt: at };
export const benchPassphrase = new TextEncoder().encode('bench passphrase');

export function idOf(number: number): ObjectId {
  return `0194a000-0000-7000-8000-${number.toString(16).padStart(12, '0')}` as ObjectId;
}

export function claim(number: number, revision: number): Claim {
  let state = number * 2_654_435_761 + revision;
  const word = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return words[state % words.length] ?? '';
  };
  return {
    id: idOf(number),
    text: Array.from({ length: 30 }, word).join(' '),
    asserterId: idOf(number + 1),
    act: 'claimed',
    viaIds: [idOf(number + 2)],
    saidAt: null,
    eventAt: null,
    anchors: [],
    workState: 'to-do',
    finding: 'unassessed',
    verdict: null,
    credibility: null,
    madeAt: at,
    changedAt: at,
    by: 'bench',
  };
}

const entitiesFrom = 2_000_000_000;
const evidenceFrom = 3_000_000_000;

export function entity(number: number): Entity {
  return { id: idOf(entitiesFrom + number), kind: 'actor', names: [`Person ${number}`, `Лицо ${number}`], roleOnly: null, addedAt: at };
}

export function evidence(number: number): EvidenceItem {
  const sha256 = number.toString(16).padStart(64, '0') as Sha256Hex;
  return {
    id: idOf(evidenceFrom + number),
    kind: 'document',
    role: 'evidentiary',
    name: `item ${number}.txt`,
    mime: 'text/plain',
    bytes: 1_000,
    sha256,
    blob: 'a'.repeat(52) as BlobId,
    sourceId: idOf(0),
    takenInAt: at,
    takenInBy: 'bench',
    tool: 'bench',
    ...onlyBytesKnown,
  };
}

/** Writes claims `from` to `to`, the latter not included. */
export function putsClaims(from: number, to: number, revision: number): () => Reply<Change> {
  const ops = Array.from({ length: to - from }, (_, index): Op => ({ put: 'claims', id: idOf(from + index), value: claim(from + index, revision) }));
  return () => done({ label: 'assert-claim', ops, custody: [] });
}

/** A claim with a text as long as real ones are: about 3 KB as it is stored. */
export function longClaim(number: number, revision: number): Claim {
  const text = Array.from({ length: 11 }, (_, part) => claim(number + part * 7_919, revision).text).join(' ');
  return { ...claim(number, revision), text };
}

/** Writes one long claim. */
export function putsLongClaim(claim: Claim): () => Reply<Change> {
  return () => done({ label: 'assert-claim', ops: [{ put: 'claims', id: claim.id, value: claim }], custody: [] });
}

export function putsLongClaims(from: number, to: number): () => Reply<Change> {
  const ops = Array.from({ length: to - from }, (_, index): Op => ({ put: 'claims', id: idOf(from + index), value: longClaim(from + index, 0) }));
  return () => done({ label: 'assert-claim', ops, custody: [] });
}

/** Every claim of a case of `size`. */
export function* longClaims(size: number): Iterable<Claim> {
  for (let number = 0; number < size; number += 1) yield longClaim(number, 0);
}
