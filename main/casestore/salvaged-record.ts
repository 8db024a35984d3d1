import { randomBytes } from '#main/crypto/random.ts';
import type { Facts } from '#main/usecases/ports/facts.ts';
import type { CaseFinding, EditRange } from '#shared/domain/case/case-finding.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import { countOf, lastIdOf } from '#shared/domain/case/objects-of.ts';
import { CustodyEntrySchema, custodyKey } from '#shared/domain/custody/custody-entry.ts';
import { repairWords } from '#shared/wording/english/repair-words.ts';
import { type CustodyStamp, custodyDigest } from './custody-chain.ts';
import { putStored, type StoredRecord } from './stored-objects.ts';

/** Numbers of custody entries that are missing, or that only stand for missing ones. */
export function custodyGaps(record: CaseRecord): readonly EditRange[] {
  const gaps: { from: number; to: number }[] = [];
  const end = highestSeq(record);
  for (let seq = 0; seq <= end; seq += 1) {
    const entry = record.custody[custodyKey(seq)];
    if (entry && entry.action !== 'lost') continue;
    const last = gaps.at(-1);
    if (last?.to === seq - 1) last.to = seq;
    else gaps.push({ from: seq, to: seq });
  }
  return gaps;
}

/**
 * Puts what a record cannot be without where damage took it: a title, and an entry for each that the custody log lacks, so that the others
 * keep their numbers. Answers whether the title was lost.
 */
export function fillSalvaged(record: StoredRecord, stamp: CustodyStamp): boolean {
  const metaLost = !record.meta['case'];
  if (metaLost)
    putStored(record, 'meta', 'case', {
      title: repairWords.lostTitle,
      purpose: '',
      handling: '',
      analysts: [repairWords.lostAnalyst],
      openedAt: stamp.at,
    });
  const actor = record.meta['case']?.analysts[0] ?? repairWords.lostAnalyst;
  let digest = '0'.repeat(64);
  const end = highestSeq(record);
  for (let seq = 0; seq <= end; seq += 1) {
    const key = custodyKey(seq);
    const entry =
      record.custody[key] ??
      CustodyEntrySchema.parse({
        v: 1,
        seq,
        prev: digest,
        actor,
        action: 'lost',
        evidenceId: null,
        reason: null,
        sha256Before: null,
        sha256After: null,
        ...stamp,
        salt: randomBytes(16).toString('hex'),
      });
    if (!record.custody[key]) putStored(record, 'custody', key, entry);
    digest = custodyDigest(entry);
  }
  return metaLost;
}

/** {@link fillSalvaged} for a record that is only shown, and what there is to say of it. */
export function showSalvaged(record: StoredRecord, facts: Facts): readonly CaseFinding[] {
  const whole = record.meta['case'] !== undefined && countOf(record.custody) === highestSeq(record) + 1;
  if (whole) return [];
  const metaLost = fillSalvaged(record, { at: facts.now(), tool: facts.tool, session: randomBytes(8).toString('hex'), elapsed: null });
  return metaLost ? [{ severity: 'damage', code: 'edits-lost', subject: 'meta', touched: [{ kind: 'case', id: 'case', part: 'whole' }] }] : [];
}

function highestSeq(record: CaseRecord): number {
  return Number(lastIdOf(record.custody) ?? -1);
}
