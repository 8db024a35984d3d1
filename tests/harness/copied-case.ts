import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createCase, openCase } from '#main/casestore/case-store.ts';
import type { OpenCase } from '#main/casestore/open-case.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import type { StoredBlob } from '#main/usecases/ports/blobs.ts';
import type { Facts } from '#main/usecases/ports/facts.ts';
import {
  contentOf,
  countingFacts,
  good,
  inTemporaryFolder,
  sampleEvidence,
  sampleMeta,
  samplePassphrase,
  silently,
  takesIn,
  writesNote,
} from './stored-case.ts';

/** A case with notes and exhibits of many sizes, for tests that copy it. */
export async function inCaseWithExhibits<T>(work: (open: OpenCase, parent: string, folder: string, facts: Facts) => Promise<T>): Promise<T> {
  return inTemporaryFolder(async (parent) => {
    const folder = join(parent, 'Kursk.case');
    const facts = countingFacts();
    const made = good(await createCase(folder, { meta: sampleMeta, passphrase: samplePassphrase, facts, kdf: leastKdfCost }));
    try {
      for (const [index, bytes] of [1, 16_384 - 4096, 100_000, 3_000_000].entries()) await takeIn(made.case, 2 + index, Buffer.alloc(bytes, index + 7));
      for (let note = 100; note < 110; note += 1) good(await made.case.commit(writesNote(note)));
      return await work(made.case, parent, folder, facts);
    } finally {
      await made.case.abandon();
    }
  });
}

export async function takeIn(open: OpenCase, number: number, bytes: Uint8Array): Promise<StoredBlob> {
  const stored = good(await open.storeBlob(contentOf(bytes, `exhibit-${number}.bin`), silently));
  good(await open.commit(takesIn(sampleEvidence(number, stored))));
  return stored;
}

/** Opens a copy to read and gives its record, after a full verification that found nothing worse than an end without a close. */
export async function soundRecordIn(folder: string, passphrase: Uint8Array = samplePassphrase): Promise<unknown> {
  const open = good(await openCase(folder, { passphrase }, countingFacts(), 'read'));
  try {
    const verified = good(await open.verify(silently));
    const wrong = verified.findings.filter(({ severity, code }) => severity !== 'info' && code !== 'unclean-end');
    if (!verified.sound || wrong.length > 0) throw new Error(`not sound: ${JSON.stringify(wrong)}`);
    for (const item of Object.values(open.record().evidence)) good(await open.readBlob(item.blob, 0, item.bytes));
    return recordOf(open);
  } finally {
    await open.abandon();
  }
}

/** The record as it is now, kept apart from what becomes of it. */
export function recordOf(open: OpenCase): unknown {
  return JSON.parse(JSON.stringify(open.record()));
}

/** Every file below a folder, as length and digest of its bytes, by path. */
export function filesBelow(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());
  return new Map(names.toSorted().map((name) => [name, fingerprint(readFileSync(join(folder, name)))]));
}

function fingerprint(bytes: Uint8Array): string {
  return `${bytes.length} ${createHash('sha256').update(bytes).digest('hex')}`;
}
