import { canonicalJson } from '#main/crypto/canonical-json.ts';
import { sha256Hex } from '#main/crypto/digests.ts';
import { randomBytes } from '#main/crypto/random.ts';
import { type CaseRecord, metaOf } from '#shared/domain/case/case-record.ts';
import type { Op } from '#shared/domain/case/change.ts';
import { lastIdOf } from '#shared/domain/case/objects-of.ts';
import { type CustodyAct, type CustodyEntry, CustodyEntrySchema, custodyKey } from '#shared/domain/custody/custody-entry.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Sha256Hex } from '#shared/kernel/units.ts';

/** Where the chain stands: how many entries, and the digest the next one names. */
export type ChainEnd = { readonly length: number; readonly digest: Sha256Hex };

/** SHA-256 of an entry in RFC 8785 form; what the next entry calls `prev`. */
export function custodyDigest(entry: CustodyEntry): Sha256Hex {
  return sha256Hex(Buffer.from(canonicalJson(entry)));
}

/** The end of the chain in a record just read. */
export function chainEndOf(record: CaseRecord): ChainEnd {
  // By the highest number, not by how many there are: a damaged log may lack some.
  const highest = Number(lastIdOf(record.custody) ?? -1);
  const last = record.custody[custodyKey(highest)];
  const length = last ? last.seq + 1 : 0;
  return { length, digest: last ? custodyDigest(last) : ('0'.repeat(64) as Sha256Hex) };
}

/** What every entry of one edit says of its moment. `session` and `elapsed` as in the entry. */
export type CustodyStamp = { readonly at: Instant; readonly tool: string; readonly session: string; readonly elapsed: number | null };

/** The acts of one edit as entries of the chain, and its new end. Throws for an act the schema refuses: a bug of the verb. */
export function chainActs(
  record: CaseRecord,
  end: ChainEnd,
  acts: readonly CustodyAct[],
  stamp: CustodyStamp,
): { readonly entries: readonly CustodyEntry[]; readonly end: ChainEnd } {
  const entries: CustodyEntry[] = [];
  let now = end;
  if (acts.length === 0) return { entries, end };
  const actor = metaOf(record).analysts[0] ?? '';
  for (const act of acts) {
    const parsed = CustodyEntrySchema.safeParse({ v: 1, seq: now.length, prev: now.digest, actor, ...act, ...stamp, salt: randomBytes(16).toString('hex') });
    if (!parsed.success) throw new Error('an edit would store an invalid custody entry');
    entries.push(parsed.data);
    now = { length: now.length + 1, digest: custodyDigest(parsed.data) };
  }
  return { entries, end: now };
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
