import type { ExamineJob } from '#shared/contract/quarantine.ts';
import { type DecodedText, decodeText } from '../../encoding/decode-text.ts';

/** `page` is inert: a document made by DOMParser has no window, runs no script and loads nothing. */
export type ParsedPage = { readonly decoded: DecodedText; readonly page: Document };

export function parseHtml(job: ExamineJob): ParsedPage {
  const decoded = decodeText(job.bytes, { html: true, chosen: job.encoding });
  return { decoded, page: new DOMParser().parseFromString(decoded.text, 'text/html') };
}
