import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openCase } from '#main/casestore/case-store.ts';
import { exponent } from './goals.ts';
import { good, type LongCase } from './long-case.ts';
import { loadLine } from './machine.ts';
import { millisecondsOf, ratios, show, spread } from './paired.ts';
import { plainLow, sealedLow } from './peers.ts';
import { benchFacts, benchPassphrase, idOf, longClaim, longClaims, putsLongClaim } from './sample-case.ts';

/** One edit of stock lowdb, plain and with encryption, against ours: what the log is for. */
export async function benchLowdb(cases: readonly LongCase[], pairs: number): Promise<void> {
  console.log(`\nedits of stock lowdb, which writes the whole file each time, ${pairs} pairs; ${loadLine()}`);
  const plainMedians: number[] = [];
  for (const { size, path, lowFolder } of cases) {
    const open = good(await openCase(path, { passphrase: benchPassphrase }, benchFacts));
    const plainPath = join(lowFolder, 'plain.json');
    const [plain, sealed] = [plainLow(plainPath), sealedLow(lowFolder)];
    for (const claim of longClaims(size)) plain.data.claims[claim.id] = claim;
    sealed.data = plain.data;
    const times: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < pairs; round += 1) {
      const claim = longClaim((round * 7_919) % size, round + 1_000_000);
      times[0].push(await millisecondsOf(async () => good(await open.commit(putsLongClaim(claim)))));
      plain.data.claims[claim.id] = claim;
      times[1].push(await millisecondsOf(() => plain.write()));
      times[2].push(await millisecondsOf(() => sealed.write()));
    }
    await plain.read();
    if (plain.data.claims[idOf(0)] === undefined) throw new Error('bench: lowdb lost a claim');
    good(await open.close());
    console.log(
      `  ${size}: plain ${show(spread(times[1]))} ms = ${show(ratios(times[1], times[0]))} × ours; with encryption ${show(spread(times[2]))} ms = ${show(ratios(times[2], times[0]))} × ours; ${statSync(plainPath).size} bytes written each time`,
    );
    plainMedians.push(spread(times[1]).median);
  }
  console.log(
    `   lowdb: ${exponent(
      cases.map(({ size }) => size),
      plainMedians,
    )}`,
  );
}
