import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyConsistency, verifyInclusion } from '#main/crypto/merkle-proof.ts';
import { leafHash, type MerkleTree, nodeHash, startMerkleTree } from '#main/crypto/merkle-tree.ts';

/** A second implementation, word by word after RFC 6962 §2.1: whole lists, no stored nodes. */
const sha = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const split = (n: number): number => {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
};
function mth(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return sha(Buffer.of(0), leaves[0] ?? Buffer.alloc(0));
  const k = split(leaves.length);
  return sha(Buffer.of(1), mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}
function path(m: number, leaves: readonly Uint8Array[]): readonly Buffer[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return m < k ? [...path(m, leaves.slice(0, k)), mth(leaves.slice(k))] : [...path(m - k, leaves.slice(k)), mth(leaves.slice(0, k))];
}
function subproof(m: number, leaves: readonly Uint8Array[], whole: boolean): readonly Buffer[] {
  if (m === leaves.length) return whole ? [] : [mth(leaves)];
  const k = split(leaves.length);
  return m <= k ? [...subproof(m, leaves.slice(0, k), whole), mth(leaves.slice(k))] : [...subproof(m - k, leaves.slice(k), false), mth(leaves.slice(0, k))];
}

/** Test tree of the reference implementation of Certificate Transparency (RFC 6962): inputs and the roots of its first n leaves. */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) => Buffer.from(hex, 'hex'));
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
function treeOf(leaves: readonly Uint8Array[]): MerkleTree {
  const tree = startMerkleTree();
  for (const leaf of leaves) tree.append(leafHash(leaf));
  return tree;
}
const numbered = (count: number) => Array.from({ length: count }, (_, index) => Buffer.from(`entry ${index}`));
const hexes = (hashes: readonly Uint8Array[]) => hashes.map((hash) => Buffer.from(hash).toString('hex'));

