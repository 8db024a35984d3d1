import { beforeAll, describe, expect, it } from 'vitest';
import { makeCaseOn, openOn } from '#tests/harness/crash-session.ts';
import { type DiskContent, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { contentOf, countingFacts, good, numberedId, sampleEvidence, silently, takesIn, writesNote } from '#tests/harness/stored-case.ts';

let content: DiskContent;
let caseKey: Buffer;

/** A case of two sessions: a snapshot, a log after it, one blob. The second session ends without a close. */
beforeAll(async () => {
  const disk = recordingDisk();
  caseKey = await makeCaseOn(disk.fileSystem, countingFacts());
  const first = good(await openOn(disk.fileSystem, caseKey, countingFacts())).open;
  const stored = good(await first.storeBlob(contentOf(Buffer.alloc(18_000, 'e')), silently));
  good(await first.commit(takesIn(sampleEvidence(2, stored))));
  good(await first.close());
  const second = good(await openOn(disk.fileSystem, caseKey, countingFacts())).open;
  for (const number of [3, 4, 5]) good(await second.commit(writesNote(number)));
  await second.abandon();
  content = disk.content();
});

/** What opening and a full verification say of the case with these files. */
async function noticed(
  files: ReadonlyMap<string, Buffer>,
): Promise<{ readonly codes: readonly string[]; readonly told: string; readonly notes: readonly string[]; readonly opened: boolean }> {
  const disk = recordingDisk({ folders: content.folders, files });
  const opened = await openOn(disk.fileSystem, caseKey, countingFacts(), 'read');
  if (!opened.ok) return { codes: [opened.problem.kind], told: opened.problem.kind, notes: [], opened: false };
  const { open } = opened.value;
  const verified = await open.verify(silently);
  const findings = verified.ok ? verified.value.findings : [];
  await open.abandon();
  return {
    codes: verified.ok ? findings.map(({ code }) => code) : [verified.problem.kind],
    told: JSON.stringify(findings),
    notes: Object.keys(open.record().notes),
    opened: true,
  };
}

function changed(path: string, change: (bytes: Buffer) => Buffer): ReadonlyMap<string, Buffer> {
  return new Map([...content.files].map(([name, bytes]) => [name, name === path ? change(Buffer.from(bytes)) : bytes]));
}
const flipped = (at: number) => (bytes: Buffer) => {
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (at % 8)), at);
  return bytes;
};
const files = (folder: string) => [...content.files.keys()].filter((path) => path.startsWith(folder));

describe('one changed byte', () => {
  it('nowhere: the case is as it was left', async () => {
    expect(await noticed(content.files)).toMatchObject({ codes: ['unclean-end'], notes: [3, 4, 5].map(numberedId), opened: true });
  });

  it('in either copy of the header is noticed, and the other copy opens the case', async () => {
    for (const name of ['case.a', 'case.b']) {
      for (let at = 0; at < 8_192; at += 37) {
        const { codes, notes, opened } = await noticed(changed(name, flipped(at)));
        expect(codes, `${name} ${at}`).toContain('header-copy-damaged');
        expect([opened, notes.length]).toEqual([true, 3]);
      }
    }
  });

  it('anywhere in the log is noticed', async () => {
    const clean = (await noticed(content.files)).told;
    for (const path of files('log/')) {
      for (let at = 0; at < (content.files.get(path)?.length ?? 0); at += 5) {
        const { told, notes } = await noticed(changed(path, flipped(at)));
        // The last frame of a session that did not close cannot be told from one that a crash tore; then an edit is missing from the end.
        expect(told !== clean || notes.length < 3, `${path} ${at}: ${told}`).toBe(true);
      }
    }
  });

  it('in the middle of the log costs only its own frame, and stops writing on top of what may be missing', async () => {
    const path = files('log/').at(-1) ?? '';
    const length = content.files.get(path)?.length ?? 0;
    const disk = recordingDisk({ folders: content.folders, files: changed(path, flipped(length - 1_500)) });
    const { open } = good(await openOn(disk.fileSystem, caseKey, countingFacts()));
    expect(open.openingFindings).toContainEqual({ severity: 'damage', code: 'segment-damaged', subject: path.slice(4) });
    expect(Object.keys(open.record().notes).length).toBe(2);
    expect(open.record().notes[numberedId(5)]).toBeDefined();
    expect(await open.commit(writesNote(6))).toEqual({ ok: false, problem: { kind: 'read-only' } });
    await open.abandon();
  });

  it('anywhere in a snapshot is noticed, and the log before it still opens the case', async () => {
    for (const path of files('snap/')) {
      for (let at = 0; at < (content.files.get(path)?.length ?? 0); at += 11) {
        const { codes, notes } = await noticed(changed(path, flipped(at)));
        expect(codes, `${path} ${at}`).toContain('snapshot-unusable');
        expect(notes.length).toBe(3);
      }
    }
  });

  it('anywhere in a blob is noticed, and no wrong byte is ever handed out', async () => {
    const [path = ''] = files('blob/');
    const blob = good(await openOn(recordingDisk(content).fileSystem, caseKey, countingFacts(), 'read')).open.record().evidence[numberedId(2)]?.blob;
    if (!blob) throw new Error('no blob');
    for (let at = 0; at < (content.files.get(path)?.length ?? 0); at += 97) {
      const files = changed(path, flipped(at));
      expect((await noticed(files)).codes, `${at}`).toContain('blob-damaged');
      const { open } = good(await openOn(recordingDisk({ folders: content.folders, files }).fileSystem, caseKey, countingFacts(), 'read'));
      const read = await open.readBlob(blob, 0, 18_000);
      if (read.ok) expect(Buffer.from(read.value).equals(Buffer.alloc(18_000, 'e'))).toBe(true);
      else expect(read.problem).toEqual({ kind: 'case-damaged', part: 'blob' });
      await open.abandon();
    }
  });
});

describe('a file', () => {
  it('that is cut, extended or taken away is noticed', async () => {
    const clean = (await noticed(content.files)).told;
    for (const path of [...files('snap/'), ...files('blob/'), ...files('log/').slice(0, -1)]) {
      for (const change of [
        (bytes: Buffer) => bytes.subarray(0, bytes.length - 64),
        (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(64)]),
        (bytes: Buffer) => bytes.subarray(0, 0),
      ]) {
        expect((await noticed(changed(path, change))).told, path).not.toBe(clean);
      }
    }
    const without = (path: string) => new Map([...content.files].filter(([name]) => name !== path));
    expect((await noticed(without(files('blob/')[0] ?? ''))).codes).toContain('blob-missing');
    expect((await noticed(without('case.a'))).codes).toContain('header-copy-damaged');
    const [first = ''] = files('log/');
    expect((await noticed(without(first))).opened).toBe(true);
  });

  it('of another place, or of another case, does not pass for the one that belongs there', async () => {
    const [path = ''] = files('blob/');
    const moved = new Map([...content.files, [`${path.slice(0, -1)}${path.endsWith('a') ? 'b' : 'a'}`, content.files.get(path) ?? Buffer.alloc(0)]]);
    expect((await noticed(moved)).codes).toContain('blob-damaged');
    const [snapshot = ''] = files('snap/');
    const renumbered = new Map([...content.files, [snapshot.replace('00000001', '00000009'), content.files.get(snapshot) ?? Buffer.alloc(0)]]);
    expect((await noticed(renumbered)).codes).toContain('snapshot-unusable');
    expect((await noticed(new Map([...content.files, ['log/notes.txt', Buffer.from('x')], ['stray', Buffer.from('x')]]))).codes).toContain('unknown-file');
  });
});
