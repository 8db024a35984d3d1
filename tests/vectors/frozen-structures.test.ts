import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { anchorName, decodeAnchor, encodeAnchor } from '#main/casefile/anchor.ts';
import { checkBlob } from '#main/casefile/blob-check.ts';
import { blobIdOf, blobPath } from '#main/casefile/blob-layout.ts';
import { openBlob } from '#main/casefile/blob-reader.ts';
import { openBlobVault } from '#main/casefile/blob-vault.ts';
import { caseKeys } from '#main/casefile/case-keys.ts';
import { decodeFrame, encodeFrame } from '#main/casefile/frame.ts';
import { decodeHeader, encodeHeader, type Header, isHeaderGenuine } from '#main/casefile/header.ts';
import { emptySlot, fillSlot, openSlots } from '#main/casefile/key-slots.ts';
import { nextHead, segmentHead, segmentName } from '#main/casefile/segment.ts';
import { readShare, type Share, wordsOfShare } from '#main/casefile/share.ts';
import { openSlotTable, type SlotTable, sealSlotTable } from '#main/casefile/slot-table.ts';
import { readSnapshot, writeSnapshot } from '#main/casefile/snapshot.ts';
import { checkpointOf } from '#main/casestore/custody-signing.ts';
import { emptyFrontier, leafOf, pushLeaf } from '#main/casestore/custody-tree.ts';
import { argon2id, leastKdfCost } from '#main/crypto/argon2id.ts';
import { sha256, sha256Hex } from '#main/crypto/digests.ts';
import { ed25519PublicKey } from '#main/crypto/ed25519.ts';
import { passphraseWithKeyFile } from '#main/crypto/key-file.ts';
import { passphraseBytes } from '#main/crypto/passphrase.ts';
import { sixWords } from '#main/crypto/recovery-code.ts';
import { checkSignature, parseNote } from '#main/crypto/signed-note.ts';
import type { CustodyEntry } from '#shared/domain/custody/custody-entry.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { contentOf, good, silently } from '#tests/harness/stored-case.ts';
import { withFixedChance } from './fixed-chance.ts';

/**
 * One frozen answer for every structure a case is made of. Whoever changes one of them changes the format: cases that exist would
 * no longer open. Each is made by the product's writer with chance held still, compared with what was frozen, and read again.
 */
const caseKey = Buffer.alloc(32, 1);
const caseId = Buffer.alloc(16, 2);
const keys = caseKeys(caseKey, caseId);
const slotId = Buffer.alloc(16, 3);
const segmentId = Buffer.alloc(16, 4);
const kek = Buffer.alloc(32, 5);
const madeAt = Date.parse('2025-01-12T09:00:00.000Z');
const table: SlotTable = [
  { kind: 'passphrase', slotId, madeAt, label: '', needed: 0, of: 0 },
  null,
  { kind: 'shares', slotId: Buffer.alloc(16, 6), madeAt: madeAt + 1, label: 'редакция', needed: 2, of: 3 },
  { kind: 'escrow', slotId: Buffer.alloc(16, 8), madeAt, label: '', needed: 0, of: 0, fileDigest: Buffer.alloc(32, 9) },
  ...Array.from({ length: 4 }, () => null),
];

