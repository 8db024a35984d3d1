import { resolve } from 'node:path';
import { type AnchorPort, noAnchors } from '#main/casefile/anchor.ts';
import { anchorFolder } from '#main/casefile/anchor-folder.ts';
import { type FileSystem, realFileSystem } from '#main/casefile/file-system.ts';
import { readPatiently } from '#main/casefile/patient-reading.ts';
import { type SavedBlobs, writeRepairedCase } from '#main/casefile/repair-file.ts';
import { type Salvage, salvageCaseFile } from '#main/casefile/salvage.ts';
import type { SnapshotLine } from '#main/casefile/snapshot-tables.ts';
import type { HeaderProof } from '#main/casefile/unlocking.ts';
import { randomBytes } from '#main/crypto/random.ts';
import type { Facts } from '#main/usecases/ports/facts.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import type { RepairReport } from '#shared/contract/care.ts';
import type { CaseFinding } from '#shared/domain/case/case-finding.ts';
import { collections } from '#shared/domain/case/case-record.ts';
import type { Op } from '#shared/domain/case/change.ts';
import { countOf, idsOf } from '#shared/domain/case/objects-of.ts';
import type { CustodyAct } from '#shared/domain/custody/custody-entry.ts';
import { custodyKey } from '#shared/domain/custody/custody-entry.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { repairWords } from '#shared/wording/english/repair-words.ts';
import { type CaseSecret, slotSecret } from './case-secret.ts';
import { citedBlobs } from './cited-blobs.ts';
import { chainActs, chainEndOf } from './custody-chain.ts';
import { type KeptCustody, nothingKept } from './kept-custody.ts';
import { recoveredItems } from './recovered-items.ts';
import { custodyGaps, fillSalvaged } from './salvaged-record.ts';
import { readRecord, snapshotLines } from './sealed-register.ts';
import { applyOp, checkedOp, putStored, type StoredRecord } from './stored-objects.ts';
import { touchedByBlob } from './touched-parts.ts';
import type { Transaction } from './transaction.ts';

/** `header` is a copy of `case.a` kept elsewhere, for when both in the folder are lost. */
export type RepairWishes = { readonly header: Buffer | null; readonly anchors: AnchorPort; readonly facts: Facts; readonly report: Progress };

/**
 * Makes a new case in `into`, which must not exist or be empty, of everything authentic in the damaged folder `from`, which is only read. The
 * same secrets open it. Refuses as opening does when the header is lost or the secret is wrong, and `folder-not-empty`, `write-failed`,
 * `cancelled`; nothing is left behind then.
 */
export async function repairCaseIn(
  from: FileSystem,
  into: FileSystem,
  proof: HeaderProof,
  { header, anchors, facts, report }: RepairWishes,
): Promise<Reply<RepairReport>> {
  const source = readPatiently(from);
  const salvaged = await salvageCaseFile(source, proof, header, anchors);
  if (!salvaged.ok) return salvaged;
  const salvage = salvaged.value;
  const findings: CaseFinding[] = [...salvage.findings];
  const kept = nothingKept();
  const record = readRecord(salvage.lines, salvage.bodies, kept, findings);
  const told = { report: null as RepairReport | null };
  const written = await writeRepairedCase(
    source,
    into,
    salvage,
    citedBlobs(record),
    (blobs) => {
      const before = [...snapshotLines(record, kept)];
      const made = repairRecord(record, salvage, blobs, facts, findings);
      told.report = made.report;
      return { before, body: made.transaction, after: linesAfter(record, kept, made.transaction) };
    },
    report,
  );
  if (!written.ok) return written;
  return told.report ? done(told.report) : refused({ kind: 'cancelled' });
}

