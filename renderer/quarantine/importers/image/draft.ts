import type { ExamineDraft } from '#shared/contract/quarantine.ts';
import type { ParsedImage } from './parse.ts';

export function draftImage(parsed: ParsedImage): ExamineDraft {
  return { text: null, pageHtml: null, picture: parsed.picture, found: parsed.found, warnings: parsed.warnings };
}
