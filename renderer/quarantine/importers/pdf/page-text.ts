import { type PDFPageProxy, Util } from 'pdfjs-dist';
import type { SheetWords } from '#shared/domain/evidence/sheets.ts';

type Words = SheetWords[number];
const mostRuns = 20_000;
/** How much of a line's height stands above its base line, about, in every script. */
const ascent = 0.82;

/** Text of a page in the order of the file, with where each run of it stands on the upright page, in points. */
export async function pageText(page: PDFPageProxy): Promise<{ readonly text: string; readonly words: SheetWords }> {
  const content = await page.getTextContent();
  const viewport = page.getViewport({ scale: 1 });
  const words: Words[] = [];
  let text = '';
  for (const item of content.items) {
    if (!('str' in item)) continue;
    const start = text.length;
    text += clean(item.str);
    if (text.length > start && item.str.trim() !== '' && words.length < mostRuns) {
      words.push(placed(start, text.length, Util.transform(viewport.transform, item.transform) as number[], item.width));
    }
    if (item.hasEOL) text += '\n';
  }
  return { text: text.trimEnd(), words: words.filter(([, end]) => end <= text.trimEnd().length) };
}

/** Control characters of a crafted or careless file; a line end within a run would make two lines of one. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
}

function placed(start: number, end: number, [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0]: readonly number[], width: number): Words {
  const angle = Math.atan2(b, a);
  const height = Math.hypot(c, d);
  const turns = (((Math.round(angle / (Math.PI / 2)) % 4) + 4) % 4) as Words[6];
  const up = height * ascent;
  const rounded = (points: number) => (Number.isFinite(points) ? Math.round(Math.min(100_000, Math.max(-100_000, points)) * 10) / 10 : 0);
  return [start, end, rounded(x + Math.sin(angle) * up), rounded(y - Math.cos(angle) * up), rounded(Math.max(1, width)), rounded(Math.max(1, height)), turns];
}
