import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openCase } from '#main/casestore/case-store.ts';
import { exponent, judge } from './goals.ts';
import { good, type LongCase } from './long-case.ts';
import { loadLine } from './machine.ts';
import { milliseconds, millisecondsOf, ratios, show, spread } from './paired.ts';
import { sqlCase } from './peers.ts';
import { benchFacts, benchPassphrase } from './sample-case.ts';

const quiet = { step: () => undefined, cancelled: () => false };

/** G9, large exhibits: everything authenticated and digested again, against `openssl` digesting as many bytes. */
export async function benchVerifyBlobs(path: string, source: string, pairs: number): Promise<void> {
  console.log(`\nverify of a case with one exhibit of ${Math.round(statSync(source).size / 2 ** 20)} MiB, ${pairs} pairs; ${loadLine()}`);
  const open = good(await openCase(path, { passphrase: benchPassphrase }, benchFacts, 'read'));
  const blob = join(path, 'blob');
  const file = readdirSync(blob, { recursive: true, withFileTypes: true }).find((entry) => entry.isFile());
  if (!file) throw new Error('bench: there is no blob');
  const ours: number[] = [];
  const openssl: number[] = [];
  for (let round = 0; round < pairs; round += 1) {
    ours.push(
      await millisecondsOf(async () => {
        const checked = good(await open.verify(quiet));
        if (!checked.sound || checked.counts.blobs !== 1) throw new Error('bench: the case is not sound');
      }),
    );
    openssl.push(milliseconds(() => execFileSync('openssl', ['dgst', '-sha256', join(file.parentPath, file.name)], { stdio: 'ignore' })));
  }
  await open.abandon();
  rmSync(path, { recursive: true, force: true });
  console.log(`  ours ${show(spread(ours))}, openssl ${show(spread(openssl))} ms`);
  judge(
    {
      id: 'G9',
      what: 'verify / openssl sha256 of the same file',
      atMost: 1.2,
      cause: 'openssl only digests: opening takes twice as long, since each chunk of 16 KiB is a call of its own into Node',
    },
    ratios(ours, openssl),
  );
}

/** G9, records: every frame, snapshot and object against SQLCipher's integrity check of the same items. */
export async function benchVerifyRecords(cases: readonly LongCase[], pairs: number): Promise<void> {
  console.log(`\nverify of records, ${pairs} pairs; ${loadLine()}`);
  const medians: number[] = [];
  for (const { size, path, sqlPath, hasSql } of cases) {
    const open = good(await openCase(path, { passphrase: benchPassphrase }, benchFacts, 'read'));
    const sql = hasSql ? sqlCase(sqlPath) : null;
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < pairs; round += 1) {
      ours.push(
        await millisecondsOf(async () => {
          const checked = good(await open.verify(quiet));
          if (!checked.sound || checked.counts.objects < size) throw new Error(`bench: the case is not sound: ${JSON.stringify(checked.findings)}`);
        }),
      );
      if (sql)
        theirs.push(
          milliseconds(() => {
            if (sql.check() !== 'ok') throw new Error('bench: the database is not sound');
          }),
        );
    }
    await open.abandon();
    sql?.close();
    console.log(`  ${size}: ours ${show(spread(ours))} ms${sql ? `, SQLCipher ${show(spread(theirs))} ms` : ''}`);
    if (sql)
      judge(
        {
          id: 'G9',
          what: `verify of ${size} records / SQLCipher's check`,
          atMost: 1 / 40,
          cause:
            'each object is also parsed and checked by its schema, twice over in log, both snapshots and memory; the goal was set for authenticating pages alone',
        },
        ratios(ours, theirs),
      );
    medians.push(spread(ours).median);
  }
  console.log(
    `   verify: ${exponent(
      cases.map(({ size }) => size),
      medians,
    )}`,
  );
}
