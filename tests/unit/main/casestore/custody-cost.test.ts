import { beforeAll, describe, expect, it } from 'vitest';
import { type ChainEnd, chainActs, chainEndOf } from '#main/casestore/custody-chain.ts';
import { emptyFrontier, type Frontier, frontierAfter, growTree, rootOfFrontier } from '#main/casestore/custody-tree.ts';
import { emptyRecord, type StoredRecord } from '#main/casestore/stored-objects.ts';
import { canonicalJson } from '#main/crypto/canonical-json.ts';
import { verifyConsistency, verifyInclusion } from '#main/crypto/merkle-proof.ts';
import { leafHash, type MerkleTree, startMerkleTree } from '#main/crypto/merkle-tree.ts';
import { custodyKey } from '#shared/domain/custody/custody-entry.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Sha256Hex } from '#shared/kernel/units.ts';
import { sampleMeta } from '#tests/harness/stored-case.ts';

/** A log that grows; `goOn` adds entries as commits do, and `sign` brings the right edge of its tree up to date. */
type Log = { readonly record: StoredRecord; goOn: (entries: number) => void; sign: () => void; frontier: () => Frontier };

const act = { action: 'viewed', evidenceId: null, reason: 'looked at it again', sha256Before: null, sha256After: null } as const;
const zeros = '0'.repeat(64) as Sha256Hex;
const salt = '0123456789abcdef'.repeat(2);
const stamp = { at: '2026-11-23T12:00:00.000Z' as Instant, tool: 'corroborate test', session: '0123456789abcdef', elapsed: 5 };

function logOf(entries: number): Log {
  const record = emptyRecord();
  record.meta['case'] = sampleMeta;
  let end: ChainEnd = chainEndOf(record);
  let frontier = emptyFrontier;
  const goOn = (more: number) => {
    for (let each = 0; each < more; each += 1) {
      const chained = chainActs(record, end, [act], stamp);
      for (const entry of chained.entries) record.custody[custodyKey(entry.seq)] = entry;
      end = chained.end;
    }
  };
  const sign = () => {
    frontier = frontierAfter(frontier, record, end.length);
  };
  // What came before needs no chain of its own here; each entry only has to be another one.
  for (let seq = 0; seq < entries; seq += 1)
    record.custody[custodyKey(seq)] = { ...stamp, ...act, v: 1, seq, prev: zeros, actor: 'A. Analyst', evidenceId: null, salt };
  end = chainEndOf(record);
  sign();
  return { record, goOn, sign, frontier: () => frontier };
}

const many = 100_000;
let small: Log;
let large: Log;
beforeAll(() => {
  small = logOf(100);
  large = logOf(many);
}, 120_000);

describe('at a hundred thousand entries', { timeout: 60_000 }, () => {
  it('an edit with custody, and a checkpoint after it, cost what they cost in a small log', () => {
    const took = (log: Log) => {
      const from = performance.now();
      for (let edit = 0; edit < 100; edit += 1) {
        log.goOn(1);
        log.sign();
      }
      return performance.now() - from;
    };
    took(small);
    const ratios = Array.from({ length: 9 }, () => [took(small), took(large)] as const).map(([less, more]) => more / less);
    const median = ratios.toSorted((a, b) => a - b)[4] ?? 0;
    expect(median, `ratios ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')}`).toBeLessThan(2.5);
    expect(large.frontier().peaks.length).toBeLessThanOrEqual(17);
  });

  it('proofs are as long as the tree is high, and hold', () => {
    const tree: MerkleTree = growTree(startMerkleTree(), large.record);
    const size = tree.size();
    expect(tree.root().equals(rootOfFrontier(large.frontier()))).toBe(true);
    for (const index of [0, 1, 65_535, 65_536, 99_999, size - 1]) {
      const proof = tree.inclusionProof(index);
      expect(proof.length).toBeLessThanOrEqual(17);
      const entry = large.record.custody[custodyKey(index)] ?? expect.unreachable();
      expect(verifyInclusion(leafHash(Buffer.from(canonicalJson(entry))), index, size, proof, tree.root())).toBe(true);
    }
    for (const older of [1, 65_536, 99_999]) {
      const proof = tree.consistencyProof(older);
      expect(proof.length).toBeLessThanOrEqual(18);
      expect(verifyConsistency(older, size, tree.root(older), tree.root(), proof)).toBe(true);
    }
    const from = performance.now();
    for (let index = 0; index < 1_000; index += 1) tree.inclusionProof((index * 97) % size);
    expect(performance.now() - from).toBeLessThan(3_000);
  });
});
