import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BlobContent, StoredBlob } from '#main/usecases/ports/blobs.ts';
import type { Facts } from '#main/usecases/ports/facts.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import type { CaseMeta, CaseRecord } from '#shared/domain/case/case-record.ts';
import type { Change, Op } from '#shared/domain/case/change.ts';
import { type EvidenceItem, EvidenceItemSchema, onlyBytesKnown } from '#shared/domain/evidence/evidence-item.ts';
import { type Note, NoteSchema } from '#shared/domain/note/note.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { done, type Reply } from '#shared/kernel/reply.ts';

/** What tests of the case store begin with: fixed facts, small objects, real folders. */
const firstInstant = Date.parse('2025-01-12T09:00:00.000Z');

/** A clock that goes on by one second at each look, and ids that count. */
export function countingFacts(): Facts {
  let seconds = 0;
  let ids = 0;
  return {
    now: () => new Date(firstInstant + 1000 * seconds++).toISOString() as Instant,
    newId: () => numberedId(++ids),
    tool: 'corroborate test',
  };
}

/** The `number`th id: a valid UUID that a reader can tell from others. */
export function numberedId(number: number): ObjectId {
  return `0194a000-0000-7000-8000-${number.toString(16).padStart(12, '0')}` as ObjectId;
}

export const sampleMeta: CaseMeta = {
  title: 'Two soldiers',
  purpose: 'exercise',
  handling: 'TLP:AMBER',
  analysts: ['A. Analyst'],
  openedAt: '2025-01-12T09:00:00.000Z' as Instant,
};
export const samplePassphrase = new TextEncoder().encode('correct horse battery staple');

export function sampleNote(number: number, text = `note ${number}`): Note {
  const at = '2025-01-12T09:00:00.000Z';
  return NoteSchema.parse({ id: numberedId(number), title: null, text, aboutIds: [], madeAt: at, changedAt: at, by: 'A. Analyst', earlier: [] });
}

export function putNote(note: Note): Op {
  return { put: 'notes', id: note.id, value: note };
}

/** A decision that writes one note. */
export function writesNote(number: number, text?: string): () => Reply<Change> {
  return () => done({ label: 'write-note', ops: [putNote(sampleNote(number, text))], custody: [] });
}

/** An exhibit over a stored blob. */
export function sampleEvidence(number: number, stored: StoredBlob): EvidenceItem {
  return EvidenceItemSchema.parse({
    id: numberedId(number),
    kind: 'other',
    role: 'evidentiary',
    name: `exhibit ${number}`,
    mime: 'application/octet-stream',
    bytes: stored.bytes,
    sha256: stored.sha256,
    blob: stored.blob,
    sourceId: numberedId(1),
    takenInAt: '2025-01-12T09:00:00.000Z',
    takenInBy: 'A. Analyst',
    tool: 'corroborate test',
    ...onlyBytesKnown,
  });
}

/** A decision that takes an exhibit in, with its custody. */
export function takesIn(item: EvidenceItem): () => Reply<Change> {
  return () =>
    done({
      label: 'take-in-evidence',
      ops: [{ put: 'evidence', id: item.id, value: item }],
      custody: [{ action: 'imported', evidenceId: item.id, reason: null, sha256Before: null, sha256After: item.sha256 }],
    });
}

export const silently: Progress = { step: () => undefined, cancelled: () => false };

/** Bytes as content to take in, in pieces of 10,000. */
export function contentOf(bytes: Uint8Array, name = 'exhibit.bin'): BlobContent {
  return {
    name,
    mime: 'application/octet-stream',
    bytes: bytes.length,
    open: async function* () {
      for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000);
    },
  };
}

/** A folder that is gone when the test has ended. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-test-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A copy of everything a record holds: one that is read on demand cannot be cloned as it is. */
export function copyOfRecord<R extends CaseRecord>(record: R): R {
  return structuredClone(Object.fromEntries(Object.entries(record).map(([name, objects]) => [name, { ...objects }]))) as R;
}

/** The value of a reply that must be good. */
export function good<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.problem)}`);
  return reply.value;
}
