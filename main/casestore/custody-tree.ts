import { leafHash, type MerkleTree, nodeHash, startMerkleTree } from '#main/crypto/merkle-tree.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import { countOf } from '#shared/domain/case/objects-of.ts';
import { type CustodyEntry, CustodyEntrySchema, custodyKey } from '#shared/domain/custody/custody-entry.ts';

/** The fields of an entry in the order of RFC 8785; all of them are always there. */
const fields = Object.keys(CustodyEntrySchema.unwrap().shape).sort();

/**
 * An entry as the line that is hashed, signed and exported: RFC 8785 form in UTF-8, without a line end. The engine's own writer, given
 * the order of the fields, writes the same as canonical-json.ts for text without lone surrogates, which no entry gets past, and several times faster.
 */
export function custodyLine(entry: CustodyEntry): string {
  return JSON.stringify(entry, fields);
}

export function leafOf(entry: CustodyEntry): Buffer {
  return leafHash(Buffer.from(custodyLine(entry)));
}

/** The right edge of a tree of `size` leaves: the roots of its complete subtrees from the left. All that appending and the root need. */
export type Frontier = { readonly size: number; readonly peaks: readonly Buffer[] };
export const emptyFrontier: Frontier = { size: 0, peaks: [] };

/** The frontier one leaf further; a leaf joins as many peaks as `size` has ones at its end. */
export function pushLeaf({ size, peaks }: Frontier, leaf: Buffer): Frontier {
  let [node, kept] = [leaf, peaks.length];
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
    kept -= 1;
    node = nodeHash(peaks[kept] ?? Buffer.alloc(0), node);
  }
  return { size: size + 1, peaks: [...peaks.slice(0, kept), node] };
}

/** Root of a tree that is not empty (RFC 6962 §2.1): the peaks joined from the right. */
export function rootOfFrontier({ peaks }: Frontier): Buffer {
  return peaks.reduceRight((right, left) => nodeHash(left, right));
}

/** The frontier after the entries of `record` from `from.size` on. Throws for a gap: the chain is checked before. */
export function frontierAfter(from: Frontier, record: CaseRecord, size: number): Frontier {
  let frontier = from;
  while (frontier.size < size) frontier = pushLeaf(frontier, leafOf(entryAt(record, frontier.size)));
  return frontier;
}

/** Whether every entry before `size` is there. */
export function isGapless(record: CaseRecord, size: number): boolean {
  for (let seq = 0; seq < size; seq += 1) if (!Object.hasOwn(record.custody, custodyKey(seq))) return false;
  return true;
}

/** Adds the entries that `tree` lacks. */
export function growTree(tree: MerkleTree, record: CaseRecord): MerkleTree {
  const size = countOf(record.custody);
  while (tree.size() < size) tree.append(leafOf(entryAt(record, tree.size())));
  return tree;
}

/** A tree that is built when the first proof is asked for, and only grows from then on. */
export function lazyTree(record: () => CaseRecord): () => MerkleTree {
  let tree: MerkleTree | null = null;
  return () => {
    tree = growTree(tree ?? startMerkleTree(), record());
    return tree;
  };
}

function entryAt(record: CaseRecord, seq: number): CustodyEntry {
  const entry = record.custody[custodyKey(seq)];
  if (!entry) throw new Error('a gap in the custody log');
  return entry;
}
