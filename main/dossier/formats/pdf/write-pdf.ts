import { readFile } from 'node:fs/promises';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { findAsset } from '../../find-asset.ts';
import { dossierData } from '../dossier-data.ts';
import { type ExhibitCopy, readPictures } from '../exhibit-copies.ts';
import { codePointsOf } from './font-coverage.ts';
import { fontFiles } from './font-files.ts';
import { declareUa } from './pdf-ua.ts';
import { printData, type Volume } from './print-data.ts';
import { pictureFile } from './print-exhibit.ts';
import { printerFor } from './printable-text.ts';
import { typeset } from './typeset.ts';

/** The typesetter holds every picture of a file as pixels: more exhibits than this go into a volume of their own. */
const exhibitsInVolume = 200;
/** The first of several volumes has the whole report, and so fewer exhibits. */
const exhibitsInFirst = 20;

/** The volumes of a dossier: one, unless it has many exhibits. */
export function volumesOf({ exhibits }: RedactedDossier): readonly Volume[] {
  const labels = exhibits.map(({ label }) => label);
  if (labels.length <= exhibitsInVolume) return [{ number: 1, count: 1, exhibits: labels }];
  const later = Math.ceil((labels.length - exhibitsInFirst) / exhibitsInVolume);
  const first = { number: 1, count: later + 1, exhibits: labels.slice(0, exhibitsInFirst) };
  return [first, ...Array.from({ length: later }, (_, index) => volumeAfter(labels.slice(exhibitsInFirst), index, later + 1))];
}

function volumeAfter(labels: readonly string[], index: number, count: number): Volume {
  return { number: index + 2, count, exhibits: labels.slice(index * exhibitsInVolume, (index + 1) * exhibitsInVolume) };
}

/** `dossier.pdf`, or `dossier-1.pdf` and on. */
export function volumeFile({ number, count }: Volume): string {
  return count === 1 ? 'dossier.pdf' : `dossier-${number}.pdf`;
}

/**
 * One volume as PDF/A-3a and PDF/UA-1 in one file; the first has the data attached as `case.json`. The same dossier gives the same bytes on
 * every machine: fonts ship with the product, and its only date is that of the dossier. Refused `cancelled`, or `case-damaged` for a picture.
 */
export async function writePdf(dossier: RedactedDossier, copies: readonly ExhibitCopy[], volume: Volume, cancelled: () => boolean): Promise<Reply<Uint8Array>> {
  const logo = volume.number === 1 ? dossier.exhibits.find(({ id }) => id === dossier.style.logoId)?.label : undefined;
  const shown = await readPictures(copies.filter(({ label }) => volume.exhibits.includes(label) || label === logo));
  if (!shown.ok) return shown;
  const [template, covered] = await Promise.all([readFile(findAsset('dossier/dossier.typ'), 'utf8'), coverage()]);
  const pictures = shown.value.map((copy) => ({ path: pictureFile(copy), bytes: copy.bytes }));
  const data = new TextEncoder().encode(JSON.stringify(printData(dossier, shown.value, printerFor(covered), volume)));
  const attached = volume.number === 1 ? [{ path: 'case.json', bytes: dossierData(dossier, copies) }] : [];
  const pdf = await typeset(template, [{ path: 'print.json', bytes: data }, ...attached, ...pictures], cancelled);
  return pdf === 'cancelled' ? refused({ kind: 'cancelled' }) : done(declareUa(pdf));
}

let known: ((codePoint: number) => boolean) | null = null;

/** A character can be printed when both weights have it: any text may stand in a heading. Asked of the fonts once. */
async function coverage(): Promise<(codePoint: number) => boolean> {
  if (known) return known;
  const { regular, bold } = fontFiles();
  const pointsOf = async (paths: readonly string[]) => Promise.all(paths.map(async (path) => codePointsOf(await readFile(path))));
  const [regulars, bolds] = await Promise.all([pointsOf(regular), pointsOf(bold)]);
  known = (point) => regulars.some((points) => points.has(point)) && bolds.some((points) => points.has(point));
  return known;
}
