import type { FoundType } from './identify-container.ts';
import { identifyMessage } from './identify-message.ts';

const textNames = 'txt text md markdown csv tsv log srt vtt json jsonl xml yaml yml ini eml nfo rst tex geojson kml gpx'.split(' ');

/**
 * Text of some kind, or null for anything binary. HTML is told by its first tag (WHATWG MIME Sniffing §7.1), SVG and other XML by
 * their root element; the rest is plain text. Nothing is decoded here beyond telling letters from other bytes.
 */
export function identifyText(head: Uint8Array): FoundType | null {
  const text = asLetters(head);
  if (text === null) return null;
  const start = afterPreamble(text);
  if (/^<svg[\s>]/i.test(start)) return { mime: 'image/svg+xml', extensions: ['svg'] };
  if (/^<html[\s>]/i.test(start) || isHtml(start)) return { mime: 'text/html', extensions: ['html', 'htm', 'xhtml', 'shtml', 'mht'] };
  const message = identifyMessage(start);
  if (message !== null) return message;
  if (text.trimStart().startsWith('<?xml')) return { mime: 'application/xml', extensions: ['xml', 'kml', 'gpx', 'rss', 'atom', 'xhtml', 'svg', 'txt'] };
  return { mime: 'text/plain', extensions: textNames };
}

const htmlTags =
  /^<(!doctype html|head|script|iframe|h[1-6]|div|font|table|a|style|title|b|body|br|p|meta|link|article|section|main|header|nav|span|ul|ol|img|base|center)[\s>/]/i;

function isHtml(start: string): boolean {
  // A comment alone opens programs' text files too; a saved page has a tag after its comments.
  return htmlTags.test(start);
}

/** Without byte order mark, white space, XML declaration, document type of SVG or XHTML, processing instructions and comments. */
function afterPreamble(text: string): string {
  let rest = text.replace(/^(\uFEFF|\u00EF\u00BB\u00BF)/, ''); // the mark as a character, or as the three bytes of UTF-8
  for (;;) {
    const next = rest.replace(/^(\s+|<\?[^>]*>|<!--[\s\S]*?-->|<!doctype\s+(?!html[\s>])[^>[]*(\[[^\]]*\])?\s*>)/i, '');
    if (next === rest) return rest;
    rest = next;
  }
}

/** The head as characters: UTF-16 with or without mark, else one character a byte. Null when it holds bytes that no text holds. */
function asLetters(head: Uint8Array): string | null {
  if (head.length === 0) return null;
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head.subarray(2));
  if (head[0] === 0xfe && head[1] === 0xff) return swapped(head.subarray(2));
  const zeros = countZeros(head);
  if (zeros.even + zeros.odd > 0) {
    if (zeros.odd * 5 > head.length && zeros.even * 20 < head.length) return plausible(new TextDecoder('utf-16le').decode(head));
    if (zeros.even * 5 > head.length && zeros.odd * 20 < head.length) return plausible(swapped(head));
    return null;
  }
  const controls = head.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  // A stray control character does not make a file binary (form feeds, escape sequences of old logs); many do.
  return controls * 50 > head.length ? null : new TextDecoder('latin1').decode(head);
}

function plausible(text: string): string | null {
  for (let at = 0; at < text.length; at += 1) if (isControl(text.charCodeAt(at))) return null;
  return text;
}

function swapped(bytes: Uint8Array): string {
  const pairs = bytes.slice(0, bytes.length - (bytes.length % 2));
  for (let at = 0; at < pairs.length; at += 2) pairs.subarray(at, at + 2).reverse();
  return new TextDecoder('utf-16le').decode(pairs);
}

function countZeros(head: Uint8Array): { readonly even: number; readonly odd: number } {
  const counts = { even: 0, odd: 0 };
  for (const [at, byte] of head.entries()) if (byte === 0) counts[at % 2 === 0 ? 'even' : 'odd'] += 1;
  return counts;
}

/** C0 without tab, line feed, form feed, carriage return and escape (WHATWG MIME Sniffing, "binary data byte"). */
function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b;
}
