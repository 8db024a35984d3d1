import { closeSync, fdatasyncSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openCase } from '#main/casestore/case-store.ts';
import type { OpenCase } from '#main/casestore/open-case.ts';
import type { Op } from '#shared/domain/case/change.ts';
import { done } from '#shared/kernel/reply.ts';
import { exponent, judge } from './goals.ts';
import { checkSql, good, type LongCase } from './long-case.ts';
import { loadLine, writtenBytes } from './machine.ts';
import { milliseconds, millisecondsOf, ratios, type Spread, show, spread } from './paired.ts';
import { sqlCase } from './peers.ts';
import { benchFacts, benchPassphrase, entity, idOf, longClaim, putsLongClaim } from './sample-case.ts';

/** An edit in a process that has been at work for a while; before this many rounds the engine still compiles what it runs. */
const warmUp = 200;
const rawBytes = 4_096;
/** A frame of a 3 KB item, as the bytes written per edit tell. */
const frameBytes = 3_664;

type Contender = { readonly name: string; readonly run: (round: number) => Promise<number>; readonly times: number[] };

/**
 * G1 to G3. Cases of every size, the database and the raw file are open side by side, and each round does one edit in every one of them,
 * in an order that moves on by one each round.
 */
export async function benchEdits(folder: string, cases: readonly LongCase[], pairs: number): Promise<void> {
  console.log(`\nedits: whole items of 3 KB, ${pairs} pairs after ${warmUp} for warming up; ${loadLine()}`);
  const open: OpenCase[] = [];
  for (const { path } of cases) open.push(good(await openCase(path, { passphrase: benchPassphrase }, benchFacts)));
  const written = cases.map((): number[] => []);
  const processor = cases.map((): number[] => []);
  const raw = openSync(join(folder, 'raw.log'), 'w');
  const block = Buffer.alloc(rawBytes, 7);
  const room = fileWithRoom(folder, (pairs + warmUp) * frameBytes);
  const contenders: Contender[] = [
    {
      name: 'raw append of 4 KiB + fdatasync',
      run: async () =>
        milliseconds(() => {
          writeSync(raw, block);
          fdatasyncSync(raw);
        }),
      times: [],
    },
    {
      name: bareName,
      run: async (round) =>
        milliseconds(() => {
          writeSync(room, block, 0, frameBytes, round * frameBytes);
          fdatasyncSync(room);
        }),
      times: [],
    },
  ];
  for (const [index, { size, sqlPath, hasSql }] of cases.entries()) {
    const ours = open[index];
    if (!ours) continue;
    contenders.push({
      name: `item, ${size}`,
      run: async (round) => {
        const edit = putsLongClaim(longClaim((round * 7_919) % size, round + 1));
        const [before, used] = [writtenBytes(), process.cpuUsage()];
        const spent = await millisecondsOf(async () => good(await ours.commit(edit)));
        const { user, system } = process.cpuUsage(used);
        if (round < warmUp) return spent;
        processor[index]?.push((user + system) / 1_000);
        written[index]?.push(writtenBytes() - before);
        return spent;
      },
      times: [],
    });
    contenders.push({
      name: `small, ${size}`,
      run: async (round) => {
        const value = { ...entity(round % 100), names: [`Person ${round}`] };
        const op: Op = { put: 'entities', id: value.id, value };
        return millisecondsOf(async () => good(await ours.commit(() => done({ label: 'add-entity', ops: [op], custody: [] }))));
      },
      times: [],
    });
    const sql = hasSql ? sqlCase(sqlPath) : null;
    if (sql)
      contenders.push({
        name: `SQLCipher, ${size}`,
        run: async (round) => millisecondsOf(async () => sql.put(longClaim((round * 7_919) % size, round + 1))),
        times: [],
      });
  }
  await inRounds(contenders, pairs);
  closeSync(raw);
  closeSync(room);
  const last = warmUp + pairs - 1;
  for (const [index, { size, path, sqlPath, hasSql }] of cases.entries()) {
    good((await open[index]?.close()) ?? { ok: true, value: null });
    await checkOurs(path, (last * 7_919) % size, last + 1);
    if (hasSql) checkSql(sqlPath, (last * 7_919) % size, last + 1);
  }
  report(cases, contenders, written, processor);
}

/** A file whose room is on the medium, as a segment of the log has it. */
function fileWithRoom(folder: string, bytes: number): number {
  const file = openSync(join(folder, 'room.log'), 'w');
  writeSync(file, Buffer.alloc(bytes));
  fsyncSync(file);
  return file;
}

