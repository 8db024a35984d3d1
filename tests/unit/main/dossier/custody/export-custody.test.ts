import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ed25519Pem, ed25519PublicKey } from '#main/crypto/ed25519.ts';
import { checkCustody } from '#main/dossier/custody/check-custody.ts';
import { verifyCustodyFolder } from '#main/dossier/custody/verify-custody-folder.ts';
import { verifyScript } from '#main/dossier/custody/verify-script.ts';
import { caseWithEntries, exportLog, readFolder, runVerifyScript, withBytes, writeFolder } from '#tests/harness/custody-case.ts';
import { newHostedCase, takeInText, tell } from '#tests/harness/hosted-case.ts';
import { good, silently } from '#tests/harness/stored-case.ts';

/** One case, exported in three ways; every test breaks a copy. */
const folder = mkdtempSync(join(tmpdir(), 'corroborate-custody-'));
const whole = join(folder, 'whole');
const proven = join(folder, 'proven');
const part = join(folder, 'part');
const later = join(folder, 'later');
const partLater = join(folder, 'part-later');
let copies = 0;
let earlier = '';

beforeAll(async () => {
  const host = await newHostedCase(folder);
  const ids = await caseWithEntries(host, 7);
  await tell(host, 'evidence/mark-at-risk', { id: ids[2] ?? '', marks: ['witness'], legalBasis: 'she said "prev":"no" to the name' });
  await exportLog(host, whole);
  await exportLog(host, proven, { proofs: true });
  await exportLog(host, part, { evidenceIds: [ids[1] ?? '', ids[2] ?? ''] });
  earlier = readFolder(whole).get('checkpoint')?.toString('utf8') ?? '';
  await takeInText(host, 'one more.txt', 'one more report');
  await exportLog(host, later);
  await exportLog(host, partLater, { evidenceIds: [ids[1] ?? ''] });
  await host.close();
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function copyOf(files: ReadonlyMap<string, Uint8Array>): string {
  copies += 1;
  const copy = join(folder, `copy-${copies}`);
  writeFolder(copy, files);
  return copy;
}
const verified = async (place: string, held: Parameters<typeof verifyCustodyFolder>[1] = { verifierKeys: [] }) =>
  good(await verifyCustodyFolder(place, held, silently));

describe('an exported custody log', () => {
  it('is verified whole by twenty lines of shell with openssl and sha256sum', () => {
    expect(verifyScript.trimEnd().split('\n').length).toBeLessThanOrEqual(20);
    expect(runVerifyScript(whole)).toMatchObject({
      sound: true,
      said: expect.stringMatching(/^Sound\. Signed entries: 8\. Digest of the last one: [0-9a-f]{64}$/),
    });
    expect(runVerifyScript(later).sound).toBe(true);
  });

  it('is verified by the product too: whole, by proofs, and in part', async () => {
    expect(await verified(whole)).toMatchObject({ sound: true, findings: [], entries: 8, proven: 8, whole: true, signers: [{ name: 'A._Analyst' }] });
    expect(await verified(proven)).toMatchObject({ sound: true, entries: 8, proven: 8, whole: true });
    expect(await verified(part)).toMatchObject({ sound: true, entries: 3, proven: 3, whole: false, checkpoint: { size: 8 } });
  });

  it('in part tells nothing of other entries but how many there are', () => {
    const files = readFolder(part);
    expect([...files.keys()]).toEqual([
      'README.txt',
      'checkpoint',
      'entries.jsonl',
      'proofs/0000000001.tlog-proof',
      'proofs/0000000002.tlog-proof',
      'proofs/0000000007.tlog-proof',
      'pub.pem',
    ]);
    const hidden =
      readFolder(whole)
        .get('entries.jsonl')
        ?.toString('utf8')
        .split('\n')
        .filter((line) => !files.get('entries.jsonl')?.includes(line)) ?? [];
    expect(hidden).toHaveLength(5);
    for (const line of hidden) {
      const { evidenceId, salt, sha256After } = JSON.parse(line);
      for (const bytes of files.values()) for (const secret of [evidenceId, salt, sha256After]) expect(bytes.includes(secret)).toBe(false);
    }
  });

  it('goes on from an earlier checkpoint that somebody holds, and says when it does not', async () => {
    expect((await verified(later, { checkpoint: earlier, verifierKeys: [] })).sound).toBe(true);
    expect((await verified(whole, { checkpoint: earlier, verifierKeys: [] })).sound).toBe(true);
    const newer = readFolder(later).get('checkpoint')?.toString('utf8') ?? '';
    expect((await verified(whole, { checkpoint: newer, verifierKeys: [] })).findings).toEqual([{ code: 'custody-not-extended', file: 'checkpoint' }]);
    expect((await verified(part, { checkpoint: newer, verifierKeys: [] })).sound).toBe(false);
    expect(await verifyCustodyFolder(partLater, { checkpoint: earlier, verifierKeys: [] }, silently)).toMatchObject({
      ok: false,
      problem: { where: 'against' },
    });
    const refused = await verifyCustodyFolder(whole, { checkpoint: 'nonsense', verifierKeys: [] }, silently);
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'invalid-input', where: 'against' } });
  });

  it('says when a key that the person was told has not signed', async () => {
    const [signer] = (await verified(whole)).signers;
    expect((await verified(whole, { verifierKeys: [signer?.verifierKey ?? ''] })).sound).toBe(true);
    const other = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    expect((await verified(whole, { verifierKeys: [other] })).findings).toEqual([{ code: 'custody-key-absent', file: 'checkpoint' }]);
    expect(await verifyCustodyFolder(whole, { verifierKeys: ['A'] }, silently)).toMatchObject({ ok: false, problem: { where: 'key' } });
  });
});

