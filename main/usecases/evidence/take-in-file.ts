import type { TakenIn } from '#shared/contract/evidence.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import { type CleanName, cleanName } from '#shared/domain/evidence/clean-name.ts';
import type { IntakeWarning } from '#shared/domain/evidence/evidence-item.ts';
import { type Derivation, deriveEvidence, type EvidenceToRecord, evidenceWithDigest, takeInEvidence } from '#shared/domain/evidence/take-in-evidence.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { editFacts, idPut } from '../commit-edit.ts';
import type { StoredBlob } from '../ports/blobs.ts';
import type { Desk } from '../ports/desk.ts';
import type { GivenFile, IdentifiedFile, OpenedFile } from '../ports/files.ts';
import type { Progress } from '../ports/progress.ts';
import { watchedInNew } from '../watch/watched-in-text.ts';
import { examineSealed, nothingExamined } from './examine-sealed.ts';
import { sourceOfFile } from './source-of-file.ts';
import { type DerivedParts, storeDerived } from './store-derived.ts';
import type { TakeInWishes } from './take-in-wishes.ts';

/** A file whose bytes are in the case, under no name yet. */
export type Sealed = { readonly opened: OpenedFile; readonly name: CleanName; readonly identified: IdentifiedFile; readonly stored: StoredBlob };

const headLength = 64 * 1024;

/** One file, whole: seal the bytes as they are, look at a copy in the quarantine, then record everything in one edit. */
export async function takeInFile(
  desk: Desk,
  file: GivenFile,
  item: number,
  wishes: TakeInWishes,
  job: Progress,
  derivation: Derivation | null = null,
): Promise<Reply<TakenIn>> {
  const opened = await openToTakeIn(desk, file, item);
  if (!opened.ok) return opened;
  const sealed = await sealOpened(desk, opened.value, item, job);
  return sealed.ok ? takeInSealed(desk, sealed.value, item, wishes, job, derivation) : sealed;
}

export async function openToTakeIn(desk: Desk, file: GivenFile, item: number): Promise<Reply<OpenedFile>> {
  const opened = await desk.files.open(file, item);
  return opened.ok && opened.value.bytes === 0 ? refused({ kind: 'empty-file', item }) : opened;
}

/** Nothing refers to the sealed bytes before {@link takeInSealed}. */
export async function sealOpened(desk: Desk, opened: OpenedFile, item: number, job: Progress): Promise<Reply<Sealed>> {
  const name = cleanName(opened.name);
  const head = await readHead(opened);
  if (head === null) return refused({ kind: 'unreadable-file', item, reason: 'input-output' });
  const identified = desk.identify(head, name.name);
  const stored = await desk.openCase.storeBlob({ name: name.name, mime: identified.mime, open: opened.pieces, bytes: opened.bytes }, job);
  if (stored.ok) return done({ opened, name, identified, stored: stored.value });
  // The store does not know which of the given files it reads.
  return stored.problem.kind === 'unreadable-file' ? refused({ ...stored.problem, item }) : stored;
}

export async function takeInSealed(
  desk: Desk,
  sealed: Sealed,
  item: number,
  wishes: TakeInWishes,
  job: Progress,
  derivation: Derivation | null = null,
): Promise<Reply<TakenIn>> {
  const known = evidenceWithDigest(desk.openCase.record(), sealed.stored.sha256, desk.lookup());
  if (known) return done({ outcome: 'already-there', item, evidence: known });
  const draft = await examineSealed(desk, sealed, wishes, job);
  if (job.cancelled()) return refused({ kind: 'cancelled' });
  const parts = await storeDerived(desk, draft ?? nothingExamined, job);
  if (!parts.ok) return parts;
  return record(desk, sealed, parts.value, wishes, { unexamined: draft === null, item, derivation, text: draft?.text?.text ?? '' });
}

/** The first bytes of the file, or `null` when it cannot be read; the store reads it again from the start. */
async function readHead(opened: OpenedFile): Promise<Uint8Array | null> {
  const head = new Uint8Array(Math.min(headLength, opened.bytes));
  let filled = 0;
  try {
    for await (const piece of opened.pieces(() => head.subarray(filled))) {
      const part = piece.subarray(0, head.length - filled);
      head.set(part, filled);
      filled += part.length;
      if (filled === head.length) break;
    }
  } catch {
    return null;
  }
  return head.subarray(0, filled);
}

type How = { readonly unexamined: boolean; readonly item: number; readonly derivation: Derivation | null; readonly text: string };

async function record(desk: Desk, sealed: Sealed, parts: DerivedParts, wishes: TakeInWishes, how: How): Promise<Reply<TakenIn>> {
  const { unexamined, item, derivation, text } = how;
  const { stored, identified, name } = sealed;
  const warnings: IntakeWarning[] = [...parts.warnings];
  if (identified.extensionLies) warnings.push('lying-extension');
  if (name.cleaned) warnings.push('name-cleaned');
  if (unexamined && identified.format !== 'opaque') warnings.push('quarantine-refused');
  const evidence: EvidenceToRecord = {
    kind: wishes.kind ?? identified.kind,
    name: name.name,
    mime: identified.mime,
    bytes: stored.bytes,
    sha256: stored.sha256,
    blob: stored.blob,
    tool: desk.facts.tool,
    text: parts.text,
    page: parts.page,
    picture: parts.picture,
    found: parts.found,
    warnings: [...new Set(warnings)],
    ...(parts.sheets && { sheets: parts.sheets }),
  };
  const change = await desk.openCase.commit((now) => {
    const facts = editFacts(desk);
    if (derivation) return deriveEvidence(now, evidence, derivation, facts);
    const source = wishes.sourceId === undefined ? sourceOfFile(evidence, wishes, facts) : { existing: wishes.sourceId };
    return takeInEvidence(now, evidence, source, facts);
  });
  if (!change.ok) return alreadyThere(desk, stored, item) ?? change;
  const taken = objectAt(desk.openCase.record(), 'evidence', idPut(change.value, 'evidence'));
  if (!taken) throw new Error('evidence that was just committed is not in the record');
  return done({ outcome: 'taken-in', item, evidence: taken, watched: watchedInNew(desk, text) });
}

/** Another command may have taken in the same bytes while this file was examined. */
function alreadyThere(desk: Desk, stored: StoredBlob, item: number): Reply<TakenIn> | null {
  const known = evidenceWithDigest(desk.openCase.record(), stored.sha256, desk.lookup());
  return known ? done({ outcome: 'already-there', item, evidence: known }) : null;
}
