import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { htmlFormat } from '#main/dossier/formats/html/html-format.ts';
import { launchChromium } from '#tests/harness/launch-chromium.ts';
import { judge } from './goals.ts';
import { largeDossier, writeFormat } from './large-dossier.ts';
import { loadLine, peakOfChildren } from './machine.ts';
import { millisecondsOf, ratios, show, spread } from './paired.ts';

type Printed = { readonly ms: number; readonly peak: number; readonly pages: number; readonly by?: string };

/** G16: the PDF of a dossier, half of its exhibits photographs, against Chromium printing the same content from our HTML. */
export async function benchDossier(folder: string, exhibits: number, pairs: number): Promise<void> {
  const at = join(folder, 'dossier');
  mkdirSync(at, { recursive: true });
  await drawPhotographs(at, exhibits);
  await writeFormat(htmlFormat, largeDossier(at, exhibits), at);
  const ours: Printed[] = [];
  const chromium: Printed[] = [];
  for (let round = 0; round < pairs; round += 1) {
    ours.push(await inProcess(at, exhibits));
    chromium.push(await inChromium(at));
  }
  rmSync(at, { recursive: true });
  console.log(`\nPDF of a dossier of ${exhibits} exhibits, ${exhibits / 2} photographs, ${pairs} pairs; ${loadLine()}`);
  for (const [name, all] of [['ours', ours] as const, [chromium[0]?.by ?? 'Chromium', chromium] as const])
    console.log(`  ${name}: ${show(spread(all.map(({ ms }) => ms / 1_000)))} s, peak ${show(spread(all.map(({ peak }) => peak)))} MiB, ${all[0]?.pages} pages`);
  const of = (field: 'ms' | 'peak') =>
    ratios(
      ours.map((each) => each[field]),
      chromium.map((each) => each[field]),
    );
  // What was promised is promised of long dossiers.
  const short = exhibits < 1_000 ? { cause: 'a short dossier: fonts, typesetter and front matter weigh as much in it as in a long one' } : {};
  judge({ id: 'G16', what: `time of the PDF of ${exhibits} exhibits / Chromium's print`, atMost: 0.35, ...short }, of('ms'));
  judge({ id: 'G16', what: `peak memory of the PDF of ${exhibits} exhibits / Chromium's print`, atMost: 0.5, ...short }, of('peak'));
}

async function inProcess(at: string, exhibits: number): Promise<Printed> {
  const asked = [fileURLToPath(import.meta.url), '--print', at, '--size', String(exhibits)];
  const { stdout } = await promisify(execFile)(process.execPath, asked);
  return JSON.parse(stdout) as Printed;
}

async function inChromium(at: string): Promise<Printed> {
  const browser = await launchNamed();
  const watching = peakOfChildren();
  const path = join(at, 'chromium.pdf');
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(900_000);
    const ms = await millisecondsOf(async () => {
      await page.goto(pathToFileURL(join(at, 'dossier.html')).href);
      await page.pdf({ path, format: 'A4', printBackground: true, tagged: true, outline: true });
    });
    return { ms, peak: watching.stop(), pages: pagesIn(readFileSync(path)), by: `Chromium ${browser.version()}` };
  } finally {
    watching.stop();
    await browser.close();
  }
}

/** `npm`, or the path of a browser; what is measured against must be nameable apart from what draws the photographs. */
async function launchNamed() {
  const named = process.env['CORROBORATE_BENCH_CHROMIUM'];
  const usual = process.env['CORROBORATE_CHROMIUM'];
  if (named === undefined) return launchChromium();
  process.env['CORROBORATE_CHROMIUM'] = named;
  try {
    return await launchChromium();
  } finally {
    if (usual === undefined) delete process.env['CORROBORATE_CHROMIUM'];
    else process.env['CORROBORATE_CHROMIUM'] = usual;
  }
}

export function pagesIn(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type ?\/Page\b/g)?.length ?? 0;
}

/** Photographs as a case holds them for dossiers: JPEG, no two alike, and none that packs as well as a drawing. */
async function drawPhotographs(at: string, exhibits: number): Promise<void> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    for (let index = 0; index < exhibits; index += 2)
      writeFileSync(join(at, `${index}.jpg`), Buffer.from(await page.evaluate<string>(`(${photograph})(${index})`), 'base64'));
  } finally {
    await browser.close();
  }
}
/** Runs in the page. 640 × 427 pixels of light, shade and grain. */
const photograph = `(seed) => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 427 });
  const paint = canvas.getContext('2d');
  let state = seed * 2654435761 + 1;
  const chance = () => ((state = (state * 1664525 + 1013904223) % 4294967296) / 4294967296);
  for (let shape = 0; shape < 400; shape += 1) {
    paint.fillStyle = 'hsl(' + chance() * 360 + ' 40% ' + chance() * 100 + '% / 0.4)';
    paint.fillRect(chance() * 640 - 60, chance() * 427 - 60, chance() * 200, chance() * 120);
  }
  return canvas.toDataURL('image/jpeg', 0.85).split(',')[1];
}`;
