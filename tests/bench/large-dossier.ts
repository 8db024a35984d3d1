import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exhibitCopies } from '#main/dossier/formats/exhibit-copies.ts';
import type { DossierFormat } from '#main/dossier/formats/format.ts';
import { pdfFormat } from '#main/dossier/formats/pdf/pdf-format.ts';
import { applyRedactions } from '#shared/dossier/apply-redactions.ts';
import { composeDossier } from '#shared/dossier/compose-dossier.ts';
import { planOfEverything } from '#shared/dossier/plan-to-tell.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { largeRecord } from '#tests/fixtures/dossier/large-case.ts';
import { keep } from '#tests/fixtures/dossier/sample-case.ts';
import { sampleOpenCase } from '#tests/fixtures/dossier/sample-dossier.ts';
import { peakMiB } from './machine.ts';
import { millisecondsOf } from './paired.ts';

/** A dossier whose photographs lie in a folder, `0.jpg`, `2.jpg` and on. */
export function largeDossier(at: string, exhibits: number): RedactedDossier {
  const record = largeRecord(exhibits, (index) => {
    const copy = { ...keep(readFileSync(join(at, `${index}.jpg`)), 'image/jpeg'), width: 640, height: 427 };
    return { width: 2_560, height: 1_708, display: copy, figure: copy };
  });
  return applyRedactions(composeDossier(record, planOfEverything('A large case'), 'court'));
}

/** Writes the files of one format into `at`; answers their names. */
export async function writeFormat(format: DossierFormat, dossier: RedactedDossier, at: string): Promise<readonly string[]> {
  const names: string[] = [];
  const job = {
    cancelled: () => false,
    step: () => undefined,
    written: {
      list: () => [],
      open: () => {
        throw new Error('bench: nothing is written yet');
      },
    },
    originals: [],
    signer: sampleOpenCase,
  };
  for await (const file of format.files(dossier, exhibitCopies(dossier, sampleOpenCase), job)) {
    if (!file.ok) throw new Error(file.problem.kind);
    const pieces: Uint8Array[] = [];
    for await (const piece of file.value.pieces) pieces.push(piece);
    writeFileSync(join(at, file.value.path), Buffer.concat(pieces));
    names.push(file.value.path);
  }
  return names;
}

/** What one process of {@link benchDossier} does: the PDF, and tells its time, the most memory it ever had, and its pages. */
export async function printInThisProcess(at: string, exhibits: number, pagesIn: (pdf: Buffer) => number): Promise<void> {
  const dossier = largeDossier(at, exhibits);
  let names: readonly string[] = [];
  const ms = await millisecondsOf(async () => {
    names = await writeFormat(pdfFormat, dossier, at);
  });
  const peak = peakMiB();
  const pages = names.reduce((sum, name) => sum + pagesIn(readFileSync(join(at, name))), 0);
  console.log(JSON.stringify({ ms, peak, pages }));
}
