import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, copyFileSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createCase } from '#main/casestore/case-store.ts';
import type { OpenCase } from '#main/casestore/open-case.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { openGivenFile } from '#main/intake/opened-files.ts';
import { exponent, judge } from './goals.ts';
import { good } from './long-case.ts';
import { forgetPeak, loadLine, peakMiB } from './machine.ts';
import { milliseconds, millisecondsOf, ratios, show, spread } from './paired.ts';
import { benchFacts, benchMeta, benchPassphrase } from './sample-case.ts';

const quiet = { step: () => undefined, cancelled: () => false };
const mebibyte = 1024 * 1024;

/** G7: one large file; ours seals, digests, reads back and syncs, and each peer does what its name says. Whole processes for the peers. */
export async function benchLargeImport(folder: string, mebibytes: number, pairs: number): Promise<string> {
  const source = join(folder, 'large.bin');
  writeRandom(source, mebibytes);
  const digest = execFileSync('sha256sum', [source], { encoding: 'utf8' }).slice(0, 64);
  console.log(`\nimport of ${mebibytes} MiB, ${pairs} pairs; ${loadLine()}`);
  const key = join(folder, 'age.key');
  const hasAge = spawnSync('age-keygen', ['-o', key]).status === 0;
  const recipient = hasAge ? (/age1\w+/.exec(readFileSync(key, 'utf8'))?.[0] ?? '') : '';
  if (!hasAge) console.log('age is not installed: its part of G7 is left out');
  const out = join(folder, 'out.bin');
  const age = () => hasAge && run('age', '-r', recipient, '-o', out, source);
  const times: { readonly [name: string]: number[] } = { ours: [], age: [], 'age, then sync': [], 'sha256sum, then age': [], 'copy, then sync': [] };
  const peers: { readonly [name: string]: () => unknown } = {
    age,
    'age, then sync': () => {
      age();
      syncFile(out);
    },
    'sha256sum, then age': () => {
      run('sha256sum', source);
      age();
    },
    'copy, then sync': () => {
      copyFileSync(source, out);
      syncFile(out);
    },
  };
  let peak = 0;
  const path = join(folder, 'imports.case');
  for (let round = 0; round < pairs; round += 1) {
    rmSync(path, { recursive: true, force: true });
    const open = good(await createCase(path, { meta: benchMeta, passphrase: benchPassphrase, facts: benchFacts, kdf: leastKdfCost })).case;
    const resident = forgetPeak();
    const file = good(await openGivenFile({ from: 'path', path: source }, 1));
    times['ours']?.push(
      await millisecondsOf(async () => {
        const stored = good(await open.storeBlob({ name: 'large.bin', mime: 'application/octet-stream', bytes: file.bytes, open: file.pieces }, quiet));
        if (stored.sha256 !== digest) throw new Error('bench: an import has another digest');
      }),
    );
    peak = Math.max(peak, peakMiB() - resident);
    if (round === pairs - 1) await benchRanges(open, source, mebibytes);
    good(await open.close());
    for (const [name, peer] of Object.entries(peers)) {
      if (!hasAge && name.includes('age')) continue;
      rmSync(out, { force: true });
      times[name]?.push(milliseconds(peer));
    }
  }
  rmSync(out, { force: true });
  for (const [name, each] of Object.entries(times)) if (each.length > 0) console.log(`  ${name}: ${show(spread(each))} ms`);
  const ours = times['ours'] ?? [];
  const against = (name: string) => ratios(ours, times[name] ?? []);
  if (hasAge) {
    judge({ id: 'G7', what: 'import / age, which neither digests nor syncs', atMost: 1, cause: importCause(times) }, against('age'));
    judge(
      {
        id: 'G7',
        what: 'import / age, then sync',
        atMost: 1,
        cause: 'two cores: sealing, digesting, writing, reading back and bringing to the disk share them; age does one of these',
      },
      against('age, then sync'),
    );
    judge(
      {
        id: 'G7',
        what: 'import / sha256sum, then age',
        atMost: 0.25,
        cause: 'sealing, digesting and reading back take about three and a half processor seconds, and two cores are no faster than half of that',
      },
      against('sha256sum, then age'),
    );
  }
  judge(
    {
      id: 'G7',
      what: 'import / copy, then sync',
      atMost: 1 / 0.7,
      cause: 'sealing and digesting alone take two and a half processor seconds, the copy less than one',
    },
    against('copy, then sync'),
  );
  judge({ id: 'G7', what: 'MiB of memory the import adds at its peak', atMost: 110 }, spread([peak]));
  return path;
}

/** The bounds of this machine, measured in the same run. */
function importCause(times: { readonly [name: string]: readonly number[] }): string {
  const age = times['age'] ?? [];
  return `age neither digests nor syncs nor reads back; of its time, a plain copy with sync alone takes ${show(ratios(times['copy, then sync'] ?? [], age))}, a digest with sha256sum ${show(
    ratios(
      (times['sha256sum, then age'] ?? []).map((both, index) => both - (age[index] ?? 0)),
      age,
    ),
  )}`;
}

