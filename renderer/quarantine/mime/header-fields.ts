import { decodeText } from '../encoding/decode-text.ts';
import { bytesOf, decodeBase64, decodeQuotedPrintable } from './transfer-encoding.ts';

/** Fields of a header by name in lower case, unfolded (RFC 5322 §2.2), as one character for each byte. */
export type HeaderFields = { readonly first: (name: string) => string | null; readonly all: (name: string) => readonly string[] };

const longestHeader = 1024 * 1024;
const longestField = 16 * 1024;

/** The fields at the beginning of a part; `end` is where its body begins. */
export function readHeader(text: string): { readonly fields: HeaderFields; readonly end: number } {
  const blank = /(^|\n)\r?\n/g;
  const found = blank.exec(text.slice(0, longestHeader));
  const end = found === null ? text.length : blank.lastIndex;
  const fields = new Map<string, string[]>();
  for (const line of text
    .slice(0, Math.min(end, longestHeader))
    .replace(/\r?\n[ \t]/g, ' ')
    .split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    fields.set(name, [...(fields.get(name) ?? []), line.slice(colon + 1).trim()]);
  }
  return { fields: { first: (name) => fields.get(name)?.[0] ?? null, all: (name) => fields.get(name) ?? [] }, end };
}

/** A parameter of a field, also one that comes in pieces or in an encoding (RFC 2231); null when it has none of this name. */
export function parameterOf(field: string, name: string): string | null {
  return findParameter(field, name)?.text ?? null;
}

/** {@link parameterOf} for what a person named; empty when there is none. */
export function parameterWords(field: string, name: string): string {
  const found = findParameter(field, name);
  return found === null || found.decoded ? (found?.text ?? '') : wordsOf(found.text);
}

/** `decoded`: its text is words already, and not one character for each byte. */
function findParameter(field: string, name: string): { readonly text: string; readonly decoded: boolean } | null {
  const found = new Map<string, string>();
  for (const match of field.slice(0, longestField).matchAll(/;\s*([^\s=;]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)/g)) {
    const value = (match[2] ?? '').trim();
    found.set((match[1] ?? '').toLowerCase(), value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value);
  }
  const whole = found.get(name);
  if (whole !== undefined) return { text: whole, decoded: false };
  const extended = found.get(`${name}*`);
  if (extended !== undefined) return { text: unescaped(extended), decoded: true };
  let pieces = '';
  for (let number = 0; ; number += 1) {
    const piece = found.get(`${name}*${number}`) ?? found.get(`${name}*${number}*`);
    if (piece === undefined) return number === 0 ? null : { text: unescaped(pieces), decoded: true };
    pieces += piece;
  }
}

/** `charset'language'text` with percent escapes; without those marks the text as it is. */
function unescaped(text: string): string {
  const [, charset, words] = /^([^']*)'[^']*'(.*)$/s.exec(text) ?? [];
  if (words === undefined) return text;
  const bytes = bytesOf(words.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
  return decodeText(bytes, { html: false, chosen: charset || null }).text;
}

/** The words of a field: encoded words decoded (RFC 2047), what neighbours split between them joined first; other bytes by what they look like. */
export function wordsOf(field: string): string {
  const joined = field.slice(0, longestField).replace(/(=\?[^?\s]+\?[BbQq]\?[^?]*\?=)\s+(?==\?[^?\s]+\?[BbQq]\?)/g, '$1');
  const pieces = joined.split(/((?:=\?[^?\s]+\?[BbQq]\?[^?]*\?=)+)/);
  return pieces
    .map((piece, at) => (at % 2 === 1 ? encodedWords(piece) : decodeText(bytesOf(piece), { html: false, chosen: null }).text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Neighbours in one charset are decoded as one: a character may begin in one and end in the next. */
function encodedWords(run: string): string {
  const pieces: { charset: string; letters: string }[] = [];
  for (const [, charset = '', encoding = '', text = ''] of run.matchAll(/=\?([^?\s]+)\?([BbQq])\?([^?]*)\?=/g)) {
    const label = charset.split('*')[0] ?? '';
    const letters = encoding.toLowerCase() === 'b' ? lettersOf(decodeBase64(text)) : decodeQuotedPrintable(text.replaceAll('_', '=20'));
    const last = pieces.at(-1);
    if (last?.charset === label) last.letters += letters;
    else pieces.push({ charset: label, letters });
  }
  return pieces.map(({ charset, letters }) => decodeText(bytesOf(letters), { html: false, chosen: charset }).text).join('');
}

const lettersOf = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 4_096));
