import type { IntakeWarning } from '#shared/domain/evidence/evidence-item.ts';
import { decodePicture } from '../../pictures/decode-picture.ts';
import { encodePicture } from '../../pictures/encode-picture.ts';
import { isWithinPixels } from '../../pictures/picture-header.ts';
import type { SavedFile } from './saved-files.ts';

const mostPictures = 200;
const longestSide = 1_600;
const mostBytes = 24 * 1024 * 1024;

/**
 * Puts the pictures of a sanitised page back, each drawn anew from its pixels, from data: addresses and from the files saved
 * with the page. References to anywhere else stay text.
 */
export async function inlinePictures(body: HTMLElement, savedFile: SavedFile): Promise<readonly IntakeWarning[]> {
  const warnings = new Set<IntakeWarning>();
  const drawn = new Map<string, string | null>();
  const budget = { pixels: 0, bytes: 0 };
  for (const picture of body.querySelectorAll('img')) {
    const reference = picture.getAttribute('data-orig-src') ?? '';
    if (reference.startsWith('data:')) picture.removeAttribute('data-orig-src');
    const bytes = reference === '' ? null : bytesOf(reference, savedFile);
    if (bytes === 'missing') warnings.add('companion-missing');
    if (bytes === null || bytes === 'missing') continue;
    if (!drawn.has(reference)) drawn.set(reference, drawn.size < mostPictures ? await drawAnew(bytes, budget, warnings) : null);
    const url = drawn.get(reference);
    if (url) picture.setAttribute('src', url);
  }
  for (const picture of body.querySelectorAll('img:not([src])')) standIn(picture);
  return [...warnings];
}

/** A frame with the picture's own alternative text in place of one that is not there; what counts visitors leaves no trace. */
function standIn(picture: Element): void {
  const isPixel = ['width', 'height'].some((side) => /^[0-2](px)?$/.test(picture.getAttribute(side) ?? ''));
  if (isPixel) {
    picture.remove();
    return;
  }
  const frame = picture.ownerDocument.createElement('span');
  frame.setAttribute('data-absent-picture', '');
  for (const name of ['data-orig-src', 'title']) frame.setAttribute(name, picture.getAttribute(name) ?? '');
  frame.textContent = picture.getAttribute('alt') ?? '';
  picture.replaceWith(frame);
}

function bytesOf(reference: string, savedFile: SavedFile): ReturnType<SavedFile> {
  const data = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,/i.exec(reference);
  return data === null ? savedFile(reference) : decodeBase64(reference.slice(data[0].length));
}

async function drawAnew(bytes: Uint8Array, budget: { pixels: number; bytes: number }, warnings: Set<IntakeWarning>): Promise<string | null> {
  const decoded = await decodePicture(new Uint8Array(bytes));
  for (const warning of decoded.warnings) if (warning === 'picture-too-large') warnings.add(warning);
  if (decoded.bitmap === null) return null;
  budget.pixels += decoded.bitmap.width * decoded.bitmap.height;
  const affordable = isWithinPixels(budget.pixels, 1) && budget.bytes < mostBytes;
  const lossless = decoded.header.mime === 'image/png' || decoded.header.mime === 'image/gif';
  const encoded = affordable ? await encodePicture(decoded.bitmap, longestSide, lossless ? 'image/png' : 'image/jpeg') : null;
  decoded.bitmap.close();
  if (encoded === null) {
    warnings.add('picture-too-large');
    return null;
  }
  budget.bytes += encoded.bytes.length;
  return `data:${encoded.mime};base64,${encodeBase64(encoded.bytes)}`;
}

function decodeBase64(text: string): Uint8Array | null {
  try {
    const letters = atob(text.includes('%') ? decodeURIComponent(text) : text);
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
    return bytes;
  } catch {
    return null;
  }
}

function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
