import { equalInConstantTime } from './digests.ts';
import { hashLength, nodeHash } from './merkle-tree.ts';

/** Checks proofs without the tree, by the algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2. Malformed input is `false`, never an exception. */

/** Whether `proof` shows that `leaf` (a leaf hash) is number `index` of the `size` leaves under `root`. */
export function verifyInclusion(leaf: Uint8Array, index: number, size: number, proof: readonly Uint8Array[], root: Uint8Array): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || !allHashes([leaf, root, ...proof])) return false;
  let [node, last] = [index, size - 1];
  let hash: Uint8Array = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else hash = nodeHash(hash, sibling);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && equalInConstantTime(hash, root);
}

/** Whether `proof` shows that the tree of `second` leaves under `secondRoot` begins with the `first` leaves under `firstRoot`. */
export function verifyConsistency(first: number, second: number, firstRoot: Uint8Array, secondRoot: Uint8Array, proof: readonly Uint8Array[]): boolean {
  if (!isCount(first) || !isCount(second) || first === 0 || first > second || !allHashes([firstRoot, secondRoot, ...proof])) return false;
  if (first === second) return proof.length === 0 && equalInConstantTime(firstRoot, secondRoot);
  // A tree whose size is a power of two is a node of the larger one itself, so its root is not told again.
  const [start, ...rest] = Number.isInteger(Math.log2(first)) ? [firstRoot, ...proof] : proof;
  if (!start) return false;
  let [node, last] = [first - 1, second - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [older, newer] = [start, start];
  for (const hash of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [older, newer] = [nodeHash(hash, older), nodeHash(hash, newer)];
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else newer = nodeHash(newer, hash);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && equalInConstantTime(older, firstRoot) && equalInConstantTime(newer, secondRoot);
}

function half(number: number): number {
  return Math.floor(number / 2);
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0;
}

function allHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === hashLength);
}
