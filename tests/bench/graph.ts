import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseHost, openCaseHost } from '#main/caseprocess/case-host.ts';
import type { Queries } from '#shared/contract/contract.ts';
import type { Answer } from '#shared/contract/message.ts';
import { refused } from '#shared/kernel/reply.ts';
import { seededRandom } from '#tests/harness/crash-session.ts';
import { exponent, judge } from './goals.ts';
import { besideEach, distancesFrom, type GraphMaterial, graphMaterial, type Shape, shapes, writeGraphCase } from './graph-material.ts';
import { type Indices, type SqlGraph, sqlGraph } from './graph-peer.ts';
import { good } from './long-case.ts';
import { loadLine } from './machine.ts';
import { milliseconds, millisecondsOf, ratios, show, spread } from './paired.ts';
import { benchFacts, benchPassphrase, idOf } from './sample-case.ts';

/** Asked in a round, about other objects in each: pages of the peer that one question opened are in memory for the next. */
const questions = 200;
/** Rounds before, not counted: until our code is compiled, and the peer's memory for pages is full. */
const warming = 15;
/** The same of paths, and how many of them begin at one object. */
const [warmingPaths, fromEach] = [4, 20];
type Path = Answer<Queries['boards/paths']>['paths'][number];
type Asked = { readonly shape: Shape; readonly size: number; readonly rounds: number };
type Peer = { readonly name: string; readonly judged: boolean; readonly sql: SqlGraph };

/** G13: what hangs together, asked of an open case as the board asks, against a recursive query in SQLCipher over the same edges. */
export async function benchGraph(folder: string, sizes: readonly number[], rounds: number): Promise<void> {
  console.log(`\ngraph: four edges to an object; p95 of ${questions} questions, ${rounds} rounds, contenders in turn; ${loadLine()}`);
  for (const shape of shapes) {
    const paths: number[] = [];
    for (const size of sizes) {
      const material = graphMaterial(size, shape);
      const path = join(folder, `graph-${size}.case`);
      await writeGraphCase(path, material);
      const peers = peersOver(folder, material);
      const host = good(await openCaseHost(path, { passphrase: benchPassphrase }, surroundings, 'read'));
      // The first question builds the graph; in the desk it is built before anybody asks.
      const built = await processorMs(() => around(host, idOf(0), 1));
      console.log(`  ${size} ${shape}: ${material.pairs.length} edges, built in ${built.toFixed(0)} ms of processor time`);
      for (const hops of [1, 2]) await steps(host, peers, hops, { shape, size, rounds });
      paths.push(await ways(host, material, { shape, size, rounds }));
      good(await host.close());
      for (const { sql } of peers) sql.close();
      for (const made of readdirSync(folder)) if (made.startsWith('graph-')) rmSync(join(folder, made), { recursive: true, force: true });
    }
    console.log(`   graph: a path, ${shape}, ${exponent(sizes, paths)}`);
  }
}

const surroundings = {
  facts: benchFacts,
  quarantine: { examine: async () => refused({ kind: 'quarantine-failed' as const, reason: 'no-engine' as const }) },
  reportBug: ({ frames }: { readonly frames: readonly string[] }) => console.error(frames.join('\n')),
};

function peersOver(folder: string, material: GraphMaterial): readonly Peer[] {
  const peer = (name: string, indices: Indices): readonly Peer[] => {
    const sql = sqlGraph(join(folder, `graph-${indices}.db`), material, indices);
    return sql ? [{ name, judged: indices === 'plain', sql }] : [];
  };
  return [...peer('SQLCipher', 'plain'), ...peer('SQLCipher with indices for this question', 'covering')];
}

async function around(host: CaseHost, id: string, hops: number): Promise<readonly string[]> {
  return good(await host.query('boards/around', { ids: [id], hops })).ids;
}

