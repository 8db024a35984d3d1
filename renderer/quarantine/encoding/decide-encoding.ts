/// <reference path="./html-encoding-sniffer.d.ts" />
import { getBOMEncoding, labelToName } from '@exodus/bytes/encoding.js';
import sniffHtml from 'html-encoding-sniffer';
import { detect } from 'jschardet';

/** A WHATWG encoding name in lower case. `guessed` when nothing in the file says so and the bytes are not plain UTF-8. */
export type DecidedEncoding = { readonly name: string; readonly guessed: boolean };

/** Enough for the detector to be sure; the whole of a 20 MB page would cost seconds and change nothing. */
const sampleBytes = 256 * 1024;
/** Names of the detector that are no label of the Encoding Standard, with the standard's nearest superset. */
const standardNames: { readonly [name: string]: string } = {
  'utf-16-be': 'utf-16be',
  'utf-16-le': 'utf-16le',
  'utf-8-sig': 'utf-8',
  maccyrillic: 'x-mac-cyrillic',
  macroman: 'macintosh',
  cp949: 'euc-kr',
  johab: 'euc-kr',
};

/**
 * Byte order mark, then the analyst's choice, then what the page declares (HTML Standard, "prescan a byte stream"), then UTF-8 when
 * the bytes are well-formed UTF-8, then a statistical guess.
 */
export function decideEncoding(bytes: Uint8Array, how: { readonly html: boolean; readonly chosen: string | null }): DecidedEncoding {
  const marked = getBOMEncoding(bytes);
  if (marked !== null) return { name: marked, guessed: false };
  const chosen = how.chosen === null ? null : labelToName(how.chosen);
  if (chosen !== null) return { name: chosen.toLowerCase(), guessed: false };
  const declared = how.html ? declaredEncoding(bytes) : null;
  if (declared !== null && !(declared === 'utf-8' && mostlyNotUtf8(bytes))) return { name: declared, guessed: false };
  if (declared === null && !hasNulPattern(bytes) && isUtf8(bytes)) return { name: 'utf-8', guessed: false };
  return { name: guessEncoding(bytes), guessed: true };
}

function declaredEncoding(bytes: Uint8Array): string | null {
  // The sniffer answers its default when the page declares nothing; this label cannot come from a page.
  const nothing = 'nothing-declared';
  const name = sniffHtml(bytes, { defaultEncoding: nothing });
  return name === nothing ? null : name.toLowerCase();
}

function guessEncoding(bytes: Uint8Array): string {
  const found = detect(bytes.subarray(0, sampleBytes)).encoding?.toLowerCase() ?? 'windows-1252';
  const label = standardNames[found] ?? found;
  return (labelToName(label) ?? labelToName(label.replace(/_/g, '-')) ?? 'windows-1252').toLowerCase();
}

/** Well-formed UTF-8 up to a character cut off at the end of the sample. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A page re-saved in another encoding often keeps its old declaration; a few broken bytes alone do not prove that. */
function mostlyNotUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, sampleBytes));
  let broken = 0;
  let beyondAscii = 0;
  for (const character of text) {
    if (character === '\uFFFD') broken += 1;
    else if (character > '\u007F') beyondAscii += 1;
  }
  return broken > 8 && broken > beyondAscii;
}

/** Half of the first bytes zero at even or at odd places: UTF-16 without a mark, which is also well-formed UTF-8. */
function hasNulPattern(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 512);
  return sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0) * 5 > sample.length;
}
