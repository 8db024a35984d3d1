import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHeaderCopies } from '#main/casefile/header-copies.ts';
import { keyOfSecret, openSlots } from '#main/casefile/key-slots.ts';
import { createCase, openCase, openCaseIn } from '#main/casestore/case-store.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { sha256 } from '#main/crypto/digests.ts';
import { makeCaseOn, openOn } from '#tests/harness/crash-session.ts';
import { diskAfterCrash, effectsOf, unsettledEffects } from '#tests/harness/crashed-disk.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { countingFacts, good, inTemporaryFolder, numberedId, sampleMeta, samplePassphrase, writesNote } from '#tests/harness/stored-case.ts';

const passphrase = samplePassphrase;
const wrong = new TextEncoder().encode('wrong');

/** Opens and answers the kind of the problem, or `opened`. */
async function opening(folder: string, secret = passphrase): Promise<string> {
  const opened = await openCase(folder, { passphrase: secret }, countingFacts());
  if (!opened.ok) return opened.problem.kind;
  await opened.value.abandon();
  return 'opened';
}

async function withCase(work: (folder: string) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (parent) => {
    const folder = join(parent, 'a.case');
    const made = good(await createCase(folder, { meta: sampleMeta, passphrase, facts: countingFacts(), kdf: leastKdfCost })).case;
    good(await made.commit(writesNote(1)));
    good(await made.close());
    await work(folder);
  });
}

/** Changes the header and makes its plain digest fit again, as anyone can who has no key. */
function rewriteHeader(folder: string, names: readonly string[], change: (header: Buffer) => void): void {
  for (const name of names) {
    const header = readFileSync(join(folder, name));
    change(header);
    sha256(header.subarray(0, 8_160)).copy(header, 8_160);
    writeFileSync(join(folder, name), header);
  }
}
const both = ['case.a', 'case.b'];

describe('what is no case', { timeout: 120_000 }, () => {
  it('is refused as that: nothing there, an empty folder, a file, plain JSON under our names', () =>
    inTemporaryFolder(async (parent) => {
      expect(await opening(join(parent, 'missing.case'))).toBe('not-a-case');
      expect(await opening(parent)).toBe('not-a-case');
      writeFileSync(join(parent, 'file'), 'x');
      expect(await opening(join(parent, 'file'))).toBe('not-a-case');
      mkdirSync(join(parent, 'json.case'));
      for (const text of ['', '{"sources":{}}']) {
        for (const name of both) writeFileSync(join(parent, 'json.case', name), text);
        expect(await opening(join(parent, 'json.case'))).toBe('not-a-case');
      }
      expect(readdirSync(join(parent, 'json.case'))).toEqual(both);
    }));

  it('is not made into one where something is already', () =>
    inTemporaryFolder(async (parent) => {
      writeFileSync(join(parent, 'file'), 'x');
      for (const folder of [parent, join(parent, 'file')]) {
        expect(await createCase(folder, { meta: sampleMeta, passphrase, facts: countingFacts(), kdf: leastKdfCost })).toEqual({
          ok: false,
          problem: { kind: 'folder-not-empty' },
        });
      }
      expect(await createCase(join(parent, 'b'), { meta: sampleMeta, passphrase: new Uint8Array(0), facts: countingFacts() })).toMatchObject({
        problem: { kind: 'invalid-input' },
      });
      expect(await createCase(join(parent, 'b'), { meta: sampleMeta, passphrase, facts: countingFacts(), kdf: { memoryKiB: 8, passes: 1 } })).toMatchObject({
        problem: { kind: 'invalid-input' },
      });
      expect(readdirSync(parent)).toEqual(['file']);
    }));
});

