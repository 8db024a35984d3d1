import { join } from 'node:path';
import { type CaseHost, hostCase } from '#main/caseprocess/case-host.ts';
import { createCase } from '#main/casestore/case-store.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import type { Op } from '#shared/domain/case/change.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { millisecondsOf, ratios, type Spread, show, spread } from './paired.ts';
import { benchFacts, benchMeta, benchPassphrase, entity, evidence, idOf, putsClaims } from './sample-case.ts';

const allowedGrowth = 1.3;
const warmUp = 20;
const names = ['claims/assert, a known name', 'claims/assert, a new name', 'notes/write', 'evidence/take-in, the same bytes', 'links/draw'] as const;
type Edit = (typeof names)[number];

/**
 * What one edit costs through the dispatcher, with schemas, lookups and events, in cases of several sizes that are open side
 * by side: each round does the same edit in every case, so that a busy machine slows all of them.
 */
export async function editsBySize(folder: string, sizes: readonly number[], rounds: number): Promise<boolean> {
  const hosts: CaseHost[] = [];
  for (const size of sizes) hosts.push(await filledCase(join(folder, `edits-${size}.case`), size));
  let flat = true;
  for (const name of names) {
    const times: number[][] = sizes.map(() => []);
    for (let round = 0; round < rounds + warmUp; round += 1) {
      for (const [index, host] of hosts.entries()) {
        const spent = await millisecondsOf(() => edit(name, host, sizes[index] ?? 0, round));
        if (round >= warmUp) times[index]?.push(spent);
      }
    }
    const growth = times.map((each) => ratios(each, times[0] ?? []));
    console.log(
      `${name}: ${sizes.map((size, index) => `${size} objects ${show(spread(times[index] ?? []))} ms, × ${growth[index]?.median.toFixed(2)}`).join('; ')}`,
    );
    flat &&= (growth.at(-1) as Spread).median <= allowedGrowth;
  }
  for (const host of hosts) await host.close();
  if (!flat) console.error(`bench: an edit through the dispatcher grows with the case by more than ${allowedGrowth}`);
  return flat;
}

async function filledCase(path: string, size: number): Promise<CaseHost> {
  let next = 1_000_000_000;
  const newId = () => {
    next += 1;
    return idOf(next);
  };
  const facts = { ...benchFacts, newId };
  const made = good(await createCase(path, { meta: benchMeta, passphrase: benchPassphrase, facts, kdf: leastKdfCost })).case;
  const [claims, rest] = [Math.floor(size / 2), Math.floor(size / 4)];
  for (let from = 0; from < claims; from += 5_000) good(await made.commit(putsClaims(from, Math.min(from + 5_000, claims), 0), { undoable: false }));
  for (let from = 0; from < rest; from += 5_000) {
    const ops = Array.from({ length: Math.min(5_000, rest - from) }, (_, index): readonly Op[] => {
      const [person, item] = [entity(from + index), evidence(from + index)];
      return [
        { put: 'entities', id: person.id, value: person },
        { put: 'evidence', id: item.id, value: item },
      ];
    }).flat();
    good(await made.commit(() => done({ label: 'add-entity', ops, custody: [] }), { undoable: false }));
  }
  const quarantine = { examine: async () => refused({ kind: 'quarantine-failed', reason: 'no-engine' }) };
  return hostCase(made, { facts, quarantine, reportBug: ({ frames }) => console.error(frames.join('\n')) });
}

async function edit(name: Edit, host: CaseHost, size: number, round: number): Promise<void> {
  switch (name) {
    case 'claims/assert, a known name':
      good(await host.command('claims/assert', { text: `claim ${round}`, asserter: { name: `Person ${(round * 31) % Math.floor(size / 4)}` } }));
      return;
    case 'claims/assert, a new name':
      good(await host.command('claims/assert', { text: `claim ${round}`, asserter: { name: `Stranger ${round}` } }));
      return;
    case 'notes/write':
      good(await host.command('notes/write', { text: `note ${round} about [[${idOf(1)}]]`, aboutIds: [idOf(0)] }));
      return;
    case 'evidence/take-in, the same bytes':
      good(await host.command('evidence/take-in', { jobId: 'bench', files: [{ from: 'text', name: 'same.txt', text: 'the same words' }] }));
      return;
    case 'links/draw':
      good(await host.command('links/draw', { fromId: idOf(round % 10), type: 'mentions', toId: idOf(10 + Math.floor(round / 10)) }));
  }
}

function good<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`bench: refused ${reply.problem.kind}`);
  return reply.value;
}
