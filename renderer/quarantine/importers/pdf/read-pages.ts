import type { PDFPageProxy } from 'pdfjs-dist';
import type { ExamineDraft } from '#shared/contract/quarantine.ts';
import { mostSheets } from '#shared/domain/evidence/sheets.ts';
import { longestText } from '../cut-text.ts';
import { pageText } from './page-text.ts';
import type { OpenDocument } from './parse.ts';

type SheetHeads = NonNullable<ExamineDraft['sheets']>['of'];

/** Time for the text of all pages; a document that takes longer is read up to there. */
const readingMs = 14_000;
const largestSide = 20_000;

/** Text of the pages one below the other, with an empty line between, and where each begins. */
export async function readPages({ document }: OpenDocument): Promise<{ readonly text: string; readonly of: SheetHeads; readonly cut: boolean }> {
  const until = performance.now() + readingMs;
  const texts: string[] = [];
  const of: SheetHeads[number][] = [];
  let length = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    if (number > mostSheets || performance.now() > until) return { text: texts.join(''), of, cut: true };
    const page = await document.getPage(number).catch(() => null);
    // A page that cannot be found ends the document: those after it would bear wrong numbers.
    if (page === null) return { text: texts.join(''), of, cut: true };
    // Its words may be beyond reading while its picture is not.
    const text = await pageText(page).then(
      (read) => read.text,
      () => '',
    );
    const shown = number < document.numPages ? `${text}\n\n` : text;
    if (length + shown.length > longestText) return { text: texts.join(''), of, cut: true };
    of.push({ ...sizeOf(page), start: length });
    texts.push(shown);
    length += shown.length;
    page.cleanup();
  }
  return { text: texts.join(''), of, cut: false };
}

/** Whole points, upright. A page of a mile or of nothing is shown as one that can be drawn. */
export function sizeOf(page: PDFPageProxy): { readonly w: number; readonly h: number } {
  const { width, height } = page.getViewport({ scale: 1 });
  const side = (points: number) => Math.min(largestSide, Math.max(1, Math.round(Number.isFinite(points) ? points : 1)));
  return { w: side(width), h: side(height) };
}
