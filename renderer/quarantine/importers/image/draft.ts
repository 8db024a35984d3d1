import type { ExamineDraft } from '#shared/contract/quarantine.ts';
import type { ParsedImage } from './parse.ts';

export function draftImage(parsed: ParsedImage): ExamineDraft {
  const { picture, found, warnings, faces } = parsed;
  return { text: null, pageHtml: null, picture, found, warnings, ...(faces && { faces }) };
}