/** Neighbours, or what is two steps away; all must find the same. */
async function steps(host: CaseHost, peers: readonly Peer[], hops: number, { shape, size, rounds }: Asked): Promise<void> {
  const random = seededRandom(size + hops);
  const found: number[] = [];
  const ours: number[] = [];
  const theirs = peers.map((): number[] => []);
  for (let round = 0; round < warming + rounds; round += 1) {
    const asked = Array.from({ length: questions }, () => idOf(Math.floor(random() * size)));
    const [mine, answers]: [number[], (readonly string[])[]] = [[], []];
    for (const id of asked) mine.push(await millisecondsOf(async () => answers.push(await around(host, id, hops))));
    found.push(...answers.map(({ length }) => length));
    if (round >= warming) ours.push(p95(mine));
    for (const [at, { name, sql }] of peers.entries()) {
      const [other, told]: [number[], (readonly string[])[]] = [[], []];
      for (const id of asked) other.push(milliseconds(() => told.push(sql.around(id, hops))));
      if (round >= warming) theirs[at]?.push(p95(other));
      for (const [question, ids] of told.entries()) same(ids, answers[question] ?? [], name);
    }
  }
  const what = `${shape}, ${hops === 1 ? 'neighbours' : 'two steps'}`;
  console.log(`  ${size} ${what}: ${show(spread(found))} objects; ${show(spread(ours))} ms`);
  for (const [at, { name, judged }] of peers.entries()) {
    const ratio = ratios(ours, theirs[at] ?? []);
    console.log(`    ${name}: ${show(spread(theirs[at] ?? []))} ms, ratio ${show(ratio)}`);
    if (judged && hops === 2 && size === 100_000) judge({ id: 'G13', what: `${what}, p95 at ${size} / recursive query in ${name}`, atMost: 0.01 }, ratio);
  }
}

/** What is quicker because it finds less is no better. */
function same(theirs: readonly string[], ours: readonly string[], name: string): void {
  const known = new Set(ours);
  if (known.size !== theirs.length || theirs.some((each) => !known.has(each))) throw new Error(`bench: ${known.size} around one, ${name} ${theirs.length}`);
}

async function processorMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e3;
}

/** The paths between two objects, each of them held against the distance that the edges alone give. Answers the median. */
async function ways(host: CaseHost, material: GraphMaterial, { shape, size, rounds }: Asked): Promise<number> {
  const random = seededRandom(size);
  const beside = besideEach(material, size);
  const any = (): number => Math.floor(random() * size);
  const lengths: number[] = [];
  const told: number[] = [];
  const times: number[] = [];
  for (let round = 0; round < warmingPaths + rounds; round += 1) {
    const starts = Array.from({ length: questions / fromEach }, any);
    const asked = starts.flatMap((start) => Array.from({ length: fromEach }, () => ({ start, end: any() }))).filter(({ start, end }) => start !== end);
    const [each, answers]: [number[], (readonly Path[])[]] = [[], []];
    for (const { start, end } of asked) each.push(await millisecondsOf(async () => answers.push(await pathsBetween(host, start, end))));
    if (round >= warmingPaths) times.push(p95(each));
    const distances = new Map(starts.map((start) => [start, distancesFrom(beside, start)]));
    for (const [at, { start, end }] of asked.entries()) {
      const length = distances.get(start)?.[end] ?? -1;
      shortest(answers[at] ?? [], start, end, length, beside);
      lengths.push(length);
      told.push(answers[at]?.length ?? 0);
    }
  }
  const measured = spread(times);
  console.log(`  ${size} ${shape}, paths between two: ${show(spread(told))} of ${show(spread(lengths))} steps; ${show(measured)} ms`);
  if (size === 100_000) judge({ id: 'G13', what: `ms for the paths between two, ${shape}, p95 at ${size}`, atMost: 20 }, measured);
  return measured.median;
}

async function pathsBetween(host: CaseHost, start: number, end: number): Promise<readonly Path[]> {
  return good(await host.query('boards/paths', { fromId: idOf(start), toId: idOf(end) })).paths;
}

/** Each goes from one to the other over edges that are there, and none is longer than it must be; where nothing joins them there is none. */
function shortest(paths: readonly Path[], start: number, end: number, length: number, beside: readonly (readonly number[])[]): void {
  if (length < 0 !== (paths.length === 0)) throw new Error(`bench: ${paths.length} paths between two that are ${length} apart`);
  for (const { ids, edges } of paths) {
    const nodes = ids.map(numberOf);
    const joined = nodes.slice(1).every((node, at) => beside[nodes[at] ?? -1]?.includes(node));
    if (!joined || nodes[0] !== start || nodes.at(-1) !== end || edges.length !== length || ids.length !== length + 1)
      throw new Error(`bench: no shortest path, of ${edges.length} where ${length} are needed`);
  }
}

/** What {@link idOf} made an id of. */
function numberOf(id: string): number {
  return Number.parseInt(id.slice(-12), 16);
}

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}