describe('a header', { timeout: 120_000 }, () => {
  it('that is whole tells a wrong passphrase; one that is damaged never does', () =>
    withCase(async (folder) => {
      expect(await opening(folder, wrong)).toBe('wrong-passphrase');
      const [a, b] = both.map((name) => readFileSync(join(folder, name)));
      if (!a || !b) throw new Error('no header');
      for (const at of [0, 9, 20, 70, 1_200, 5_000, 8_130, 8_190]) {
        for (const name of both) {
          const bytes = Buffer.from(a);
          bytes.writeUInt8(bytes.readUInt8(at) ^ 0x40, at);
          writeFileSync(join(folder, name), bytes);
        }
        expect(await opening(folder, wrong), `byte ${at}`).toBe('case-damaged');
      }
      for (const name of both) writeFileSync(join(folder, name), a.subarray(0, 4_000));
      expect(await opening(folder)).toBe('case-damaged');
      writeFileSync(join(folder, 'case.b'), b);
      expect(await opening(folder)).toBe('opened');
      expect(readFileSync(join(folder, 'case.a')).equals(a)).toBe(true);
    }));

  it('of a newer format is refused with both versions named', () =>
    withCase(async (folder) => {
      rewriteHeader(folder, both, (header) => header.writeUInt16LE(3, 8));
      expect(await openCase(folder, { passphrase }, countingFacts())).toEqual({ ok: false, problem: { kind: 'newer-format', found: 3, known: 1 } });
    }));

  it('that someone without the key rewrote is damage, even with a fitting digest', () =>
    withCase(async (folder) => {
      rewriteHeader(folder, both, (header) => header.writeUInt32LE(99, 12));
      expect(await opening(folder)).toBe('case-damaged');
    }));

  it('that asks for a hostile cost is refused before anything is computed', () =>
    withCase(async (folder) => {
      rewriteHeader(folder, both, (header) => header.writeUInt32LE(0xffff_ffff, 36));
      const started = performance.now();
      expect(await opening(folder)).toBe('case-damaged');
      expect(performance.now() - started).toBeLessThan(1_000);
    }));

  it('changed halfway through a new passphrase opens with the old one or the new one, and both copies agree again', async () => {
    const disk = recordingDisk();
    const caseKey = await makeCaseOn(disk.fileSystem, countingFacts());
    const start = disk.content();
    const session = recordingDisk(start);
    const { file } = good(await openOn(session.fileSystem, caseKey, countingFacts()));
    const from = session.operations.length;
    good(await file.replacePassphrase({ kind: 'case-key', bytes: caseKey }, wrong, 0));
    await file.abandon();
    // Salt and cost stay, so each passphrase is derived once for all the crashes.
    const [first] = good(readHeaderCopies(disk.fileSystem)).whole;
    const keys = await Promise.all([passphrase, wrong].map((bytes) => keyOfSecret(first.header, { kind: 'passphrase', bytes })));
    const kinds = new Set<string>();
    const effects = effectsOf(start, session.operations);
    for (let count = from; count <= session.operations.length; count += 1) {
      for (const fate of ['kept', 'dropped', 'garbage', 'zeros', { torn: 700 }, { torn: 8_000 }] as const) {
        const fates = new Map(unsettledEffects(effects, count).map((effect) => [effect, fate]));
        const files = recordingDisk(diskAfterCrash(start, effects, count, fates)).fileSystem;
        const [newest] = good(readHeaderCopies(files)).whole;
        const worked = keys.map((key) => openSlots(newest.header, key)?.caseKey.equals(caseKey) === true);
        expect(worked.filter(Boolean), `step ${count} ${JSON.stringify(fate)}`).toHaveLength(1);
        kinds.add(worked[0] ? 'old' : 'new');
        await good(await openOn(files, caseKey, countingFacts())).open.abandon();
        const [a, b] = both.map((name) => files.open(name, 'read').read(0, 9_000));
        expect(a && b && a.equals(b)).toBe(true);
      }
    }
    expect([...kinds].sort()).toEqual(['new', 'old']);
  });
});

