import type { ExamineDraft } from '#shared/contract/quarantine.ts';
import type { DecodedText } from '../../encoding/decode-text.ts';
import { guessLanguage } from '../../language/guess-language.ts';
import { cutText } from '../cut-text.ts';

export function draftText(decoded: DecodedText): ExamineDraft {
  const { text, cut } = cutText(decoded.text);
  const warnings = cut ? [...decoded.warnings, 'text-cut' as const] : decoded.warnings;
  return { text: { text, language: guessLanguage(text), encoding: decoded.encoding }, pageHtml: null, picture: null, found: [], warnings };
}
