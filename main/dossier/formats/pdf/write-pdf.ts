import { readFile } from 'node:fs/promises';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { findAsset } from '../../find-asset.ts';
import { dossierData } from '../dossier-data.ts';
import type { ExhibitCopy } from '../exhibit-copies.ts';
import { codePointsOf } from './font-coverage.ts';
import { fontFiles } from './font-files.ts';
import { declareUa } from './pdf-ua.ts';
import { pictureFile, printData } from './print-data.ts';
import { printerFor } from './printable-text.ts';
import { typeset } from './typeset.ts';

/**
 * The dossier as PDF/A-3a and PDF/UA-1 in one file, with its data attached as `case.json`. The same dossier gives the same
 * bytes on every machine: fonts ship with the product, and its only date is that of the dossier. Refused only `cancelled`.
 */
export async function writePdf(dossier: RedactedDossier, copies: readonly ExhibitCopy[], cancelled: () => boolean): Promise<Reply<Uint8Array>> {
  const [template, covered] = await Promise.all([readFile(findAsset('dossier/dossier.typ'), 'utf8'), coverage()]);
  const pictures = copies.filter(({ mime }) => mime !== 'text/plain').map((copy) => ({ path: pictureFile(copy), bytes: copy.bytes }));
  const data = new TextEncoder().encode(JSON.stringify(printData(dossier, copies, printerFor(covered))));
  const files = [{ path: 'print.json', bytes: data }, { path: 'case.json', bytes: dossierData(dossier, copies) }, ...pictures];
  const pdf = await typeset(template, files, cancelled);
  return pdf === 'cancelled' ? refused({ kind: 'cancelled' }) : done(declareUa(pdf));
}

/** A character can be printed when both weights have it: any text may stand in a heading. */
async function coverage(): Promise<(codePoint: number) => boolean> {
  const { regular, bold } = fontFiles();
  const pointsOf = async (paths: readonly string[]) => Promise.all(paths.map(async (path) => codePointsOf(await readFile(path))));
  const [regulars, bolds] = await Promise.all([pointsOf(regular), pointsOf(bold)]);
  return (point) => regulars.some((points) => points.has(point)) && bolds.some((points) => points.has(point));
}