/** {@link repairCaseIn} between two folders of the disk. Refused `invalid-input` when one lies in the other. */
export async function repairCase(
  folder: string,
  into: string,
  secret: CaseSecret,
  { header, anchors, facts, report }: Omit<RepairWishes, 'anchors'> & { readonly anchors?: string | undefined },
): Promise<Reply<RepairReport>> {
  if (overlaps(folder, into)) return refused({ kind: 'invalid-input', where: 'NEW', reason: 'a folder outside the damaged case' });
  const from = realFileSystem(resolve(folder));
  const proof = await slotSecret(secret, from);
  if (!proof.ok) return proof;
  return repairCaseIn(from, realFileSystem(resolve(into)), proof.value, {
    header,
    anchors: anchors === undefined ? noAnchors : anchorFolder(resolve(anchors)),
    facts,
    report,
  });
}

/** Whether two paths name one folder, or one lies in the other: a repair must never write into what it reads. */
function overlaps(one: string, other: string): boolean {
  const [left, right] = [`${resolve(one)}/`, `${resolve(other)}/`];
  return left.startsWith(right) || right.startsWith(left);
}

function linesAfter(record: StoredRecord, kept: KeptCustody, transaction: Transaction): Iterable<SnapshotLine> {
  for (const op of transaction.ops) if (!('put' in op) || (op.put !== 'signers' && op.put !== 'checkpoints')) applyOp(record, op as Op);
  for (const entry of transaction.custody) putStored(record, 'custody', custodyKey(entry.seq), entry);
  return snapshotLines(record, kept);
}

function repairRecord(
  record: StoredRecord,
  salvage: Salvage,
  blobs: SavedBlobs,
  facts: Facts,
  findings: readonly CaseFinding[],
): { readonly transaction: Transaction; readonly report: RepairReport } {
  const at = facts.now();
  const stamp = { at, tool: facts.tool, session: randomBytes(8).toString('hex'), elapsed: null };
  const complete = structuredCopy(record);
  const metaLost = fillSalvaged(complete, stamp);
  const lostCustody = custodyGaps(complete);
  const recordsLost = salvage.lost.length > 0 || salvage.beginningLost || findings.some(({ code }) => code === 'record-invalid');
  const recovered = recordsLost ? recoveredItems(record, blobs.saved, at, facts) : { items: [], ops: [] };
  const acts: readonly CustodyAct[] = [
    { action: 'repaired', evidenceId: null, reason: repairWords.repaired, sha256Before: null, sha256After: null },
    ...recovered.items.map(
      ({ id, sha256 }): CustodyAct => ({ action: 'restored', evidenceId: id, reason: repairWords.restored, sha256Before: sha256, sha256After: sha256 }),
    ),
  ];
  const meta = complete.meta['case'];
  const metaOps: readonly Op[] = metaLost && meta ? [{ put: 'meta', id: 'case', value: meta }] : [];
  const stood = new Set(idsOf(record.custody));
  const standIns = Object.entries(complete.custody).flatMap(([key, entry]) => (stood.has(key) ? [] : [entry]));
  const { entries } = chainActs(complete, chainEndOf(complete), acts, stamp);
  const touched = touchedByBlob(record);
  const transaction: Transaction = { label: 'repair-case', at, ops: [...metaOps, ...recovered.ops].map(checkedOp), custody: [...standIns, ...entries] };
  const wholes = [...blobs.saved.values()];
  return {
    transaction,
    report: {
      from: { snapshot: salvage.snapshot, edits: salvage.bodies.length, branches: salvage.branches.count },
      kept: {
        objects: collections.reduce((sum, each) => sum + (each === 'custody' || each === 'meta' ? 0 : countOf(record[each])), 0),
        custody: stood.size,
        blobs: wholes.length,
        blobBytes: wholes.reduce((sum, { bytes }) => sum + bytes, 0),
      },
      lost: {
        edits: [...salvage.lost],
        custody: [...lostCustody],
        blobs: blobs.lost.map((blob) => ({ blob, touched: [...(touched.get(blob) ?? [])] })),
        beginning: salvage.beginningLost,
      },
      recovered: recovered.items.map(({ id }) => id),
      findings: [...findings],
    },
  };
}

function structuredCopy(record: StoredRecord): StoredRecord {
  return Object.fromEntries(collections.map((each) => [each, Object.assign(Object.create(null), record[each])])) as StoredRecord;
}
