import type { Facts } from '#main/usecases/ports.ts';
import type { CaseMeta } from '#shared/domain/case/case-record.ts';
import type { Change, Op } from '#shared/domain/case/change.ts';
import type { Claim } from '#shared/domain/claim/claim.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { done, type Reply } from '#shared/kernel/reply.ts';

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

/** Writes claims `from` to `to`, the latter not included. */
export function putsClaims(from: number, to: number, revision: number): () => Reply<Change> {
  const ops = Array.from({ length: to - from }, (_, index): Op => ({ put: 'claims', id: idOf(from + index), value: claim(from + index, revision) }));
  return () => done({ label: 'assert-claim', ops, custody: [] });
}
