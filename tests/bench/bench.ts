import { closeSync, fdatasyncSync, mkdtempSync, openSync, readdirSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { createCase, openCase } from '#main/casestore/case-store.ts';
import { argon2id, leastKdfCost } from '#main/crypto/argon2id.ts';
import type { Claim } from '#shared/domain/claim/claim.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import { editsBySize } from './edits-by-size.ts';
import { milliseconds, millisecondsOf, ratios, type Spread, show, spread } from './paired.ts';
import { benchFacts, benchMeta, benchPassphrase, claim, idOf, putsClaims } from './sample-case.ts';

/**
 * What one edit costs at 100 to 100,000 objects: our commit, a raw append of as many bytes with fdatasync, and plain lowdb
 * writing its JSON file; interleaved, so that each pair meets the same machine. Fails when our cost is not flat.
 */
const { values: asked } = parseArgs({ options: { quick: { type: 'boolean', default: false }, folder: { type: 'string' } } });
const folder = mkdtempSync(join(asked.folder ?? dirname(fileURLToPath(import.meta.url)), 'work-'));
const tmpfsType = 0x0102_1994;
const sizes = asked.quick ? [100, 1_000, 10_000] : [100, 1_000, 10_000, 100_000];
const pairs = asked.quick ? 60 : 250;
const warmUp = 10;

function good<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`bench: refused ${reply.problem.kind}`);
  return reply.value;
}

type Row = {
  readonly size: number;
  readonly toRaw: Spread;
  readonly toLowdb: Spread;
  readonly frameBytes: number;
  readonly lowdbBytes: number;
  readonly commitMs: Spread;
  readonly openMs: number;
  readonly openToLowdb: number;
};

async function measure(size: number): Promise<Row> {
  const path = join(folder, `${size}.case`);
  const made = good(await createCase(path, { meta: benchMeta, passphrase: benchPassphrase, facts: benchFacts, kdf: leastKdfCost })).case;
  for (let from = 0; from < size; from += 5_000) good(await made.commit(putsClaims(from, Math.min(from + 5_000, size), 0), { undoable: false }));
  good(await made.close());

  const low = new Low<{ claims: { [id: string]: Claim } }>(new JSONFile(join(folder, `${size}.json`)), { claims: {} });
  for (let number = 0; number < size; number += 1) low.data.claims[idOf(number)] = claim(number, 0);
  await low.write();

  const kdfMs = await millisecondsOf(() => argon2id(benchPassphrase, new Uint8Array(16), leastKdfCost));
  const started = performance.now();
  const open = good(await openCase(path, { passphrase: benchPassphrase }, benchFacts));
  const openMs = Math.max(performance.now() - started - kdfMs, 0);
  const lowdbReadMs = await millisecondsOf(() => low.read());

  const raw = openSync(join(folder, `${size}.raw`), 'a');
  const frames: number[] = [];
  const ours: number[] = [];
  const appends: number[] = [];
  const lowdbOurs: number[] = [];
  const lowdb: number[] = [];
  const lowdbEvery = size >= 100_000 ? Math.ceil(pairs / 5) : size >= 10_000 ? Math.ceil(pairs / 15) : 5;
  for (let round = 0; round < pairs + warmUp; round += 1) {
    const number = (round * 7_919) % size;
    const before = logBytes(path);
    const commitMs = await millisecondsOf(async () => good(await open.commit(putsClaims(number, number + 1, round + 1))));
    const bytes = logBytes(path) - before;
    const appendMs = milliseconds(() => {
      writeSync(raw, Buffer.alloc(bytes, 7));
      fdatasyncSync(raw);
    });
    if (round < warmUp) continue;
    frames.push(bytes);
    ours.push(commitMs);
    appends.push(appendMs);
    if (round % lowdbEvery !== 0) continue;
    low.data.claims[idOf(number)] = claim(number, round + 1);
    lowdb.push(await millisecondsOf(() => low.write()));
    lowdbOurs.push(commitMs);
  }
  closeSync(raw);
  if (open.record().claims[idOf(7_919 % size)] === undefined) throw new Error('bench: an edit is missing');
  good(await open.close());
  const lowdbBytes = statSync(join(folder, `${size}.json`)).size;
  return {
    size,
    toRaw: ratios(ours, appends),
    toLowdb: ratios(lowdb, lowdbOurs),
    frameBytes: spread(frames).median,
    lowdbBytes,
    commitMs: spread(ours),
    openMs,
    openToLowdb: openMs / lowdbReadMs,
  };
}

function logBytes(path: string): number {
  return readdirSync(join(path, 'log')).reduce((sum, name) => sum + statSync(join(path, 'log', name)).size, 0);
}

async function run(): Promise<boolean> {
  const { type } = statfsSync(folder);
  if (type === tmpfsType) {
    console.error('bench: this folder is in memory (tmpfs), where a sync costs nothing. Give one on a disk with --folder.');
    return false;
  }
  console.log(
    `node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg()
      .map((value) => value.toFixed(1))
      .join(' ')}, ${pairs} pairs, median (quartiles)`,
  );
  const rows: Row[] = [];
  for (const size of sizes) {
    const row = await measure(size);
    rows.push(row);
    console.log(
      [
        `${String(size).padStart(7)} objects: commit ${show(row.commitMs)} ms`,
        `${show(row.toRaw)} × raw append+fdatasync`,
        `lowdb ${show(row.toLowdb)} × our commit`,
        `${row.frameBytes} bytes written (lowdb ${row.lowdbBytes})`,
        `open ${row.openMs.toFixed(0)} ms beside the key derivation = ${row.openToLowdb.toFixed(2)} × lowdb read`,
      ].join('; '),
    );
  }
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return false;
  const time = last.toRaw.median / first.toRaw.median;
  const bytes = last.frameBytes / first.frameBytes;
  console.log(
    `flat: ${last.size} against ${first.size} objects: time ${time.toFixed(2)} (both over raw), bytes ${bytes.toFixed(2)}; load at the end ${loadavg()[0]?.toFixed(1)}`,
  );
  const flat = last.toRaw.lower / first.toRaw.upper <= 1.1 && bytes <= 1.1;
  if (!flat) console.error('bench: the cost of one edit grows with the case');
  const editsFlat = await editsBySize(folder, asked.quick ? [100, 10_000] : [100, 10_000, 100_000], asked.quick ? 60 : 150);
  return flat && editsFlat;
}

try {
  if (!(await run())) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
