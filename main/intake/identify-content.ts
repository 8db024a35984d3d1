import type { IdentifiedFile } from '#main/usecases/ports/files.ts';
import type { EvidenceKind } from '#shared/domain/evidence/evidence-item.ts';
import { type FoundType, identifyContainer } from './identify-container.ts';
import { identifyText } from './identify-text.ts';
import { type Magic, magics } from './magic.ts';

const unknown: FoundType = { mime: 'application/octet-stream', extensions: [] };
const examinedPictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'];

/**
 * What a file is by its first bytes (64 KiB are enough), never by its name. The name only serves to tell when it says otherwise;
 * a name without an extension says nothing.
 */
export function identifyContent(head: Uint8Array, name: string): IdentifiedFile {
  const found = identifyContainer(head) ?? identifyMagic(head, true) ?? identifyText(head) ?? identifyMagic(head, false) ?? lateMagic(head) ?? unknown;
  return { mime: found.mime, format: formatOf(found.mime), kind: kindOf(found.mime), extensionLies: extensionLies(name, found) };
}

function identifyMagic(head: Uint8Array, sure: boolean): FoundType | null {
  return magics.find((magic) => isSure(magic) === sure && magic.bytes.every((byte, index) => head[magic.at + index] === byte)) ?? null;
}

/** Two or three bytes open many a text too: "BMW", "MZ", "ID3". They count only for what is no text. */
function isSure({ bytes, mime }: Magic): boolean {
  return bytes.length > 3 || mime === 'image/jpeg';
}

/** A PDF may begin within its first 1,024 bytes (PDF 1.7 implementation note 13); readers accept it, so we call it what it is. */
function lateMagic(head: Uint8Array): FoundType | null {
  const start = new TextDecoder('latin1').decode(head.subarray(0, 1_029));
  return start.includes('%PDF-') ? { mime: 'application/pdf', extensions: ['pdf'] } : null;
}

function formatOf(mime: string): IdentifiedFile['format'] {
  if (mime === 'text/html') return 'html';
  if (mime === 'multipart/related') return 'mhtml';
  if (mime === 'message/rfc822') return 'mail';
  if (mime === 'application/pdf') return 'pdf';
  if (examinedPictures.includes(mime)) return 'image';
  return mime === 'text/plain' || mime === 'application/xml' ? 'text' : 'opaque';
}

function kindOf(mime: string): EvidenceKind {
  if (mime === 'text/html' || mime === 'multipart/related') return 'article';
  if (mime.startsWith('image/')) return 'image';
  if (mime.startsWith('video/')) return 'video';
  if (/^text\/|rfc822$|pdf$|rtf$|postscript$|ole-storage$|opendocument|openxml|epub|\/xml$/.test(mime)) return 'document';
  return 'other';
}

/** A name that promises one kind of file while its bytes are another: how an attacker gets a file opened, or a mistake to know of. */
function extensionLies(name: string, found: FoundType): boolean {
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(name.trim())?.[1]?.toLowerCase();
  if (extension === undefined || !promising.has(extension) || found.extensions.includes(extension)) return false;
  return !(found.mime === 'text/plain' && alsoPlainText.has(extension));
}

/** Extensions that promise a certain format. Any other (a source file, a date after a dot, a page's .php) promises nothing. */
const promising = new Set([
  ...magics.flatMap(({ extensions }) => extensions),
  ...'webp avi wav avif heic heif mov mp4 m4v m4a 3gp zip docx xlsx pptx odt ods epub svg html htm txt md csv json xml'.split(' '),
]);
/** A page without a tag, a program's source: text all the same. */
const alsoPlainText = new Set('html htm ts bin db log'.split(' '));