describe('a folder', { timeout: 120_000 }, () => {
  it('that cannot be written opens for reading, and says so at the first edit', async () => {
    const disk = recordingDisk();
    await makeCaseOn(disk.fileSystem, countingFacts());
    disk.failWith((_, op) => (op === 'read' ? null : { code: 'EROFS', share: 0 }));
    const open = good(await openCaseIn(disk.fileSystem, '/case', { passphrase }, countingFacts(), 'write'));
    expect(open.readOnly).toBe(true);
    expect(await open.commit(writesNote(1))).toEqual({ ok: false, problem: { kind: 'read-only' } });
    expect(await open.keys.changePassphrase({ passphrase }, wrong)).toEqual({ ok: false, problem: { kind: 'read-only' } });
    good(await open.close());
  });

  it('on a disk that cannot be read is told as that, not thrown', async () => {
    const disk = recordingDisk();
    await makeCaseOn(disk.fileSystem, countingFacts());
    const first = disk.steps();
    for (let failing = 0; failing < 6; failing += 1) {
      let reads = 0;
      disk.failWith((_, op) => (op === 'read' && reads++ === failing ? { code: 'EIO', share: 0 } : null));
      const opened = await openCaseIn(disk.fileSystem, '/case', { passphrase }, countingFacts(), 'read');
      if (opened.ok) await opened.value.abandon();
      else expect(opened.problem).toEqual({ kind: 'unreadable-file', item: 1, reason: 'input-output' });
      if (failing === 0) expect(opened.ok).toBe(false);
    }
    expect(disk.steps()).toBeGreaterThan(first);
  });

  it('where a case cannot be made is left as it was', async () => {
    const disk = recordingDisk();
    for (const failing of [0, 6, 12]) {
      const first = disk.steps();
      // A full disk still lets names be removed.
      disk.failWith((step, op) => (step >= first + failing && op !== 'remove' ? { code: 'ENOSPC', share: 0.5 } : null));
      await expect(makeCaseOn(disk.fileSystem, countingFacts())).rejects.toThrow('disk-full');
      expect(disk.content().files.size, `failing at step ${failing}`).toBe(0);
    }
  });

  it('belongs to its owner alone', () =>
    withCase(async (folder) => {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        expect(statSync(join(entry.parentPath, entry.name)).mode & 0o777, entry.name).toBe(entry.isDirectory() ? 0o700 : 0o600);
      }
      expect(statSync(folder).mode & 0o777).toBe(0o700);
    }));

  it('another machine is writing in is in use; a note that a crash left is not in the way', () =>
    withCase(async (folder) => {
      writeFileSync(join(folder, 'LOCK'), 'corroborate lock 1\n0011223344556677\n0011223344556677\n');
      expect(await opening(folder)).toBe('case-in-use');
      utimesSync(join(folder, 'LOCK'), new Date(0), new Date(0));
      expect(await opening(folder)).toBe('opened');
      expect(readdirSync(folder)).not.toContain('LOCK');
    }));

  it('is cleared of imports that were interrupted, by a writer and not by a reader', () =>
    withCase(async (folder) => {
      const part = join(folder, 'blob', '0011223344556677.part');
      writeFileSync(part, 'x');
      chmodSync(part, 0o600);
      await good(await openCase(folder, { passphrase }, countingFacts(), 'read')).close();
      expect(readdirSync(join(folder, 'blob'))).toHaveLength(1);
      expect(await opening(folder)).toBe('opened');
      expect(readdirSync(join(folder, 'blob'))).toHaveLength(0);
    }));

  it('keeps two snapshots and only the segments they need, over many sessions', () =>
    withCase(async (folder) => {
      for (let number = 2; number < 7; number += 1) {
        const open = good(await openCase(folder, { passphrase }, countingFacts()));
        expect(open.openingFindings).toEqual([]);
        good(await open.commit(writesNote(number)));
        good(await open.close());
      }
      expect(readdirSync(join(folder, 'snap'))).toHaveLength(2);
      expect(readdirSync(join(folder, 'log')).length).toBeLessThanOrEqual(2);
      const [newest = ''] = readdirSync(join(folder, 'snap')).sort().reverse();
      writeFileSync(join(folder, 'snap', newest), 'rotten');
      const open = good(await openCase(folder, { passphrase }, countingFacts()));
      expect(Object.keys(open.record().notes)).toEqual([1, 2, 3, 4, 5, 6].map(numberedId));
      expect(open.openingFindings.map(({ code }) => code)).toContain('snapshot-unusable');
      expect(open.readOnly).toBe(false);
      good(await open.close());
    }));

  it('is not touched by a session that only reads', () =>
    withCase(async (folder) => {
      const all = () =>
        readdirSync(folder, { recursive: true, withFileTypes: true }).map(
          (entry) =>
            `${entry.name} ${statSync(join(entry.parentPath, entry.name)).mtimeMs} ${entry.isFile() ? statSync(join(entry.parentPath, entry.name)).size : ''}`,
        );
      const before = all().filter((line) => !line.startsWith('a.case'));
      good(await good(await openCase(folder, { passphrase }, countingFacts())).close());
      expect(all()).toEqual(before);
    }));
});
