import { sha256 } from './digests.ts';

/**
 * Merkle tree over the lines of a log (RFC 6962 §2.1; RFC 9162 §2.1 is the same): a leaf is hashed behind 0x00 and a node behind
 * 0x01, so that neither passes for the other. Only hashes are kept: 32 bytes for each complete subtree, about 64 a leaf.
 */
const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);
export const hashLength = 32;

/** Hash of one leaf: SHA-256(0x00 || leaf). */
export function leafHash(leaf: Uint8Array): Buffer {
  return sha256(leafMark, leaf);
}

/** Hash of an inner node: SHA-256(0x01 || left || right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(nodeMark, left, right);
}

/** A tree that grows. Appending costs at most log2(size) hashes (two on average), a root or a proof a few times that. */
export type MerkleTree = {
  readonly size: () => number;
  /** Adds a leaf by its hash ({@link leafHash}). */
  readonly append: (leaf: Uint8Array) => void;
  /** Root of the first `size` leaves (all when absent). The empty tree has SHA-256 of nothing. Throws RangeError beyond the tree. */
  readonly root: (size?: number) => Buffer;
  /** PATH(index, D[size]) of RFC 6962 §2.1.1, from the leaf's sibling upwards. Throws RangeError for a leaf that is not in it. */
  readonly inclusionProof: (index: number, size?: number) => readonly Buffer[];
  /** PROOF(first, D[second]) of RFC 6962 §2.1.2. Throws RangeError unless 0 < first ≤ second ≤ size. */
  readonly consistencyProof: (first: number, second?: number) => readonly Buffer[];
};

export function startMerkleTree(): MerkleTree {
  // levels[k] holds the hashes of the complete subtrees of 2^k leaves, from the left.
  const levels: HashList[] = [startHashList()];
  const level = (k: number): HashList => levels[k] ?? startHashList();
  const size = () => level(0).length();

  /** MTH(D[from:to]) of RFC 6962 §2.1; `from` is a multiple of the largest power of two that fits, as the recursion keeps it. */
  const hashOf = (from: number, to: number): Buffer => {
    const leaves = to - from;
    const depth = Math.log2(leaves);
    if (Number.isInteger(depth)) return level(depth).at(from / leaves);
    const half = splitOf(leaves);
    return nodeHash(hashOf(from, from + half), hashOf(from + half, to));
  };

  const pathTo = (index: number, from: number, to: number): Buffer[] => {
    if (to - from === 1) return [];
    const middle = from + splitOf(to - from);
    return index < middle ? [...pathTo(index, from, middle), hashOf(middle, to)] : [...pathTo(index, middle, to), hashOf(from, middle)];
  };

  const subproof = (first: number, from: number, to: number, whole: boolean): Buffer[] => {
    if (first === to) return whole ? [] : [hashOf(from, to)];
    const middle = from + splitOf(to - from);
    return first <= middle ? [...subproof(first, from, middle, whole), hashOf(middle, to)] : [...subproof(first, middle, to, false), hashOf(from, middle)];
  };

  const within = (least: number, number: number, most: number): void => {
    if (!Number.isInteger(number) || number < least || number > most) throw new RangeError('merkle tree: outside the tree');
  };

  return {
    size,
    append: (leaf) => {
      if (leaf.length !== hashLength) throw new RangeError('merkle tree: a leaf hash has 32 bytes');
      level(0).push(leaf);
      // A level with an even number of nodes has just completed a pair.
      for (let k = 0; level(k).length() % 2 === 0; k += 1) {
        const nodes = level(k);
        const above = levels[k + 1] ?? startHashList();
        levels[k + 1] = above;
        above.push(nodeHash(nodes.at(nodes.length() - 2), nodes.at(nodes.length() - 1)));
      }
    },
    root: (asked = size()) => {
      within(0, asked, size());
      return asked === 0 ? sha256() : hashOf(0, asked);
    },
    inclusionProof: (index, asked = size()) => {
      within(1, asked, size());
      within(0, index, asked - 1);
      return pathTo(index, 0, asked);
    },
    consistencyProof: (first, second = size()) => {
      within(1, second, size());
      within(1, first, second);
      return subproof(first, 0, second, true);
    },
  };
}

/** The largest power of two smaller than `leaves` (RFC 6962: k < n ≤ 2k), for two leaves or more. */
function splitOf(leaves: number): number {
  return 2 ** (Math.ceil(Math.log2(leaves)) - 1);
}

type HashList = { readonly length: () => number; readonly push: (hash: Uint8Array) => void; readonly at: (index: number) => Buffer };

/** Hashes one behind the other in one buffer that doubles: an object for each would cost several times its 32 bytes. */
function startHashList(): HashList {
  let bytes = Buffer.alloc(hashLength * 16);
  let count = 0;
  return {
    length: () => count,
    push: (hash) => {
      if ((count + 1) * hashLength > bytes.length) {
        const larger = Buffer.alloc(bytes.length * 2);
        bytes.copy(larger);
        bytes = larger;
      }
      bytes.set(hash, count * hashLength);
      count += 1;
    },
    at: (index) => Buffer.from(bytes.subarray(index * hashLength, (index + 1) * hashLength)),
  };
}
