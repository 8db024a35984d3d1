import type { ExamineDraft } from '#shared/contract/quarantine.ts';
import type { DerivedBlob, EvidenceItem, PictureCopy } from '#shared/domain/evidence/evidence-item.ts';
import { done, type Reply } from '#shared/kernel/reply.ts';
import type { Desk } from '../ports/desk.ts';
import type { Progress } from '../ports/progress.ts';

export type DerivedParts = Pick<EvidenceItem, 'text' | 'page' | 'picture' | 'found' | 'warnings' | 'sheets'>;
type PictureBytes = NonNullable<ExamineDraft['picture']>['display'];

/**
 * Seals what the quarantine brought out, each part as a blob of its own and all together, so that the disk syncs once. A picture that is
 * not what it says it is is left out.
 */
export async function storeDerived(desk: Desk, draft: ExamineDraft, job: Progress): Promise<Reply<DerivedParts>> {
  const sound = draft.picture !== null && isPicture(draft.picture.display) && isPicture(draft.picture.figure);
  const [text, page, picture] = await Promise.all([
    draft.text === null || draft.text.text === '' ? null : storeText(desk, draft.text, job),
    draft.pageHtml === null ? null : storeBytes(desk, 'page', 'text/html;charset=utf-8', new TextEncoder().encode(draft.pageHtml), job),
    draft.picture !== null && sound ? storePicture(desk, draft.picture, job) : null,
  ]);
  if (text && !text.ok) return text;
  if (page && !page.ok) return page;
  if (picture && !picture.ok) return picture;
  const sheets = draft.sheets === undefined || draft.sheets.of.length === 0 ? null : await storeSheets(desk, draft.sheets, job);
  if (sheets && !sheets.ok) return sheets;
  const warnings: EvidenceItem['warnings'] = draft.picture !== null && !sound ? [...draft.warnings, 'picture-unreadable'] : draft.warnings;
  const parts = { text: text?.value ?? null, page: page?.value ?? null, picture: picture?.value ?? null, found: draft.found, warnings };
  return done({ ...parts, ...(sheets && { sheets: sheets.value }) });
}

type DraftSheets = NonNullable<ExamineDraft['sheets']>;
type DrawnSheets = NonNullable<EvidenceItem['sheets']>['drawn'];

async function storeSheets(desk: Desk, { of, drawn }: DraftSheets, job: Progress): Promise<Reply<NonNullable<EvidenceItem['sheets']>>> {
  const stored = await storeDrawn(desk, drawn, job);
  return stored.ok ? done({ of, drawn: stored.value }) : stored;
}

/** Pictures of pages and the places of their words, one behind the other in one blob: a file for each would cost a flush for each. */
export async function storeDrawn(desk: Desk, drawn: DraftSheets['drawn'], job: Progress): Promise<Reply<DrawnSheets>> {
  const [first] = drawn;
  if (!first) return done([]);
  let offset = 0;
  const pieces: Uint8Array[] = [];
  const sheets = drawn.map(({ picture: { mime, bytes, width, height }, words }) => {
    const told = new TextEncoder().encode(JSON.stringify(words));
    pieces.push(bytes, told);
    const at = offset;
    offset += bytes.length + told.length;
    return { mime, offset: at, bytes: bytes.length, width, height, wordsBytes: told.length };
  });
  const stored = await storeBytes(desk, 'sheets', 'application/octet-stream', joined(pieces, offset), job);
  if (!stored.ok) return stored;
  const { blob, bytes, sha256 } = stored.value;
  return done([{ blob, bytes, sha256, first: first.page, sheets }]);
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

async function storeText(desk: Desk, draft: NonNullable<ExamineDraft['text']>, job: Progress): Promise<Reply<NonNullable<EvidenceItem['text']>>> {
  const stored = await storeBytes(desk, 'text', 'text/plain;charset=utf-8', new TextEncoder().encode(draft.text), job);
  if (!stored.ok) return stored;
  return done({ ...stored.value, characters: draft.text.length, language: draft.language, encoding: draft.encoding });
}

async function storePicture(desk: Desk, draft: NonNullable<ExamineDraft['picture']>, job: Progress): Promise<Reply<NonNullable<EvidenceItem['picture']>>> {
  const [display, figure] = await Promise.all([storeCopy(desk, 'display', draft.display, job), storeCopy(desk, 'figure', draft.figure, job)]);
  if (!display.ok) return display;
  if (!figure.ok) return figure;
  return done({ width: draft.width, height: draft.height, display: display.value, figure: figure.value });
}

async function storeCopy(desk: Desk, name: string, copy: PictureBytes, job: Progress): Promise<Reply<PictureCopy>> {
  const stored = await storeBytes(desk, name, copy.mime, copy.bytes, job);
  return stored.ok ? done({ ...stored.value, width: copy.width, height: copy.height }) : stored;
}

export async function storeBytes(desk: Desk, name: string, mime: string, bytes: Uint8Array, job: Progress): Promise<Reply<DerivedBlob>> {
  const quiet: Progress = { step: () => {}, cancelled: job.cancelled };
  const stored = await desk.openCase.storeBlob({ name, mime, bytes: bytes.length, open: () => once(bytes) }, quiet);
  return stored.ok ? done({ blob: stored.value.blob, mime, bytes: stored.value.bytes, sha256: stored.value.sha256 }) : stored;
}

export async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

const signatures = { 'image/png': [0x89, 0x50, 0x4e, 0x47], 'image/jpeg': [0xff, 0xd8, 0xff] } as const;

function isPicture(copy: PictureBytes): boolean {
  return copy.width > 0 && copy.height > 0 && signatures[copy.mime].every((byte, index) => copy.bytes[index] === byte);
}
