import { type HeaderFields, parameterOf, readHeader } from './header-fields.ts';
import { decodeTransfer } from './transfer-encoding.ts';

/**
 * One part of a MIME message (RFC 2045): a multipart has `parts` and no content, any other content and no parts. `type` in lower case, without
 * parameters; `text/plain` where none is named. Reads what broken programs and cut-off files leave: bare line feeds, a boundary that never ends.
 */
export type MimePart = {
  readonly fields: HeaderFields;
  readonly type: string;
  readonly parts: readonly MimePart[];
  /** Bytes without their transfer encoding. Decoded at each call. */
  readonly content: () => Uint8Array<ArrayBuffer>;
};

const deepest = 20;
const mostParts = 4_000;

export function readMime(bytes: Uint8Array): MimePart {
  return readPart(lettersOf(bytes), 0, { left: mostParts });
}

/** Every part that is no multipart, in order. */
export function leavesOf(part: MimePart): readonly MimePart[] {
  return part.type.startsWith('multipart/') ? part.parts.flatMap(leavesOf) : [part];
}

/** `text`: one character for each byte. */
function readPart(text: string, depth: number, budget: { left: number }): MimePart {
  const { fields, end } = readHeader(text);
  const typeField = fields.first('content-type') ?? '';
  const type = (typeField.split(';')[0] ?? '').trim().toLowerCase() || 'text/plain';
  const boundary = type.startsWith('multipart/') ? parameterOf(typeField, 'boundary') : null;
  if (boundary === null || boundary === '' || depth >= deepest) {
    const encoding = (fields.first('content-transfer-encoding') ?? '').trim().toLowerCase();
    return {
      fields,
      type: type.startsWith('multipart/') ? 'application/octet-stream' : type,
      parts: [],
      content: () => decodeTransfer(text.slice(end), encoding),
    };
  }
  const parts: MimePart[] = [];
  for (const piece of piecesOf(text, end, `--${boundary}`)) {
    budget.left -= 1;
    if (budget.left < 0) break;
    parts.push(readPart(piece, depth + 1, budget));
  }
  return { fields, type, parts, content: () => new Uint8Array() };
}

/** What stands between lines of the delimiter, up to the one that closes or the end; the line end before a delimiter belongs to it (RFC 2046 §5.1.1). */
function* piecesOf(text: string, from: number, delimiter: string): Iterable<string> {
  let begin = -1;
  for (let at = text.indexOf(delimiter, from); at >= 0; at = text.indexOf(delimiter, at + delimiter.length)) {
    if (at > from && text[at - 1] !== '\n') continue;
    const behind = /^(--)?[ \t]*(\r?\n|$)/.exec(text.slice(at + delimiter.length, at + delimiter.length + 200));
    if (behind === null) continue; // another delimiter that begins like this one
    if (begin >= 0) yield text.slice(begin, text[at - 2] === '\r' ? at - 2 : at - 1);
    if (behind[1] !== undefined) return;
    begin = at + delimiter.length + behind[0].length;
  }
  if (begin >= 0) yield text.slice(begin);
}

/** Not a decoder: that of ISO 8859-1 is the one of windows-1252 on the web, which has other letters for 0x80 to 0x9F. */
function lettersOf(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return pieces.join('');
}
