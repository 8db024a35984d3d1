import { describe, expect, it } from 'vitest';
import { formatCheckpoint, parseCheckpoint } from '#main/crypto/checkpoint-note.ts';
import { ed25519Pem, ed25519PublicKey, parseEd25519Pem } from '#main/crypto/ed25519.ts';
import { checkSignature, formatNote, isKeyName, noteKeyId, parseNote, parseVerifierKey, signNote, verifierKey } from '#main/crypto/signed-note.ts';
import { formatTlogProof, parseTlogProof } from '#main/crypto/tlog-proof.ts';

/** Known answer of the reference implementation of signed notes: the key of one Peter Neumann, and his note. */
const seed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
const peter = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const note = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
const key = { name: 'PeterNeumann', publicKey: ed25519PublicKey(seed) };
const read = (file: string) => parseNote(file) ?? expect.unreachable('not a note');

describe('signed notes', () => {
  it('are byte for byte those of the reference implementation', () => {
    expect(formatNote({ text, signatures: [signNote(text, 'PeterNeumann', seed)] })).toBe(note);
    expect(noteKeyId(key)).toBe('c74f20a3');
    expect(verifierKey(key)).toBe(peter);
    expect(parseVerifierKey(peter)).toEqual({ name: 'PeterNeumann', publicKey: Uint8Array.from(key.publicKey) });
    expect(checkSignature(read(note), key)).toBe('holds');
  });

  it('are refused or no longer hold after any single changed, missing or added byte', () => {
    const bytes = Buffer.from(note);
    const notice = (changed: Buffer) => {
      const parsed = parseNote(changed.toString('utf8'));
      const same = changed.toString('utf8') === note;
      return !same && (parsed === null || checkSignature(parsed, key) !== 'holds');
    };
    for (let at = 0; at < bytes.length; at += 1) {
      for (const bit of [0, 3, 5, 7]) {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at);
        expect(notice(changed), `bit ${bit} of byte ${at}`).toBe(true);
      }
      expect(notice(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])), `without byte ${at}`).toBe(true);
      expect(notice(Buffer.concat([bytes.subarray(0, at), Buffer.from('\n'), bytes.subarray(at)])), `a line end at ${at}`).toBe(true);
    }
  });

  it('hold with several signatures, each by its own key, and ignore those of unknown keys', () => {
    const other = Buffer.alloc(32, 7);
    const otherKey = { name: 'Второй/подписант', publicKey: ed25519PublicKey(other) };
    const both = read(formatNote({ text, signatures: [signNote(text, key.name, seed), signNote(text, otherKey.name, other)] }));
    expect([key, otherKey].map((each) => checkSignature(both, each))).toEqual(['holds', 'holds']);
    expect(checkSignature(both, { ...key, name: 'Somebody' })).toBe('absent');
    expect(checkSignature(both, { ...key, publicKey: otherKey.publicKey })).toBe('absent');
  });

  it('tell a signature of a known key that does not verify from one that is not there', () => {
    const changed = read(note.replace('cryptography', 'cryptographY'));
    expect(checkSignature(changed, key)).toBe('wrong');
    // One good line does not make up for a bad one of the same key.
    const good = signNote(text, key.name, seed);
    const bad = { ...good, signature: Uint8Array.from(good.signature).fill(1, 0, 1) };
    expect(checkSignature({ text, signatures: [good, bad] }, key)).toBe('wrong');
  });

  it('may hold empty lines in their text: the last one parts it from the signatures', () => {
    const verse = 'line\n\nanother\n';
    expect(read(formatNote({ text: verse, signatures: [signNote(verse, 'a', seed)] })).text).toBe(verse);
  });

  it('are refused without a signature, with control characters, strange names, or signatures that are too many or too short', () => {
    const line = note.slice(note.indexOf('— '));
    for (const wrong of [
      '',
      '\n',
      text,
      `${text}\n`,
      `${text}${line}`,
      `${text.slice(0, -1)}${line}`,
      note.slice(0, -1),
      `${note}\n`,
      note.replace('— ', '- '),
      note.replace(' PeterNeumann ', ' Peter Neumann '),
      note.replace(' PeterNeumann ', ' Peter+Neumann '),
      note.replace(' PeterNeumann ', '  '),
      note.replace('you', 'y\tou'),
      note.replace('you', 'y\u0000ou'),
      note.replace('AM=', 'AN='),
      note.replace('AM=', 'AM'),
      `${text}\n— a AAAAAA==\n`,
      `${text}\n${line.repeat(101)}`,
      `${'x'.repeat(200_001)}\n\n${line}`,
    ])
      expect(parseNote(wrong), JSON.stringify(wrong.slice(0, 150))).toBeNull();
    expect(parseNote(`${text}\n${line.repeat(100)}`)?.signatures).toHaveLength(100);
  });

  it('never sign under a name or over a text that no note may have', () => {
    for (const name of ['', 'a b', 'a+b', 'a\u00a0b', 'a\u2003b', 'a\u0000', 'a\ud800', 'a\u0085b', 'a\u3000b']) {
      expect(isKeyName(name)).toBe(false);
      expect(() => signNote(text, name, seed)).toThrow(RangeError);
    }
    for (const wrong of ['no line end', 'tab\t\n', 'half \ud800\n']) expect(() => signNote(wrong, 'a', seed)).toThrow(RangeError);
    expect(isKeyName('corroborate.case/Кім')).toBe(true);
  });

  it('are not taken with a key line that is changed anywhere', () => {
    for (let from = 0; from < peter.length; from += 1) {
      for (const line of [peter.slice(from + 1), peter.slice(0, from), `${peter.slice(0, from)}~${peter.slice(from + 1)}`])
        expect(parseVerifierKey(line), line).toBeNull();
    }
    expect(parseVerifierKey('PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')).toBeNull();
  });
});

