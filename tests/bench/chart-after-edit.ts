import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseHost, hostCase } from '#main/caseprocess/case-host.ts';
import { realFacts } from '#main/caseprocess/surroundings.ts';
import { openCase } from '#main/casestore/case-store.ts';
import { refused } from '#shared/kernel/reply.ts';
import { makeLargeCase } from '#tests/fixtures/desk/large-case.ts';
import { samplePassphrase } from '#tests/harness/stored-case.ts';
import { exponent, judge } from './goals.ts';
import { good } from './long-case.ts';
import { loadLine } from './machine.ts';
import { millisecondsOf, show, spread } from './paired.ts';

const facts = realFacts('bench');
const surroundings = {
  facts,
  quarantine: { examine: async () => refused({ kind: 'quarantine-failed' as const, reason: 'no-engine' as const }) },
  reportBug: ({ frames }: { readonly frames: readonly string[] }) => console.error(frames.join('\n')),
};
const cause = 'a slice is 8 ms; what is more is memory that the engine gathers, and a machine that does other things too';
/** First edits, not counted: until our code is compiled. */
const warming = 3;

/** The chart of the timeline: at first, and after one edit, which must cost what was edited and not what the case holds. */
export async function benchChart(folder: string, sizes: readonly number[], rounds: number): Promise<void> {
  console.log(`\nchart of the timeline: at first and after one edit, ms, ${rounds} edits of each kind; ${loadLine()}`);
  const after: number[] = [];
  for (const size of sizes) {
    const path = join(folder, `chart-${size}.case`);
    await makeLargeCase(path, size);
    const opened = good(await openCase(path, { passphrase: samplePassphrase }, facts));
    const [firsts, pieces]: [number[], number[]] = [[], []];
    for (let round = 0; round < 5; round += 1) {
      const fresh = hostCase(opened, surroundings);
      // As the desk has it before anybody opens the view.
      good(await fresh.query('claims/ledger', {}));
      const longest = longestPiece();
      firsts.push(await millisecondsOf(() => chart(fresh)));
      pieces.push(await longest());
    }
    const piece = spread(pieces);
    console.log(`  ${size}, at first: ${show(spread(firsts))} ms, of it in one piece ${show(piece)} ms`);
    const host = hostCase(opened, surroundings);
    await chart(host);
    const all: number[] = [];
    for (const [what, edit] of edits) {
      const times: number[] = [];
      for (let round = 0; round < warming + rounds; round += 1) {
        await edit(host, round);
        const spent = await millisecondsOf(() => chart(host));
        if (round >= warming) times.push(spent);
      }
      console.log(`  ${size}, after ${what}: ${show(spread(times))} ms`);
      all.push(...times);
    }
    const measured = spread(all);
    if (size === 100_000) {
      judge({ id: 'chart', what: `ms for the chart after one edit at ${size}`, atMost: 10 }, measured);
      judge({ id: 'chart', what: `ms in one piece while the chart is made at first at ${size}`, atMost: 50, cause }, piece);
    }
    after.push(measured.median);
    good(await host.close());
    rmSync(path, { recursive: true, force: true });
  }
  console.log(`   chart after one edit: ${exponent(sizes, after)}`);
}

async function chart(host: CaseHost): Promise<void> {
  good(await host.query('timeline/chart', { lanesBy: 'actor', width: 1_000, view: { from: 0, to: 600 } }));
}

const claimAt = async (host: CaseHost, at: number) => {
  const [row] = good(await host.query('claims/ledger', { part: { rows: { from: at, to: at + 1 } } })).rows;
  if (!row) throw new Error('bench: no claim');
  return row;
};
const edits: readonly (readonly [what: string, edit: (host: CaseHost, round: number) => Promise<unknown>])[] = [
  ['a text', async (host, round) => good(await host.command('claims/edit', { id: (await claimAt(host, round)).id, text: `edited ${round}` }))],
  ['a date', async (host, round) => good(await host.command('claims/edit', { id: (await claimAt(host, round)).id, saidAt: `2025-01-${10 + (round % 20)}` }))],
  [
    'a new claim',
    async (host, round) => good(await host.command('claims/assert', { text: `new ${round}`, asserter: { name: `New ${round}` }, saidAt: '2025-01-03' })),
  ],
  [
    'a new name of an asserter',
    async (host, round) => good(await host.command('entities/edit', { id: (await claimAt(host, round)).asserterId, names: [`Named ${round}`] })),
  ],
];

/** Watches how long nothing else came through until it is asked, in ms. */
function longestPiece(): () => Promise<number> {
  let [longest, last, watched] = [0, performance.now(), true];
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (watched) setImmediate(look);
  };
  look();
  return async () => {
    await new Promise((resolve) => setImmediate(resolve));
    watched = false;
    return longest;
  };
}
