import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { wordsOf } from '#tests/fixtures/dossier/inside-pdf.ts';

/** What can be read out of a file: bytes as they lie there or after taking apart what packs them, and the words it shows. */
export type Layer = { readonly name: string; readonly bytes: Buffer };

/** Every glyph of a PDF read by every font: words come out of their own font whole, and by chance out of another in pieces. */
export const glyphLayer = 'glyphs';

const deepest = 4;

/** The file itself and everything packed into it: members of zip files, streams of PDFs, pixels and texts of PNGs, gzip, base64, hexadecimal. */
export function layersOf(name: string, bytes: Buffer, depth = 0): readonly Layer[] {
  const self: Layer = { name, bytes };
  if (depth >= deepest || bytes.length < 2) return [self];
  return [self, ...packedIn(bytes).flatMap((inner) => layersOf(`${name} › ${inner.name}`, inner.bytes, depth + 1))];
}

function packedIn(bytes: Buffer): readonly Layer[] {
  if (bytes.readUInt16BE(0) === 0x504b) return zipMembers(bytes);
  if (bytes.toString('latin1', 0, 5) === '%PDF-') return pdfParts(bytes);
  if (bytes.toString('latin1', 1, 4) === 'PNG') return pngParts(bytes);
  if (bytes.readUInt16BE(0) === 0x1f8b) return [{ name: 'gzip', bytes: gunzipSync(bytes) }];
  const text = bytes.toString('latin1');
  return [...runs(text, /[A-Za-z0-9+/_-]{16,}={0,2}/g, 'base64', 'base64'), ...runs(text, /(?:[0-9a-fA-F]{2}){8,}/g, 'hex', 'hexadecimal')];
}

/** All runs of an encoding as one layer, decoded, with a gap between them. */
function runs(text: string, pattern: RegExp, encoding: 'base64' | 'hex', name: string): readonly Layer[] {
  const decoded = [...text.matchAll(pattern)].map(([run]) => Buffer.from(run, encoding));
  const packed = decoded.filter((run) => run.length > 64).map((run) => ({ name, bytes: run }));
  const short = decoded.filter((run) => run.length <= 64);
  return [...packed, ...(short.length > 0 ? [{ name, bytes: Buffer.concat(short.flatMap((run) => [run, Buffer.from('\n')])) }] : [])];
}

function zipMembers(bytes: Buffer): readonly Layer[] {
  const found: Layer[] = [];
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 46, 'latin1')) {
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    found.push({ name, bytes: bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed) });
    found.push({ name: `name and day of ${name}`, bytes: Buffer.from(`${name} ${dosDay(bytes.readUInt16LE(at + 14))}`) });
  }
  return found;
}

function dosDay(date: number): string {
  return `${(date >> 9) + 1980}-${String((date >> 5) & 15).padStart(2, '0')}-${String(date & 31).padStart(2, '0')}`;
}

function pngParts(bytes: Buffer): readonly Layer[] {
  const pixels: Buffer[] = [];
  const others: Layer[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const [type, data] = [bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at))];
    if (type === 'IDAT') pixels.push(data);
    else if (type !== 'IHDR' && type !== 'IEND') others.push({ name: type, bytes: inflated(data) });
  }
  return [{ name: 'pixels', bytes: inflated(Buffer.concat(pixels)) }, ...others];
}

/** Streams unpacked, strings unescaped, and the words on its pages. */
function pdfParts(bytes: Buffer): readonly Layer[] {
  const parts: Layer[] = [];
  let outside = '';
  let end = 0;
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', end)) {
    outside += bytes.toString('latin1', end, at);
    const stop = bytes.indexOf('endstream', at);
    parts.push({ name: 'stream', bytes: inflated(bytes.subarray(at + 7, stop)) });
    end = stop + 'endstream'.length;
  }
  outside += bytes.toString('latin1', end);
  const literal = [...outside.matchAll(/\(((?:\\[\s\S]|[^\\()])*)\)/g)].map(([, body = '']) => Buffer.from(unescaped(body), 'latin1'));
  const hex = [...outside.matchAll(/<([0-9A-Fa-f\s]+)>/g)].map(([, body = '']) => Buffer.from(body.replace(/\s/g, ''), 'hex'));
  const strings = [...literal, ...hex].map((text) =>
    text[0] === 0xfe && text[1] === 0xff
      ? Buffer.from(text.subarray(0, text.length & ~1))
          .swap16()
          .toString('utf16le')
      : text,
  );
  const words = wordsOf(bytes).replace(/[\s-]/g, '');
  return [
    ...parts,
    { name: 'strings', bytes: Buffer.concat(strings.flatMap((text) => [Buffer.from(text), Buffer.from('\n')])) },
    { name: glyphLayer, bytes: Buffer.from(words) },
  ];
}

function unescaped(body: string): string {
  const codes: { readonly [letter: string]: string } = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' };
  return body.replace(/\\([0-7]{1,3}|[\s\S])/g, (_all, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (codes[code] ?? code),
  );
}

function inflated(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes);
  } catch {
    return bytes;
  }
}
