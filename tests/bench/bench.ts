import '#shared/kernel/no-eval.ts';

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchChart } from './chart-after-edit.ts';
import { benchDossier, pagesIn } from './dossier.ts';
import { benchEdits } from './edits.ts';
import { editsBySize } from './edits-by-size.ts';
import { askInThisProcess, benchFirstScreen } from './first-screen.ts';
import { judgement } from './goals.ts';
import { benchGraph } from './graph.ts';
import { benchLargeImport, benchSmallImports } from './imports.ts';
import { printInThisProcess } from './large-dossier.ts';
import { type LongCase, makeLongCase } from './long-case.ts';
import { benchLowdb } from './lowdb-edits.ts';
import { isInMemory, loadLine, machineLine } from './machine.ts';
import { benchOpening, openInThisProcess } from './opening.ts';
import { benchPassphraseChange } from './passphrase.ts';
import { benchSearch } from './search.ts';
import { benchVerifyBlobs, benchVerifyRecords } from './verifying.ts';

/**
 * What the product costs, as ratios against peers in the same run, interleaved, with quartiles and the machine's load. Goals are judged by
 * the lower quartile of pairs. `--quick` is smaller in everything; `--only edits,opening,imports,verify,dispatcher,keys,dossier,search,graph,screen,chart` runs a part,
 * `--sizes 10000` takes cases of these sizes only, `--pairs N` measures the dossier N times. CORROBORATE_BENCH_CHROMIUM names the Chromium that prints beside us (else that of the tests).
 */
const { values: asked } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    folder: { type: 'string' },
    only: { type: 'string' },
    open: { type: 'string' },
    print: { type: 'string' },
    screen: { type: 'string' },
    at: { type: 'string' },
    size: { type: 'string' },
    pairs: { type: 'string' },
    sizes: { type: 'string' },
  },
});
const parts = ['edits', 'opening', 'imports', 'verify', 'dispatcher', 'keys', 'dossier', 'search', 'graph', 'screen', 'chart'] as const;
const wanted = (part: (typeof parts)[number]) => asked.only === undefined || asked.only.split(',').includes(part);

async function run(folder: string): Promise<boolean> {
  if (isInMemory(folder)) {
    console.error('bench: this folder is in memory (tmpfs), where a sync costs nothing. Give one on a disk with --folder.');
    return false;
  }
  console.log(`${machineLine()}; ${loadLine()}; median (lower–upper quartile) of pairs`);
  const sizes = asked.sizes?.split(',').map(Number) ?? (asked.quick ? [1_000, 10_000] : [1_000, 10_000, 100_000]);
  if (wanted('edits') || wanted('opening') || wanted('verify')) {
    const cases: LongCase[] = [];
    for (const size of sizes) cases.push(await makeLongCase(folder, size));
    if (wanted('opening')) await benchOpening(cases, asked.quick ? 3 : 7);
    if (wanted('edits')) {
      await benchEdits(folder, cases, asked.quick ? 100 : 300);
      await benchLowdb(cases, asked.quick ? 3 : 5);
    }
    if (wanted('verify')) await benchVerifyRecords(cases, asked.quick ? 3 : 5);
    for (const { path, sqlPath, lowFolder } of cases) for (const made of [path, sqlPath, lowFolder]) rmSync(made, { recursive: true, force: true });
  }
  if (wanted('imports') || wanted('verify')) {
    const path = await benchLargeImport(folder, asked.quick ? 128 : 1024, asked.quick ? 3 : 7);
    await benchVerifyBlobs(path, join(folder, 'large.bin'), asked.quick ? 3 : 7);
    rmSync(join(folder, 'large.bin'));
  }
  if (wanted('imports')) await benchSmallImports(folder, asked.quick ? 512 : 2_000);
  if (wanted('keys')) await benchPassphraseChange(folder, asked.quick ? 3 : 15);
  if (wanted('search')) await benchSearch(folder, sizes, asked.quick ? 3 : 9);
  if (wanted('graph')) await benchGraph(folder, sizes, asked.quick ? 3 : 9);
  if (wanted('screen')) await benchFirstScreen(folder, sizes, asked.quick ? 3 : 7);
  if (wanted('chart')) await benchChart(folder, sizes, asked.quick ? 8 : 30);
  if (wanted('dossier')) await benchDossier(folder, asked.quick ? 200 : 1_000, Number(asked.pairs ?? (asked.quick ? 1 : 3)));
  const flat = !wanted('dispatcher') || (await editsBySize(folder, asked.quick ? [100, 10_000] : [100, 10_000, 100_000], asked.quick ? 60 : 150));
  return judgement(asked.quick ? 2 : 1) && flat;
}

if (asked.open) await openInThisProcess(asked.open, asked.at ?? '', Number(asked.size));
else if (asked.screen) await askInThisProcess(asked.screen);
else if (asked.print) await printInThisProcess(asked.print, Number(asked.size), pagesIn);
else {
  const within = asked.folder ?? dirname(fileURLToPath(import.meta.url));
  mkdirSync(within, { recursive: true });
  const folder = mkdtempSync(join(within, 'work-'));
  try {
    if (!(await run(folder))) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