describe('the Merkle tree of RFC 6962', () => {
  it('has the published hashes of leaf and node, so that neither passes for the other', () => {
    expect(leafHash(Buffer.from('L123456')).toString('hex')).toBe('395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56');
    expect(nodeHash(Buffer.from('N123'), Buffer.from('N456')).toString('hex')).toBe('aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb');
  });

  it('has the published roots at every size from none to eight, also when asked later', () => {
    const tree = treeOf(inputs);
    for (const [size, root] of roots.entries()) {
      expect(tree.root(size).toString('hex')).toBe(root);
      expect(treeOf(inputs.slice(0, size)).root().toString('hex')).toBe(root);
    }
  });

  it('has the published proofs of consistency', () => {
    const tree = treeOf(inputs);
    expect(hexes(tree.consistencyProof(6, 8))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(hexes(tree.consistencyProof(2, 5))).toEqual([
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });

  it('agrees with a second implementation in every root and proof up to forty leaves', () => {
    const leaves = numbered(40);
    const tree = treeOf(leaves);
    for (let size = 1; size <= leaves.length; size += 1) {
      const these = leaves.slice(0, size);
      expect(tree.root(size).equals(mth(these))).toBe(true);
      for (let index = 0; index < size; index += 1) expect(hexes(tree.inclusionProof(index, size))).toEqual(hexes(path(index, these)));
      for (let first = 1; first <= size; first += 1) expect(hexes(tree.consistencyProof(first, size))).toEqual(hexes(subproof(first, these, true)));
    }
  });

  it('refuses what lies outside of the tree', () => {
    const tree = treeOf(numbered(5));
    for (const ask of [
      () => tree.root(6),
      () => tree.root(-1),
      () => tree.root(1.5),
      () => tree.inclusionProof(5),
      () => tree.inclusionProof(2, 2),
      () => tree.inclusionProof(-1),
      () => tree.inclusionProof(0, 6),
      () => startMerkleTree().inclusionProof(0),
      () => tree.consistencyProof(0),
      () => tree.consistencyProof(4, 3),
      () => tree.consistencyProof(2, 6),
      () => tree.append(Buffer.alloc(31)),
    ])
      expect(ask).toThrow(RangeError);
    expect(tree.size()).toBe(5);
  });

  it('keeps its answers its own: what a caller does to them changes nothing', () => {
    const tree = treeOf(numbered(8));
    const before = tree.root().toString('hex');
    tree.root().fill(0);
    for (const hash of tree.inclusionProof(3)) hash.fill(0);
    expect(tree.root().toString('hex')).toBe(before);
  });
});

describe('proofs, checked without the tree', () => {
  const size = fc.integer({ min: 1, max: 70 });

  it('hold for any entry of any tree, and for no other entry, place, size or root', () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), (count, pick, other) => {
        const leaves = numbered(count);
        const tree = treeOf(leaves);
        const index = pick % count;
        const proof = tree.inclusionProof(index);
        const leaf = leafHash(leaves[index] ?? Buffer.alloc(0));
        expect(verifyInclusion(leaf, index, count, proof, tree.root())).toBe(true);
        const elsewhere = other % (count + 3);
        if (elsewhere !== index) expect(verifyInclusion(leaf, elsewhere, count, proof, tree.root())).toBe(false);
        expect(verifyInclusion(leafHash(Buffer.from('forged')), index, count, proof, tree.root())).toBe(false);
        expect(verifyInclusion(leaf, index, count, proof, leafHash(Buffer.from('other root')))).toBe(false);
        expect(verifyInclusion(leaf, index, count, [...proof, leaf], tree.root())).toBe(false);
        if (proof.length > 0) expect(verifyInclusion(leaf, index, count, proof.slice(1), tree.root())).toBe(false);
        for (const [at] of proof.entries()) {
          const bent = proof.map((hash, each) => (each === at ? flipped(hash, other) : hash));
          expect(verifyInclusion(leaf, index, count, bent, tree.root())).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('of consistency hold between any two sizes of one log, and never when an earlier entry was changed', () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), (count, pick, bend) => {
        const leaves = numbered(count);
        const first = (pick % count) + 1;
        const [tree, older] = [treeOf(leaves), treeOf(leaves.slice(0, first)).root()];
        const proof = tree.consistencyProof(first);
        expect(verifyConsistency(first, count, older, tree.root(), proof)).toBe(true);
        const rewritten = treeOf(leaves.map((leaf, index) => (index === bend % first ? Buffer.from('rewritten') : leaf)));
        expect(verifyConsistency(first, count, older, rewritten.root(), rewritten.consistencyProof(first))).toBe(false);
        expect(verifyConsistency(first, count, older, rewritten.root(), proof)).toBe(false);
        expect(verifyConsistency(first, count, older, tree.root(), [...proof, older])).toBe(false);
        if (proof.length > 0) {
          expect(verifyConsistency(first, count, older, tree.root(), proof.slice(0, -1))).toBe(false);
          const bent = proof.map((hash, index) => (index === bend % proof.length ? flipped(hash, bend) : hash));
          expect(verifyConsistency(first, count, older, tree.root(), bent)).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are false, never an error, for numbers and hashes that cannot be', () => {
    const root = leafHash(Buffer.from('a'));
    for (const [index, count] of [
      [-1, 1],
      [1, 1],
      [0.5, 1],
      [0, Number.NaN],
      [0, 2 ** 60],
      [0, 0],
    ] as const)
      expect(verifyInclusion(root, index, count, [], root)).toBe(false);
    expect(verifyInclusion(root, 0, 1, [], root)).toBe(true);
    expect(verifyInclusion(root, 0, 2, [Buffer.alloc(31)], root)).toBe(false);
    expect(verifyInclusion(root.subarray(1), 0, 1, [], root.subarray(1))).toBe(false);
    for (const [first, second] of [
      [0, 1],
      [2, 1],
      [-1, 1],
      [1.5, 2],
      [3, 4],
    ] as const)
      expect(verifyConsistency(first, second, root, root, [])).toBe(false);
    expect(verifyConsistency(1, 1, root, root, [])).toBe(true);
    expect(verifyConsistency(1, 1, root, root, [root])).toBe(false);
  });
});

function flipped(hash: Uint8Array, bit: number): Buffer {
  const bent = Buffer.from(hash);
  const at = bit % bent.length;
  bent.writeUInt8(bent.readUInt8(at) ^ (1 << (bit % 8)), at);
  return bent;
}

describe('proofs that fit only because somebody made the roots for them', () => {
  const hash = (byte: number) => Buffer.alloc(32, byte);
  const [leaf, other, third, more] = [hash(1), hash(2), hash(3), hash(4)];

  it('are refused when they go on above the root', () => {
    expect(verifyInclusion(leaf, 0, 1, [more], nodeHash(more, leaf))).toBe(false);
    const [older, newer] = [nodeHash(third, leaf), nodeHash(third, nodeHash(leaf, other))];
    expect(verifyConsistency(3, 4, older, newer, [leaf, other, third])).toBe(true);
    expect(verifyConsistency(3, 4, nodeHash(more, older), nodeHash(more, newer), [leaf, other, third, more])).toBe(false);
  });

  it('are refused when they end below it', () => {
    expect(verifyConsistency(2, 4, leaf, leaf, [])).toBe(false);
    expect(verifyConsistency(3, 4, leaf, leaf, [])).toBe(false);
  });

  it('are refused with a hash of another length, or a size that is no count', () => {
    const long = Buffer.alloc(33, 5);
    expect(verifyInclusion(leaf, 0, 2, [long], nodeHash(leaf, long))).toBe(false);
    expect(verifyConsistency(3, 3, long, long, [])).toBe(false);
    const whole = nodeHash(leaf, other);
    expect(verifyConsistency(2, 3, whole, nodeHash(whole, third), [third])).toBe(true);
    expect(verifyConsistency(2, 3.5, whole, nodeHash(whole, third), [third])).toBe(false);
  });
});
