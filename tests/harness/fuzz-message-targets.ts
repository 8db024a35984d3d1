import { anchorName, decodeAnchor, encodeAnchor } from '#main/casefile/anchor.ts';
import { caseKeys } from '#main/casefile/case-keys.ts';
import { readShare, wordsOfShare } from '#main/casefile/share.ts';
import { readTarIndex, tarFileSystem } from '#main/casefile/tar-file-system.ts';
import { encodeTarEntry, tarEnd, upToBlock } from '#main/casefile/tar-layout.ts';
import { formatCheckpoint, parseCheckpoint } from '#main/crypto/checkpoint-note.ts';
import { checkSignature, formatNote, parseNote, parseVerifierKey, signNote } from '#main/crypto/signed-note.ts';
import { formatTlogProof, parseTlogProof } from '#main/crypto/tlog-proof.ts';
import type { FuzzTarget } from './fuzz.ts';
import { oneFile } from './fuzz-file-targets.ts';
import { noise, pick } from './fuzz-inputs.ts';

const keys = caseKeys(Buffer.alloc(32, 5), Buffer.alloc(16, 6));
const seed = Buffer.alloc(32, 9);
const origin = 'example.org/log';
const noteKey = { name: origin, publicKey: Buffer.alloc(32, 1) };

function checkpointNote(random: () => number): string {
  const text = random() < 0.1 ? 'another text\n' : formatCheckpoint({ origin, size: Math.floor(random() * 2 ** 40), root: noise(32, random) });
  return formatNote({ text, signatures: [signNote(text, origin, seed)] });
}

/** What comes from elsewhere: anchors, shares, backups in one file, checkpoints and proofs. */
export const messageTargets: { readonly [parser: string]: FuzzTarget } = {
  anchor: {
    parse: (bytes) => (decodeAnchor(keys, bytes) ? `opens as ${anchorName(keys).length} digits` : 'says nothing'),
    sound: (random) => encodeAnchor(keys, { head: pick(random, ['ab'.repeat(32), '', 'ключ']), seq: pick(random, [0, 7, -1, 1.5]), generation: 1 }),
  },
  share: {
    parse: (bytes) => {
      const read = readShare(bytes.toString('utf8'), 1);
      return read.ok ? 'a share' : read.problem.kind === 'bad-share' ? read.problem.reason : read.problem.kind;
    },
    sound: (random) => {
      const [needed, of] = pick(random, [
        [2, 3],
        [3, 5],
        [0, 0],
        [200, 3],
      ] as const);
      const share = { caseId: '01020304', splitting: '05060708', needed, of, index: 1 + Math.floor(random() * 5), part: noise(33, random) };
      return Buffer.from(wordsOfShare(share).join(pick(random, [' ', '\n', ' , ', '  '])));
    },
  },
  tar: {
    parse: (bytes) => {
      const file = oneFile(bytes).open('any', 'read');
      const index = readTarIndex(file);
      return index ? `${Math.min(tarFileSystem(file, index).list('.').length, 9)} names` : 'no tar of ours';
    },
    sound: (random) => {
      const files = [
        ['case.a', 300],
        [pick(random, ['README.txt', '../x', '/etc/passwd', 'log/../../x', `snap/00000001-${'0'.repeat(8)}`]), Math.floor(random() * 900)],
      ] as const;
      const entries = files.map(([path, bytes]) =>
        Buffer.concat([encodeTarEntry({ path: `a.case/${path}`, kind: 'file', bytes }, 1), noise(bytes, random), Buffer.alloc(upToBlock(bytes))]),
      );
      const size = pick(random, [0, 0, 0, 2 ** 34]);
      return Buffer.concat([
        encodeTarEntry({ path: 'a.case', kind: 'folder', bytes: 0 }, 1),
        ...(size > 0 ? [encodeTarEntry({ path: 'a.case/case.b', kind: 'file', bytes: size }, 1)] : []),
        ...entries,
        tarEnd,
      ]);
    },
  },
  checkpoint: {
    parse: (bytes) => {
      const note = parseNote(bytes.toString('utf8'));
      if (!note) return `no note, ${parseVerifierKey(bytes.toString('latin1')) ? 'a key' : 'no key'}`;
      return `${parseCheckpoint(note.text) ? 'a checkpoint' : 'another text'}, ${checkSignature(note, noteKey)}`;
    },
    sound: (random) => Buffer.from(checkpointNote(random)),
  },
  proof: {
    parse: (bytes) => {
      const proof = parseTlogProof(bytes.toString('utf8'));
      return proof ? `${Math.min(proof.hashes.length, 4)} hashes` : 'no proof';
    },
    sound: (random) => {
      const hashes = Array.from({ length: Math.floor(random() * 6) }, () => noise(32, random));
      return Buffer.from(formatTlogProof({ index: pick(random, [0, 5, 2 ** 53, -1]), hashes, note: checkpointNote(random) }));
    },
  },
};
