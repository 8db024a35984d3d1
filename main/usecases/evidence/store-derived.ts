import type { ExamineDraft } from '#shared/contract/quarantine.ts';
import type { DerivedBlob, EvidenceItem, PictureCopy } from '#shared/domain/evidence/evidence-item.ts';
import { done, type Reply } from '#shared/kernel/reply.ts';
import type { Desk, Progress } from '../ports.ts';

export type DerivedParts = Pick<EvidenceItem, 'text' | 'page' | 'picture' | 'found' | 'warnings'>;
type PictureBytes = NonNullable<ExamineDraft['picture']>['display'];

/** Seals what the quarantine brought out, each part as a blob of its own. A picture that is not what it says it is is left out. */
export async function storeDerived(desk: Desk, draft: ExamineDraft, job: Progress): Promise<Reply<DerivedParts>> {
  const text = draft.text === null || draft.text.text === '' ? null : await storeText(desk, draft.text, job);
  if (text && !text.ok) return text;
  const page = draft.pageHtml === null ? null : await storeBytes(desk, 'page', 'text/html;charset=utf-8', new TextEncoder().encode(draft.pageHtml), job);
  if (page && !page.ok) return page;
  const sound = draft.picture !== null && isPicture(draft.picture.display) && isPicture(draft.picture.figure);
  const picture = draft.picture !== null && sound ? await storePicture(desk, draft.picture, job) : null;
  if (picture && !picture.ok) return picture;
  const warnings: EvidenceItem['warnings'] = draft.picture !== null && !sound ? [...draft.warnings, 'picture-unreadable'] : draft.warnings;
  return done({ text: text?.value ?? null, page: page?.value ?? null, picture: picture?.value ?? null, found: draft.found, warnings });
}

async function storeText(desk: Desk, draft: NonNullable<ExamineDraft['text']>, job: Progress): Promise<Reply<NonNullable<EvidenceItem['text']>>> {
  const stored = await storeBytes(desk, 'text', 'text/plain;charset=utf-8', new TextEncoder().encode(draft.text), job);
  if (!stored.ok) return stored;
  return done({ ...stored.value, characters: draft.text.length, language: draft.language, encoding: draft.encoding });
}

async function storePicture(desk: Desk, draft: NonNullable<ExamineDraft['picture']>, job: Progress): Promise<Reply<NonNullable<EvidenceItem['picture']>>> {
  const display = await storeCopy(desk, 'display', draft.display, job);
  if (!display.ok) return display;
  const figure = await storeCopy(desk, 'figure', draft.figure, job);
  if (!figure.ok) return figure;
  return done({ width: draft.width, height: draft.height, display: display.value, figure: figure.value });
}

async function storeCopy(desk: Desk, name: string, copy: PictureBytes, job: Progress): Promise<Reply<PictureCopy>> {
  const stored = await storeBytes(desk, name, copy.mime, copy.bytes, job);
  return stored.ok ? done({ ...stored.value, width: copy.width, height: copy.height }) : stored;
}

async function storeBytes(desk: Desk, name: string, mime: string, bytes: Uint8Array, job: Progress): Promise<Reply<DerivedBlob>> {
  const quiet: Progress = { step: () => {}, cancelled: job.cancelled };
  const stored = await desk.openCase.storeBlob({ name, mime, bytes: bytes.length, open: () => once(bytes) }, quiet);
  return stored.ok ? done({ blob: stored.value.blob, mime, bytes: stored.value.bytes, sha256: stored.value.sha256 }) : stored;
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

const signatures = { 'image/png': [0x89, 0x50, 0x4e, 0x47], 'image/jpeg': [0xff, 0xd8, 0xff] } as const;

function isPicture(copy: PictureBytes): boolean {
  return copy.width > 0 && copy.height > 0 && signatures[copy.mime].every((byte, index) => copy.bytes[index] === byte);
}
