import { createCase } from '#main/casestore/case-store.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import type { Op } from '#shared/domain/case/change.ts';
import { type Link, linkTypes } from '#shared/domain/link/link.ts';
import type { Note } from '#shared/domain/note/note.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { done } from '#shared/kernel/reply.ts';
import { seededRandom } from '#tests/harness/crash-session.ts';
import { good } from './long-case.ts';
import { benchFacts, benchMeta, benchPassphrase, claim, idOf } from './sample-case.ts';

/** How objects hang together: each as likely as the other, or a few named by very many, as a spokesman is by the claims he relayed. */
export const shapes = ['even', 'with hubs'] as const;
export type Shape = (typeof shapes)[number];
/** `pairs` are the ends of every edge that the case has, as numbers of {@link idOf}: what is stated by an object as well as the links drawn. */
export type GraphMaterial = { readonly ops: readonly Op[]; readonly pairs: readonly (readonly [from: number, to: number])[] };

const at = '2025-01-12T09:00:00.000Z' as Instant;
const linksFrom = 1_000_000;
/** Edges for each object. */
const edgesEach = 4;

/** `size` objects of a board, half of them claims, a quarter actors, a quarter notes, and four edges for each, out of one seed. */
export function graphMaterial(size: number, shape: Shape): GraphMaterial {
  const random = seededRandom(13);
  const [actors, claims] = [Math.floor(size / 4), Math.floor(size / 2)];
  const any = (): number => Math.floor(random() * size);
  const actor = (): number => Math.floor((shape === 'even' ? random() : random() ** 2) * actors);
  const ops: Op[] = [];
  const pairs: [number, number][] = [];
  for (let number = 0; number < size; number += 1) {
    const id = idOf(number);
    if (number < actors) ops.push({ put: 'entities', id, value: { id, kind: 'actor', names: [`Person ${number}`], roleOnly: null, addedAt: at } });
    else if (number < actors + claims) {
      const [asserter, via] = [actor(), actor()];
      ops.push({ put: 'claims', id, value: { ...claim(number, 0), asserterId: idOf(asserter), viaIds: [idOf(via)] } });
      pairs.push([asserter, number], [via, number]);
    } else {
      const about = any();
      const note: Note = { id, title: `note ${number}`, text: '', aboutIds: [idOf(about)], anchors: [], madeAt: at, changedAt: at, by: 'bench', earlier: [] };
      ops.push({ put: 'notes', id, value: note });
      pairs.push([number, about]);
    }
  }
  for (let number = 0; pairs.length < size * edgesEach; number += 1) {
    const [from, to] = [any(), any()];
    const id = idOf(linksFrom + number);
    const link: Link = {
      id,
      fromId: idOf(from),
      type: linkTypes[number % linkTypes.length] ?? 'mentions',
      toId: idOf(to),
      rationale: null,
      anchor: null,
      grade: null,
      at,
      by: 'bench',
    };
    ops.push({ put: 'links', id, value: link });
    pairs.push([from, to]);
  }
  return { ops, pairs };
}

/** Writes it into a case at `path`. */
export async function writeGraphCase(path: string, { ops }: GraphMaterial): Promise<void> {
  const made = good(await createCase(path, { meta: benchMeta, passphrase: benchPassphrase, facts: benchFacts, kdf: leastKdfCost })).case;
  for (let from = 0; from < ops.length; from += 2_000)
    good(await made.commit(() => done({ label: 'assert-claim', ops: ops.slice(from, from + 2_000), custody: [] }), { undoable: false }));
  good(await made.close());
}

/** The objects beside each, by the pairs alone. */
export function besideEach({ pairs }: GraphMaterial, size: number): readonly (readonly number[])[] {
  const found = Array.from({ length: size }, (): number[] => []);
  for (const [from, to] of pairs) {
    found[from]?.push(to);
    found[to]?.push(from);
  }
  return found;
}

/** Steps from one object to every other; -1 to those that it does not reach. What a path is held against. */
export function distancesFrom(beside: readonly (readonly number[])[], start: number): Int32Array {
  const steps = new Int32Array(beside.length).fill(-1);
  steps[start] = 0;
  const reached = [start];
  // Grows while it is gone through: ring after ring.
  for (const one of reached) {
    for (const other of beside[one] ?? []) {
      if (steps[other] !== -1) continue;
      steps[other] = (steps[one] ?? 0) + 1;
      reached.push(other);
    }
  }
  return steps;
}