describe('checkpoints', () => {
  const root = Buffer.from('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'base64');
  const example = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';

  it('are written and read as the specification shows', () => {
    expect(formatCheckpoint({ origin: 'example.com/behind-the-sofa', size: 20_852_163, root })).toBe(example);
    expect(parseCheckpoint(example)).toEqual({ origin: 'example.com/behind-the-sofa', size: 20_852_163, root: Uint8Array.from(root) });
    expect(parseCheckpoint(example.replace('20852163', '0'))?.size).toBe(0);
  });

  it('are refused in any other form', () => {
    for (const wrong of [
      '',
      example.slice(1 + example.indexOf('\n')),
      `\n${example}`,
      example.replace('20852163', '020852163'),
      example.replace('20852163', '-1'),
      example.replace('20852163', '1e3'),
      example.replace('20852163', '9007199254740993'),
      example.replace('q2I=', 'q2J='),
      example.replace('CsUY', 'CsU'),
      example.slice(example.indexOf('\n')),
      `example.com/log\n1\n${root.subarray(1).toString('base64')}\n`,
      `${example}an extension\n`,
      example.slice(0, -1),
      `${example}\n`,
    ])
      expect(parseCheckpoint(wrong), JSON.stringify(wrong)).toBeNull();
  });
});

describe('proofs as text', () => {
  const hashes = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];

  it('hold the index, a hash a line, and the checkpoint as it was signed', () => {
    const file = formatTlogProof({ index: 7, hashes, note });
    expect(file.startsWith('c2sp.org/tlog-proof@v1\nindex 7\nAQEB')).toBe(true);
    expect(file.endsWith(`\n\n${note}`)).toBe(true);
    expect(parseTlogProof(file)).toEqual({ index: 7, hashes: hashes.map((hash) => Uint8Array.from(hash)), note });
    expect(parseTlogProof(formatTlogProof({ index: 0, hashes: [], note }))).toEqual({ index: 0, hashes: [], note });
  });

  it('are refused with any byte changed before the checkpoint, or with extra data', () => {
    const file = formatTlogProof({ index: 7, hashes, note });
    const head = file.length - note.length;
    for (let at = 0; at < head; at += 1) {
      const changed = `${file.slice(0, at)}!${file.slice(at + 1)}`;
      const parsed = parseTlogProof(changed);
      expect(parsed === null || formatTlogProof(parsed) === changed, changed.slice(0, at + 1)).toBe(true);
      if (parsed) expect(parsed).not.toEqual(parseTlogProof(file));
    }
    expect(parseTlogProof(file.replace('index 7', 'index 07'))).toBeNull();
    expect(parseTlogProof(file.replace('index 7', 'extra AAAA\nindex 7'))).toBeNull();
    expect(parseTlogProof(file.replace('index 7', 'index -7'))).toBeNull();
    expect(parseTlogProof('')).toBeNull();
  });
});

describe('public keys as PEM', () => {
  it('are read back, and refused when any byte differs', () => {
    const pem = ed25519Pem(key.publicKey);
    expect(parseEd25519Pem(pem)).toEqual(Uint8Array.from(key.publicKey));
    for (let at = 0; at < pem.length; at += 1) {
      const changed = `${pem.slice(0, at)}${pem[at] === 'A' ? 'B' : 'A'}${pem.slice(at + 1)}`;
      const read = parseEd25519Pem(changed);
      expect(read === null || !Buffer.from(read).equals(key.publicKey)).toBe(true);
    }
    expect(parseEd25519Pem('')).toBeNull();
  });
});
