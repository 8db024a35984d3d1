import { type ExamineDraft, ExamineDraftSchema, type ExamineJob } from '#shared/contract/quarantine.ts';
import type { StoredBlob } from '../ports/blobs.ts';
import type { Desk } from '../ports/desk.ts';
import type { IdentifiedFile, OpenedFile } from '../ports/files.ts';
import type { Progress } from '../ports/progress.ts';
import type { TakeInWishes } from './take-in-wishes.ts';

/** Larger files are kept as they are and not parsed: the quarantine holds a file and its copies in memory. */
const longestExamined = 64 * 1024 * 1024;
const mostCompanions = 1_000;

export const nothingExamined: ExamineDraft = { text: null, pageHtml: null, picture: null, found: [], warnings: [] };

/**
 * Has the sealed bytes looked at in the quarantine, not the file: what is derived belongs to exactly what was kept.
 * `null` when nothing came of it, for whatever reason: the file stays as opaque evidence.
 */
export async function examineSealed(
  desk: Desk,
  sealed: { readonly opened: OpenedFile; readonly identified: IdentifiedFile; readonly stored: StoredBlob },
  wishes: TakeInWishes,
  job: Progress,
): Promise<ExamineDraft | null> {
  const { stored, identified } = sealed;
  if (identified.format === 'opaque' || stored.bytes > longestExamined || job.cancelled()) return null;
  job.step('parsing', 0, 1);
  const bytes = await desk.openCase.readBlob(stored.blob, 0, stored.bytes);
  if (!bytes.ok) return null;
  const companions = identified.format === 'html' ? await readCompanions(sealed.opened, longestExamined - stored.bytes) : [];
  const answer = await desk.quarantine.examine({
    format: identified.format,
    mime: identified.mime,
    bytes: owned(bytes.value),
    url: wishes.url ?? null,
    encoding: wishes.encoding ?? null,
    companions,
  });
  job.step('parsing', 1, 1);
  if (!answer.ok) return null;
  // The page that parsed it is not trusted: its answer is checked like any other input.
  const draft = ExamineDraftSchema.safeParse(answer.value);
  return draft.success ? draft.data : null;
}

async function readCompanions(opened: OpenedFile, limitBytes: number): Promise<ExamineJob['companions']> {
  const read: { path: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
  let left = limitBytes;
  for (const companion of (await opened.companions()).slice(0, mostCompanions)) {
    if (companion.bytes > left) continue;
    const bytes = await companion.read().catch(() => null);
    if (!bytes || bytes.length > left) continue;
    left -= bytes.length;
    read.push({ path: companion.path, bytes: owned(bytes) });
  }
  return read;
}

/** Bytes that can cross to the page: not shared with another thread. Copies only where they are. */
export function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}
