import type { PDFPageProxy } from 'pdfjs-dist';
import type { ExamineDraft } from '#shared/contract/quarantine.ts';
import { type EncodedPicture, encodePicture } from '../../pictures/encode-picture.ts';
import { pageText } from './page-text.ts';
import type { OpenDocument } from './parse.ts';

type Drawn = NonNullable<ExamineDraft['sheets']>['drawn'][number];

/** Long side of a page's picture: 145 dots per inch of an A4 page. */
const sheetSide = 1_700;
/** Above this a picture of a page is a photograph, and a lossless copy only a burden. */
const largestPng = 900_000;
const mostBytes = 24 * 1024 * 1024;

/** Draws pages one after the other while time and room last. A page that cannot be drawn ends the run, because pages lie one behind the other. */
export async function drawSheets(
  { document }: OpenDocument,
  wanted: { readonly first: number; readonly last: number; readonly untilMs: number },
): Promise<Drawn[]> {
  const drawn: Drawn[] = [];
  let bytes = 0;
  for (let number = wanted.first; number <= wanted.last; number += 1) {
    if (performance.now() > wanted.untilMs && drawn.length > 0) break;
    const page = await document.getPage(number).catch(() => null);
    const picture = page && (await drawPage(page).catch(() => null));
    if (page === null || picture === null || bytes + picture.bytes.length > mostBytes) break;
    const words = await pageText(page).then(
      (read) => read.words,
      () => [],
    );
    drawn.push({ page: number, picture, words });
    bytes += picture.bytes.length;
    page.cleanup();
  }
  return drawn;
}

async function drawPage(page: PDFPageProxy): Promise<EncodedPicture> {
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: sheetSide / Math.max(natural.width, natural.height, 1) });
  const canvas = window.document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  // For the printer: the other way waits for frames of a window, and this one is never shown.
  await page.render({ canvas, viewport, intent: 'print', background: '#ffffff' }).promise;
  const png = await encodePicture(canvas, sheetSide, 'image/png');
  const picture = png.bytes.length <= largestPng ? png : await encodePicture(canvas, sheetSide, 'image/jpeg');
  canvas.width = 0;
  return picture;
}