/** Any place of a large exhibit costs the same: a page of it is opened, not the file. */
async function benchRanges(open: OpenCase, source: string, mebibytes: number): Promise<void> {
  const bytes = readFileSync(source);
  const stored = good(
    await open.storeBlob(
      {
        name: 'x',
        mime: 'x',
        bytes: bytes.length,
        open: async function* () {
          yield bytes;
        },
      },
      quiet,
    ),
  ).blob;
  const costs: number[] = [];
  for (let number = 0; number < 200; number += 1) {
    const offset = Math.floor((((number * 7_919) % 10_000) / 10_000) * (mebibytes - 1) * mebibyte);
    const started = performance.now();
    const read = good(await open.readBlob(stored, offset, 65_536));
    costs.push(performance.now() - started);
    if (!bytes.subarray(offset, offset + 65_536).equals(read)) throw new Error('bench: a range has other bytes');
  }
  const [near, far] = [costs.filter((_, index) => (index * 7_919) % 10_000 < 5_000), costs.filter((_, index) => (index * 7_919) % 10_000 >= 5_000)];
  console.log(`  a range of 64 KiB: ${show(spread(costs))} ms; second half / first half of the file ${(spread(far).median / spread(near).median).toFixed(2)}`);
}

/** G8: many small files, each durable when it is acknowledged, against a plain copy of each without any sync. */
export async function benchSmallImports(folder: string, files: number): Promise<void> {
  const from = join(folder, 'small');
  const to = join(folder, 'small-copy');
  for (const made of [from, to]) mkdirSync(made);
  const paths = Array.from({ length: files }, (_, number) => join(from, `${number}.bin`));
  for (const [number, path] of paths.entries()) writeFileSync(path, noise(number));
  const open = good(await createCase(join(folder, 'small.case'), { meta: benchMeta, passphrase: benchPassphrase, facts: benchFacts, kdf: leastKdfCost })).case;
  console.log(`\nimport of ${files} files of 10 KB in batches of 64; ${loadLine()}`);
  const ours: number[] = [];
  const plain: number[] = [];
  const synced: number[] = [];
  for (let at = 0; at < files; at += 64) {
    const batch = paths.slice(at, at + 64);
    ours.push(
      await millisecondsOf(() =>
        Promise.all(
          batch.map(async (path) => {
            const file = good(await openGivenFile({ from: 'path', path }, 1));
            good(await open.storeBlob({ name: file.name, mime: 'application/octet-stream', bytes: file.bytes, open: file.pieces }, quiet));
          }),
        ),
      ),
    );
    plain.push(milliseconds(() => batch.forEach((path, index) => void copyFileSync(path, join(to, `${at + index}`)))));
    synced.push(
      milliseconds(() =>
        batch.forEach((path, index) => {
          copyFileSync(path, join(to, `s${at + index}`));
          syncFile(join(to, `s${at + index}`));
        }),
      ),
    );
  }
  if (good(await open.verify(quiet)).counts.blobs !== files) throw new Error('bench: a small file is missing');
  good(await open.close());
  console.log(
    `  ours ${show(spread(ours))}, copy ${show(spread(plain))}, copy with sync of each ${show(spread(synced))} ms a batch; ${exponent([1, ours.length], [ours[0] ?? 0, ours.at(-1) ?? 0])}`,
  );
  judge(
    {
      id: 'G8',
      what: 'small files / plain copies without sync',
      atMost: 0.5,
      cause:
        'each file is a blob of its own, made, synced, opened again, renamed and its folder synced before it is acknowledged; a copy only makes it. A pack of many would be another format',
    },
    ratios(ours, plain),
  );
  judge(
    {
      id: 'G8',
      what: 'small files / copies with a sync of each',
      atMost: 2,
      cause: 'making a file costs most of both, and each of ours is sealed, read back and renamed besides',
    },
    ratios(ours, synced),
  );
}

function noise(number: number): Buffer {
  const pieces = Array.from({ length: 320 }, (_, part) => createHash('sha256').update(`${number} ${part}`).digest());
  return Buffer.concat(pieces).subarray(0, 10_000);
}

function writeRandom(path: string, mebibytes: number): void {
  const file = openSync(path, 'w');
  const seed = Buffer.alloc(mebibyte);
  for (let number = 0; number < mebibytes; number += 1) {
    for (let at = 0; at < mebibyte; at += 32) if (number === 0 || at % 4096 === 0) createHash('sha256').update(`${number} ${at}`).digest().copy(seed, at);
    writeSync(file, seed);
  }
  fsyncSync(file);
  closeSync(file);
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}
