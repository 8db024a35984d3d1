import { canonicalJson } from '#main/crypto/canonical-json.ts';
import { sha256Hex } from '#main/crypto/digests.ts';
import { randomBytes } from '#main/crypto/random.ts';
import { type CaseRecord, metaOf } from '#shared/domain/case/case-record.ts';
import type { Op } from '#shared/domain/case/change.ts';
import { type CustodyAct, type CustodyEntry, CustodyEntrySchema } from '#shared/domain/custody/custody-entry.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Sha256Hex } from '#shared/kernel/units.ts';
import { custodyKey } from './stored-objects.ts';

/** Where the chain stands: how many entries, and the digest the next one names. */
export type ChainEnd = { readonly length: number; readonly digest: Sha256Hex };

/** SHA-256 of an entry in RFC 8785 form; what the next entry calls `prev`. */
export function custodyDigest(entry: CustodyEntry): Sha256Hex {
  return sha256Hex(Buffer.from(canonicalJson(entry)));
}

/** The end of the chain in a record just read. */
export function chainEndOf(record: CaseRecord): ChainEnd {
  const length = Object.keys(record.custody).length;
  const last = record.custody[custodyKey(length - 1)];
  return { length, digest: last ? custodyDigest(last) : ('0'.repeat(64) as Sha256Hex) };
}

/** The acts of one edit as entries of the chain, and its new end. Throws for an act the schema refuses: a bug of the verb. */
export function chainActs(
  record: CaseRecord,
  end: ChainEnd,
  acts: readonly CustodyAct[],
  at: Instant,
  tool: string,
): { readonly entries: readonly CustodyEntry[]; readonly end: ChainEnd } {
  const entries: CustodyEntry[] = [];
  let now = end;
  if (acts.length === 0) return { entries, end };
  const actor = metaOf(record).analysts[0] ?? '';
  for (const act of acts) {
    const parsed = CustodyEntrySchema.safeParse({ v: 1, seq: now.length, prev: now.digest, at, actor, ...act, tool, salt: randomBytes(16).toString('hex') });
    if (!parsed.success) throw new Error('an edit would store an invalid custody entry');
    entries.push(parsed.data);
    now = { length: now.length + 1, digest: custodyDigest(parsed.data) };
  }
  return { entries, end: now };
}

/** Sequence numbers without a gap, and every entry naming the one before it. */
export function isChainWhole(record: CaseRecord): boolean {
  const length = Object.keys(record.custody).length;
  let digest = '0'.repeat(64);
  for (let seq = 0; seq < length; seq += 1) {
    const entry = record.custody[custodyKey(seq)];
    if (!entry || entry.seq !== seq || entry.prev !== digest) return false;
    digest = custodyDigest(entry);
  }
  return true;
}

/** What undoing or redoing an edit does to evidence; an exhibit never changes without an entry. */
export function actsOfStep(record: CaseRecord, ops: readonly Op[], direction: 'undo' | 'redo', label: string): readonly CustodyAct[] {
  return ops.flatMap((op): readonly CustodyAct[] => {
    const touched = 'put' in op ? op.put : op.del;
    if (touched !== 'evidence') return [];
    const before = record.evidence[op.id];
    const after = 'put' in op && op.put === 'evidence' ? op.value : undefined;
    const action = !after ? 'removed' : before && direction === 'redo' ? 'marked' : 'restored';
    return [{ action, evidenceId: op.id, reason: `${direction}: ${label}`, sha256Before: before?.sha256 ?? null, sha256After: after?.sha256 ?? null }];
  });
}