describe('frozen:', () => {
  it('the key-encrypting key of each form of secret', async () => {
    const salt = Buffer.alloc(16, 7);
    const of = async (form: number, secret: Uint8Array) =>
      Buffer.from(await argon2id(Buffer.concat([Uint8Array.of(form), secret]), salt, leastKdfCost)).toString('hex');
    expect(await of(1, passphraseBytes('correct horse battery staple'))).toBe('fd0d5605199695c4dad7f6041ab97c943ad421a781cd0533baf901c147ba1bef');
    expect(await of(3, passphraseWithKeyFile(passphraseBytes('correct horse'), Buffer.from('a file')))).toBe(
      'a9e4fad4650a4c2ee923af149f33e5037b48d340276d02c0ace75011a11e0dcf',
    );
  });

  it('the keys for each use, and the public key of the case', () => {
    expect(Object.entries(keys).map(([use, key]) => `${use} ${key.toString('hex', 0, 8)}`)).toEqual([
      'caseKey 0101010101010101',
      'caseId 0202020202020202',
      'header f135599786b12c11',
      'log 380d4e8c9b19d63a',
      'snapshot f0f5ebc71731edcb',
      'blob 44f1aaf19567ea7b',
      'blob-name 41f8de762cbd057f',
      'index b3d9ad0735d4c63d',
      'anchor 955bbe0c9b825d3a',
      'sign 8b7f5f1bc9cb33e4',
    ]);
    expect(ed25519PublicKey(keys.sign).toString('hex')).toBe('13fe0c4a1183da99c5068f510bf6048a93f606707779a22c5bce550be3b22cd3');
  });

  it('a slot, the slot table, and the header with its MAC', async () => {
    const encoded = await withFixedChance(() => {
      const slots = [fillSlot(kek, 0, caseId, caseKey, 'passphrase', slotId), ...Array.from({ length: 7 }, emptySlot)];
      const header: Header = {
        generation: 9,
        caseId,
        cost: leastKdfCost,
        salt: Buffer.alloc(16, 7),
        slots,
        slotTable: sealSlotTable(table, keys.header, caseId),
      };
      return encodeHeader(header, caseKey);
    });
    expect(sha256Hex(encoded.subarray(64, 200))).toBe('c7fc9f8f965c106523364e185975aff1152d5d6ca317fad905ce611a789d3f04');
    expect(sha256Hex(encoded.subarray(1_152, 2_120))).toBe('dfad5fe463051e327217404fd502b9a6e70e92b3b24751b06a41debaf930af0b');
    expect(encoded.toString('hex', 8_128, 8_160)).toBe('ae217917a27087c377f3b90692f1328a856ca708ffbb4f5ca98a36c6fb0b6ab2');
    expect(encoded.toString('hex', 8_160)).toBe('8eeabf5b0ec691723d045bbd80a3f0e253a208c502384fbc0e307de38250e3c0');
    const decoded = decodeHeader(encoded);
    if (decoded.state !== 'whole') throw new Error(decoded.state);
    expect(isHeaderGenuine(encoded, caseKey)).toBe(true);
    expect(openSlots(decoded.header, kek)).toMatchObject({ caseKey, index: 0 });
    expect(openSlotTable(decoded.header, keys.header)).toEqual(table);
  });

  it('a segment: its name, its first bytes, a frame, and the head after it', async () => {
    const record = JSON.stringify({ t: 'tx', prev: '0'.repeat(64), seq: 1, body: { label: 'write-note' } });
    const frame = await withFixedChance(() => encodeFrame(keys, segmentId, 7, record));
    expect(segmentName(12, segmentId)).toBe(`00000012-${'04'.repeat(16)}.seg`);
    expect(segmentHead(segmentId).toString('hex')).toBe(`434f52524f4c4f47${'04'.repeat(16)}${'00'.repeat(40)}`);
    expect(frame.bytes.toString('hex', 0, 16)).toBe('4346524d48010000070000003fe7695b');
    expect(sha256Hex(frame.bytes)).toBe('061a26a02345580d66f0ad16ec834248a35d7c96128c973c56f949c720d4eedf');
    expect(nextHead(Buffer.alloc(32), frame.hash).toString('hex')).toBe('75bfdd4b1e01efc04809b1354f10c249efd5141a2585db2d25fa82fa0edab93a');
    expect(sixWords(frame.hash).join(' ')).toBe('mystery father release farm stand size');
    const read = decodeFrame(keys, segmentId, frame.bytes, 0, 7);
    expect(read.state === 'whole' && read.json.toString('utf8')).toBe(record);
  });

  it('a snapshot', async () => {
    const disk = recordingDisk({ folders: ['snap'], files: new Map() });
    const head = { v: 1, head: 'ab'.repeat(32), seq: 3, segmentNumber: 2, generation: 9, closed: true } as const;
    const lines = ['["meta","case",{"title":"Справа"}]', '["notes","n",{}]'];
    const { name } = await withFixedChance(() => writeSnapshot(disk.fileSystem, keys, 5, head, lines));
    expect([name, sha256Hex(disk.content().files.get(`snap/${name}`) ?? Buffer.alloc(0))]).toEqual([
      '00000005-69124d7e',
      '74a699c1046da31df5262c667fce3f4f65760e3ae193ef47208aac5962333aa3',
    ]);
    expect(readSnapshot(disk.fileSystem, keys, name)).toMatchObject({ head, body: Buffer.from(lines.join('\n')) });
  });

  it('the name of a blob, and its file', async () => {
    const disk = recordingDisk({ folders: ['blob'], files: new Map() });
    const content = Buffer.from('evidence '.repeat(3_000));
    const { blob } = good(
      await withFixedChance(() => openBlobVault(disk.fileSystem, keys).store(contentOf(content, 'знімок.jpg'), '2025-01-12T09:00:00.000Z', silently)),
    );
    expect(blob).toBe('zl2bm4bt4xgf5dh6zokokgs346b6bptqrxigupadvva4ou5suzxa');
    expect(blobIdOf(keys, sha256(content))).toBe(blob);
    expect(sha256Hex(disk.content().files.get(blobPath(blob)) ?? Buffer.alloc(0))).toBe('8ff7a961b5c59228370767d38f5015878c7804fb2e5e4eea9df3e53029fe5cc7');
    expect((await checkBlob(disk.fileSystem, keys, blob, blobPath(blob), silently)).state).toBe('whole');
    expect(openBlob(disk.fileSystem, keys, blob)?.read(20_000, 9)?.toString()).toBe('idence ev');
  });

  it('an anchor', () => {
    const anchor = { head: 'ab'.repeat(32), seq: 3, generation: 9 };
    expect(anchorName(keys)).toBe('d0723f7e99b31487170b9bdf755e3061');
    expect(sha256Hex(encodeAnchor(keys, anchor))).toBe('bea57ef34552203c9ef0b26404321923f9d3ceecd3149cf8436f3db121b5c3cd');
    expect(decodeAnchor(keys, encodeAnchor(keys, anchor))).toMatchObject(anchor);
  });

  it('a share in words', () => {
    const share: Share = {
      caseId: '02020202',
      splitting: '06060606',
      needed: 2,
      of: 3,
      index: 1,
      part: Buffer.concat([Buffer.alloc(32, 8), Uint8Array.of(77)]),
    };
    const words =
      'absurd avoid letter advice gather adapt blossom document absurd doctor acoustic avoid letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd estate donate position beyond';
    expect(wordsOfShare(share).join(' ')).toBe(words);
    expect(readShare(words, 1)).toEqual({ ok: true, value: share });
  });

  it('an escrow file, as the age format had it on the day it was sealed', async () => {
    const opener = new Decrypter();
    opener.addIdentity('AGE-SECRET-KEY-1FC28FU2WG6TAUL4FUS9JVTC4SWCHDNST8ZLQ7YUG6XRH3RHZQPGSMA03X0');
    expect(await opener.decrypt(readFileSync(join(import.meta.dirname, 'frozen-escrow.age')), 'text')).toBe(`${'abandon '.repeat(23)}art\n`);
  });

  it('a checkpoint of the custody log', () => {
    const entry = {
      v: 1,
      seq: 0,
      prev: '0'.repeat(64),
      at: '2025-01-12T09:00:00.000Z',
      actor: 'A. Analyst',
      action: 'imported',
      evidenceId: null,
      reason: null,
    } as const;
    const more = { sha256Before: null, sha256After: null, tool: 'corroborate test', session: '0'.repeat(16), elapsed: 5, salt: '1'.repeat(32) };
    const frontier = pushLeaf(pushLeaf(emptyFrontier, leafOf({ ...entry, ...more } as unknown as CustodyEntry)), Buffer.alloc(32, 9));
    const signer = { name: 'A. Analyst', keyName: 'A._Analyst', seed: '0a'.repeat(32), madeAt: '2025-01-12T09:00:00.000Z' as Instant };
    const { note, peaks } = checkpointOf(frontier, 'corroborate/custody/00', signer, signer.madeAt);
    expect(note).toBe(
      'corroborate/custody/00\n2\nEb/l+LqsP/nfoKlm5KeZpdy3af4J3NnAw0kXP8Um160=\n\n— A._Analyst oEUrIOkOQXVXGphNhwETmjtrFXYxEXMiR8J8UyAn/KSVcHd94FTGRsIEwf8/K0sMq7sEWVeeLkJXjiDJ8QfvkIF67Q4=\n',
    );
    expect(peaks).toEqual(['Eb/l+LqsP/nfoKlm5KeZpdy3af4J3NnAw0kXP8Um160=']);
    const read = parseNote(note);
    expect(read && checkSignature(read, { name: signer.keyName, publicKey: ed25519PublicKey(Buffer.from(signer.seed, 'hex')) })).toBe('holds');
  });
});
