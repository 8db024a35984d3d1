import type { ExamineJob } from '#shared/contract/quarantine.ts';
import type { FoundField } from '#shared/domain/evidence/evidence-item.ts';
import { type DecodedText, decodeText } from '../../encoding/decode-text.ts';
import { companionsOf, type SavedFile } from './saved-files.ts';

/** `page` is inert: a document made by DOMParser has no window, runs no script and loads nothing. */
export type ParsedPage = {
  readonly decoded: DecodedText;
  readonly page: Document;
  /** The file that an address in the page means, if it was saved with it. */
  readonly savedFile: SavedFile;
  /** What is said of the page beside it. */
  readonly saidBeside: readonly FoundField[];
};

export function parseHtml(job: ExamineJob): ParsedPage {
  const decoded = decodeText(job.bytes, { html: true, chosen: job.encoding });
  return { decoded, page: inertPage(decoded.text), savedFile: companionsOf(job.companions), saidBeside: [] };
}

export function inertPage(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}
