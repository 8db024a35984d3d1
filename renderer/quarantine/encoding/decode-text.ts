import { TextDecoder } from '@exodus/bytes/encoding.js';
import type { IntakeWarning } from '#shared/domain/evidence/evidence-item.ts';
import { type DecidedEncoding, decideEncoding } from './decide-encoding.ts';

export type DecodedText = { readonly text: string; readonly encoding: string; readonly warnings: readonly IntakeWarning[] };

/** Bytes to text with `\n` line ends. Characters are kept as found: no normalisation, so that a quote matches the original. */
export function decodeText(bytes: Uint8Array, how: { readonly html: boolean; readonly chosen: string | null }): DecodedText {
  const decided = decideEncoding(bytes, how);
  const text = decodeAs(bytes, decided.name);
  const warnings: IntakeWarning[] = decided.guessed ? ['encoding-guessed'] : [];
  if (lostCharacters(bytes, text, decided)) warnings.push('encoding-replaced-characters');
  return { text: text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '\uFFFD'), encoding: decided.name, warnings };
}

/** Not the platform's decoder: Node 20 reads windows-1252 wrongly between 0x80 and 0x9F (nodejs/node#60888), and tests run there too. */
function decodeAs(bytes: Uint8Array, name: string): string {
  // `replacement` is what the standard maps dangerous old encodings to; it decodes to a single U+FFFD.
  return new TextDecoder(name === 'replacement' ? 'utf-8' : name).decode(bytes);
}

function lostCharacters(bytes: Uint8Array, text: string, decided: DecidedEncoding): boolean {
  if (!text.includes('\uFFFD')) return false;
  if (decided.name !== 'utf-8') return true;
  // U+FFFD written in the file itself is a character like any other.
  try {
    new globalThis.TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return false;
  } catch {
    return true;
  }
}