async function inRounds(contenders: readonly Contender[], pairs: number): Promise<void> {
  for (let round = 0; round < pairs + warmUp; round += 1) {
    for (let place = 0; place < contenders.length; place += 1) {
      const contender = contenders[(place + round) % contenders.length];
      const spent = await contender?.run(round);
      if (round >= warmUp && spent !== undefined) contender?.times.push(spent);
    }
  }
}

type PerCase = readonly (readonly number[])[];

function report(cases: readonly LongCase[], contenders: readonly Contender[], written: PerCase, processor: PerCase): void {
  const timesOf = (name: string) => contenders.find((contender) => contender.name === name)?.times ?? [];
  const raw = timesOf(contenders[0]?.name ?? '');
  for (const { name, times } of contenders) console.log(`  ${name}: ${show(spread(times))} ms, p99 ${p99(times).toFixed(2)}`);
  const sizes = cases.map(({ size }) => size);
  const bare = timesOf(bareName);
  console.log(`   a bare write into room / raw append: ${show(ratios(bare, raw))}`);
  for (const [index, size] of sizes.entries()) {
    const item = timesOf(`item, ${size}`);
    console.log(`   an item at ${size}: ${show(ratios(item, bare))} × the bare write; processor time ${show(spread(processor[index] ?? []))} ms`);
    judge({ id: 'G1', what: `durable edit of a 3 KB item at ${size} / raw append`, atMost: 1.15, cause: itemCause }, ratios(item, raw));
    judge({ id: 'G1', what: `small edit at ${size} / raw append`, atMost: 0.85, cause: smallCause }, ratios(timesOf(`small, ${size}`), raw));
    const sql = timesOf(`SQLCipher, ${size}`);
    if (sql.length === 0) continue;
    judge({ id: 'G2', what: `the same at ${size} / SQLCipher`, atMost: 0.75, cause: sqlCause }, ratios(item, sql));
    const tail = p99(item) / p99(sql);
    console.log(`   p99 of ours / p99 of SQLCipher at ${size}: ${tail.toFixed(2)}`);
  }
  const [small, large] = [timesOf(`item, ${sizes[0]}`), timesOf(`item, ${sizes.at(-1)}`)];
  judge({ id: 'G3', what: `edit at ${sizes.at(-1)} / at ${sizes[0]}`, atMost: 1.1 }, ratios(large, small));
  console.log(
    `   edit: ${exponent(
      sizes,
      sizes.map((size) => spread(timesOf(`item, ${size}`)).median),
    )}`,
  );
  const changed = Buffer.byteLength(JSON.stringify(longClaim(1, 1)));
  const frames = written.map((each) => spread(each));
  judge({ id: 'G3', what: `bytes of a frame / bytes of the change (${changed})`, atMost: 1.1, cause: paddingCause }, scaled(frames.at(-1), changed));
  console.log(
    `   bytes written per edit, room ahead included: ${written.map((each, index) => `${Math.round(mean(each))} at ${sizes[index]}`).join(', ')}; ${exponent(
      sizes,
      frames.map(({ median }) => median),
    )}`,
  );
}

const bareName = 'bare write of a frame into room + fdatasync';
const itemCause =
  'the bare write of such a frame is above: what an edit takes beyond it is processor time, in which the item is checked by its schema, its way back is kept and the frame is sealed, in JavaScript and before the sync';
const sqlCause = 'both wait for one sync, which is most of either on a disk as slow as this one or a machine as busy; what is left to win is a quarter at best';
const smallCause = 'beyond the bare write into room (above), checking the object, deriving the key of the frame and sealing it; there is no patch record';
const paddingCause =
  'beside 3.2 KB of change 250 bytes say which edit, when, of what and after which frame, 128 are head, seal and alignment, and 72 pad the length so that it tells less';

async function checkOurs(path: string, number: number, revision: number): Promise<void> {
  const again = good(await openCase(path, { passphrase: benchPassphrase }, benchFacts, 'read'));
  if (again.record().claims[idOf(number)]?.text !== longClaim(number, revision).text) throw new Error('bench: an edit is missing');
  await again.abandon();
}

function p99(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
}
function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}
function scaled(of: Spread | undefined, by: number): Spread {
  return { lower: (of?.lower ?? 0) / by, median: (of?.median ?? 0) / by, upper: (of?.upper ?? 0) / by };
}