describe('one changed byte of an exported log', () => {
  it('is found by the script in every entry, whatever kind of byte it was', () => {
    const files = readFolder(whole);
    const text = files.get('entries.jsonl')?.toString('utf8') ?? '';
    const starts = [...text.matchAll(/^/gm)].map(({ index }) => index).slice(0, 8);
    // Of each entry another kind of byte: structure, names, each value, digests, salt, line ends; and each kind in the first entry.
    const kinds = [/\{/, /"/, /:/, /,/, /actor/, /Analyst/, /imported|marked/, /T(?=\d\d:)/, /[0-9a-f](?=")/, /null/, /\d(?=,"sha)/, /"v":1/, /\}/, /\n/];
    const places = [
      ...kinds.map((kind) => text.search(kind)),
      ...starts.map((start, entry) => start + Math.max(0, text.slice(start).search(kinds[entry % kinds.length] ?? /\}/))),
      text.indexOf('prev') + 12,
      text.indexOf('salt') + 10,
      text.length - 1,
      text.length - 2,
    ];
    for (const at of new Set(places.filter((place) => place >= 0))) {
      // The kinds of change take turns: another bit, no byte at all to a shell, a line end.
      for (const change of [[(byte: number) => byte ^ 1, () => 0, () => 10][at % 3] ?? (() => 0)]) {
        const copy = copyOf(
          withBytes(files, 'entries.jsonl', (bytes) => {
            bytes.writeUInt8(change(bytes.readUInt8(at)), at);
            return bytes;
          }),
        );
        if (
          readFolder(copy)
            .get('entries.jsonl')
            ?.equals(files.get('entries.jsonl') ?? Buffer.alloc(0))
        )
          continue;
        expect(runVerifyScript(copy).sound, `byte ${at}: ${JSON.stringify(text.slice(at - 5, at + 5))}`).toBe(false);
        rmSync(copy, { recursive: true });
      }
    }
  }, 240_000);

  it('is found by the script as bytes put in, taken out, lines swapped, dropped or told twice', () => {
    const files = readFolder(whole);
    const lines = files.get('entries.jsonl')?.toString('utf8').trimEnd().split('\n') ?? [];
    const [a = '', b = '', ...rest] = lines;
    const forms = [
      [b, a, ...rest],
      lines.slice(1),
      lines.slice(0, -1),
      [a, a, b, ...rest],
      [...lines, a],
      [`${a}\u0000`, b, ...rest],
      [`${a}\r`, b, ...rest],
      [`${a} `, b, ...rest],
      [a, '', b, ...rest],
      [`\\${a}`, b, ...rest],
    ].map((each) => `${each.join('\n')}\n`);
    for (const form of [...forms, lines.join('\n'), `${lines.join('\n')}\n\n`, '']) {
      const copy = copyOf(withBytes(files, 'entries.jsonl', () => Buffer.from(form)));
      expect(runVerifyScript(copy).sound, JSON.stringify(form.slice(0, 40))).toBe(false);
    }
  }, 240_000);

  it('is found by the script in what is signed: origin, size, root, signature and key', () => {
    const files = readFolder(whole);
    const note = files.get('checkpoint')?.toString('utf8') ?? '';
    const [origin = '', size = '', root = ''] = note.split('\n');
    for (const changed of [
      note.replace(origin, `${origin}x`),
      note.replace(`\n${size}\n`, '\n7\n'),
      note.replace(root, `${root.startsWith('A') ? 'B' : 'A'}${root.slice(1)}`),
      note.replace(/(.{10}).\n$/, '$1A\n').replace('==\n', 'AA\n'),
      note.replace(/— \S+ .{20}/, (start) => `${start.slice(0, -1)}${start.endsWith('A') ? 'B' : 'A'}`),
    ])
      expect(runVerifyScript(copyOf(withBytes(files, 'checkpoint', () => Buffer.from(changed)))).sound, changed).toBe(false);
    const other = withBytes(files, 'pub.pem', () => Buffer.from(ed25519Pem(ed25519PublicKey(Buffer.alloc(32, 4)))));
    expect(runVerifyScript(copyOf(other)).sound).toBe(false);
  });

  it('is found by the product at every byte of every file, and so is every file missing, added or cut', async () => {
    for (const place of [whole, part]) {
      const files = readFolder(place);
      const texts = new Set(['README.txt', 'verify.sh']);
      let tried = 0;
      for (const [path, bytes] of files) {
        if (texts.has(path)) continue;
        const content = new Map([...files].filter(([name]) => !texts.has(name)));
        for (let at = 0; at < bytes.length; at += path === 'entries.jsonl' ? 3 : 1) {
          const changed = withBytes(content, path, (copy) => {
            copy.writeUInt8(copy.readUInt8(at) ^ (1 << (at % 8)), at);
            return copy;
          });
          expect(checkCustody(changed).findings, `${path}, byte ${at}`).not.toEqual([]);
          tried += 1;
        }
        for (const changed of [
          new Map([...content].filter(([name]) => name !== path)),
          withBytes(content, path, (copy) => copy.subarray(0, -1)),
          withBytes(content, path, (copy) => Buffer.concat([copy, Buffer.from('\n')])),
          withBytes(content, path, () => Buffer.alloc(0)),
          new Map([...content, [`${path}.more`, bytes]]),
        ])
          expect(checkCustody(changed).findings, path).not.toEqual([]);
      }
      expect(tried).toBeGreaterThan(1_000);
      for (const path of [...files.keys()].filter((name) => texts.has(name)))
        for (const changed of [withBytes(files, path, (copy) => copy.fill(33, 5, 6)), new Map([...files].filter(([name]) => name !== path))])
          expect((await verified(copyOf(changed))).sound, path).toBe(false);
      expect((await verified(copyOf(new Map([...files, ['verify.bat', Buffer.from('del')]])))).findings).toEqual([
        { code: 'custody-added', file: 'verify.bat' },
      ]);
    }
  }, 240_000);
});

describe('a forged proof', () => {
  it('of another entry, another place, another log or a rewritten line is refused', async () => {
    const files = new Map([...readFolder(part)].filter(([name]) => name !== 'README.txt'));
    const swap = new Map(files);
    swap.set('proofs/0000000001.tlog-proof', files.get('proofs/0000000002.tlog-proof') ?? Buffer.alloc(0));
    expect(checkCustody(swap).findings).toContainEqual({ code: 'custody-proof-wrong', file: 'proofs/0000000001.tlog-proof' });
    const foreign = new Map(files);
    foreign.set('checkpoint', readFolder(later).get('checkpoint') ?? Buffer.alloc(0));
    expect(checkCustody(foreign).findings.map(({ code }) => code)).toContain('custody-proof-wrong');
    const rewritten = withBytes(files, 'entries.jsonl', (bytes) => Buffer.from(bytes.toString('utf8').replace('"imported"', '"exported"')));
    expect(checkCustody(rewritten)).toMatchObject({ proven: 2 });
    expect(checkCustody(rewritten).findings.map(({ code }) => code)).toEqual(['custody-chain-broken', 'custody-proof-wrong']);
  });
});
