import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCaseFile } from '#main/casefile/case-file.ts';
import { realFileSystem } from '#main/casefile/file-system.ts';
import { hostCase } from '#main/caseprocess/case-host.ts';
import { realFacts } from '#main/caseprocess/surroundings.ts';
import { openRecord } from '#main/casestore/open-case.ts';
import type { QueryName } from '#shared/contract/contract.ts';
import { refused } from '#shared/kernel/reply.ts';
import { makeLargeCase } from '#tests/fixtures/desk/large-case.ts';
import { samplePassphrase } from '#tests/harness/stored-case.ts';
import { exponent, judge } from './goals.ts';
import { good } from './long-case.ts';
import { loadLine } from './machine.ts';
import { show, spread } from './paired.ts';

type Asked = readonly (readonly [name: QueryName, input: object])[];
/** What the desk asks before its first list is drawn, as it asks it. */
const beforeFirstList: Asked = [
  ['history/list', {}],
  ['entities/roles', {}],
  ['case/overview', {}],
  ['case/recent', {}],
];
/** What it asks next to it, and what each view asks when it is chosen, had nobody worked it out ahead. */
const afterwards: Asked = [
  ['notes/tasks', {}],
  ['case/standing', {}],
  ['claims/ledger', {}],
  ['notes/order', {}],
  ['entities/order', {}],
  ['sources/order', {}],
  ['links/order', {}],
  ['timeline/chart', { lanesBy: 'actor', width: 1_000, view: { from: 0, to: 600 } }],
  ['timeline/order', {}],
  ['boards/graph', {}],
  ['places/list', {}],
  ['entities/duplicates', {}],
];
/** Milliseconds of processor time; of the answer the bytes of its JSON. */
type Step = { readonly what: string; readonly ms: number; readonly bytes: number };

/** Where the time from the key to the first list goes in the case process, step by step, each case in processes of its own. */
export async function benchFirstScreen(folder: string, sizes: readonly number[], rounds: number): Promise<void> {
  console.log(`\nfirst screen: the case process from the key on, ms of processor time, ${rounds} processes of each size in turn; ${loadLine()}`);
  const cases: { readonly size: number; readonly path: string; readonly key: string; readonly seen: Step[][] }[] = [];
  for (const size of sizes) {
    const path = join(folder, `screen-${size}.case`);
    await makeLargeCase(path, size);
    const file = good(await openCaseFile(realFileSystem(path), { kind: 'passphrase', bytes: samplePassphrase }, 'read'));
    cases.push({ size, path, key: Buffer.from(file.keys.caseKey).toString('hex'), seen: [] });
    await file.abandon();
  }
  for (let round = 0; round < rounds; round += 1) for (const { path, key, seen } of cases) seen.push(inProcess(path, key));
  const totals: number[] = [];
  for (const { size, seen } of cases) {
    for (const [at, { what, bytes }] of (seen[0] ?? []).entries())
      console.log(`  ${size}, ${what}: ${show(spread(seen.map((steps) => steps[at]?.ms ?? Number.NaN)))} ms, ${bytes} bytes`);
    const first = spread(seen.map((steps) => steps.slice(0, beforeFirstList.length + 1).reduce((sum, { ms }) => sum + ms, 0)));
    judge({ id: 'desk', what: `ms of processor time from the key to the answers of the first list at ${size}`, atMost: 250, cause }, first);
    totals.push(first.median);
  }
  console.log(`   first screen: ${exponent(sizes, totals)}`);
  for (const { path } of cases) rmSync(path, { recursive: true, force: true });
}

const cause = 'what starts cold: schemas, the first run of our code, and the columns of times, which are opened and gone through once';

function inProcess(path: string, key: string): Step[] {
  const out = execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--screen', path], {
    env: { ...process.env, BENCH_CASE_KEY: key },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(out) as Step[];
}

/** What the process of {@link inProcess} does. */
export async function askInThisProcess(path: string): Promise<void> {
  const steps: Step[] = [];
  const timed = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    const from = process.cpuUsage();
    const answer = await work();
    const { user, system } = process.cpuUsage(from);
    steps.push({ what, ms: (user + system) / 1_000, bytes: answer === undefined ? 0 : JSON.stringify(answer).length });
  };
  const facts = realFacts('bench');
  const quarantine = { examine: async () => refused({ kind: 'quarantine-failed' as const, reason: 'no-engine' as const }) };
  let host: ReturnType<typeof hostCase> | null = null;
  await timed('opening, the key given', async () => {
    const bytes = Buffer.from(process.env['BENCH_CASE_KEY'] ?? '', 'hex');
    const file = good(await openCaseFile(realFileSystem(path), { kind: 'case-key', bytes }, 'read'));
    host = hostCase(good(await openRecord(file, path, facts)), { facts, quarantine, reportBug: ({ frames }) => console.error(frames.join('\n')) });
  });
  for (const [name, input] of [...beforeFirstList, ...afterwards])
    await timed(name, async () => good(await (host as unknown as ReturnType<typeof hostCase>).query(name, input as never)));
  process.stdout.write(JSON.stringify(steps));
  process.exit();
}
