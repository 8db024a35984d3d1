import { describe, expect, it } from 'vitest';
import { type CaseFile, openCaseFile } from '#main/casefile/case-file.ts';
import { checkShelf, isLayerName, shelfFolder } from '#main/casefile/search-shelf.ts';
import { makeCaseOn } from '#tests/harness/crash-session.ts';
import { type DiskContent, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { countingFacts, good } from '#tests/harness/stored-case.ts';

const caseKeyed = await (async () => {
  const disk = recordingDisk();
  const caseKey = await makeCaseOn(disk.fileSystem, countingFacts(), []);
  return { caseKey, content: disk.content() };
})();
async function opened(content: DiskContent = caseKeyed.content, mode: 'read' | 'write' = 'write') {
  const disk = recordingDisk(content);
  const file = good(await openCaseFile(disk.fileSystem, { kind: 'case-key', bytes: caseKeyed.caseKey }, mode));
  return { disk, file, shelf: file.shelf };
}
const segment = (byte: number, length = 50_000) => Buffer.alloc(length, byte);
const nothing = { below: [], above: [] };
const body = (id: string) => ({
  label: 'write-note',
  at: '',
  ops: [
    { put: 'notes', id, value: {} },
    { del: 'notes', id: `${id}-gone` },
  ],
  custody: [],
});
const layersOf = (content: DiskContent) => [...content.files.keys()].filter((path) => path.startsWith(`${shelfFolder}/`));
function changed(content: DiskContent, path: string, change: (bytes: Buffer) => Buffer | null): DiskContent {
  const files = new Map(content.files);
  const bytes = change(Buffer.from(files.get(path) ?? Buffer.alloc(0)));
  if (bytes) files.set(path, bytes);
  else files.delete(path);
  return { ...content, files };
}
const remarks = (file: CaseFile) => checkShelf(file.files, file.keys, 'full').map(({ severity, code }) => `${severity} ${code}`);

/** A shelf of two layers. */
async function filled() {
  const { disk, file, shelf } = await opened();
  const first = good(shelf.write(segment(1), nothing, []));
  const second = good(shelf.write(segment(2, 10), { below: [first.name], above: [] }, ['an id']));
  await file.abandon();
  return { content: disk.content(), names: [first.name, second.name] };
}

describe('the search index on disk', () => {
  it('is none in a case that has none, and gives back what was written, where it stands and what is still to be read', async () => {
    const { shelf, file } = await opened();
    expect(shelf.open()).toBe('none');
    const first = good(shelf.write(segment(1), nothing, []));
    const second = good(shelf.write(segment(2, 10), { below: [first.name], above: [] }, ['an id']));
    const content = shelf.open();
    if (typeof content === 'string') throw new Error(content);
    expect(content.layers.map(({ name }) => name)).toEqual([first.name, second.name]);
    expect([content.head, content.unread]).toEqual([file.head().toString('hex'), ['an id']]);
    expect(content.layers[0]?.read(49_990, 100)).toEqual(segment(1, 10));
    expect(content.layers[1]?.read(0, 10)).toEqual(segment(2, 10));
    expect(first.read(16_000, 20_000)).toEqual(segment(1, 20_000));
    await file.abandon();
  });

  it('puts a layer between others, and removes those it does not name', async () => {
    const { disk, shelf, file } = await opened();
    const names = [1, 2, 3].map((byte) => good(shelf.write(segment(byte, 9), { below: [], above: [] }, [])).name);
    expect(layersOf(disk.content())).toEqual([`${shelfFolder}/${names[2]}`]);
    const merged = good(shelf.write(segment(4, 9), { below: [], above: [names[2] ?? ''] }, []));
    const content = shelf.open();
    expect(typeof content === 'string' ? content : content.layers.map(({ name }) => name)).toEqual([merged.name, names[2]]);
    await file.abandon();
  });

  it('tells which objects the log changed since it was written, in whichever session', async () => {
    const { disk, file, shelf } = await opened();
    const before = file.head().toString('hex');
    good(file.append(body('a')));
    const between = file.head().toString('hex');
    good(await file.close([]));
    const again = await opened(disk.content());
    good(again.file.append(body('b')));
    expect(again.shelf.changedAfter(before)).toEqual(['a', 'a-gone', 'b', 'b-gone']);
    expect(again.shelf.changedAfter(between)).toEqual(['b', 'b-gone']);
    expect(again.shelf.changedAfter(again.file.head().toString('hex'))).toEqual([]);
    expect(again.shelf.changedAfter('ab'.repeat(32))).toBeNull();
    expect(shelf.open()).toBe('none');
    await again.file.abandon();
  });

  it('is written when nothing more comes into the log, and stands there when the case is opened again', async () => {
    const { disk, file, shelf } = await opened();
    good(file.append(body('a')));
    good(await file.close([], () => void good(shelf.write(segment(1), nothing, []))));
    const again = await opened(disk.content());
    const content = again.shelf.open();
    expect(typeof content === 'string' ? content : content.head).toBe(again.file.head().toString('hex'));
    await again.file.abandon();
  });

  it('is damaged, and never wrong, after any byte was changed, cut off or put elsewhere; and a check tells it as a remark', async () => {
    const { content, names } = await filled();
    const sound = await opened(content, 'read');
    expect(remarks(sound.file)).toEqual([]);
    await sound.file.abandon();
    const [first = '', second = ''] = names.map((name) => `${shelfFolder}/${name}`);
    const bytesOf = (path: string) => content.files.get(path) ?? Buffer.alloc(0);
    const cases = [first, second].flatMap((path) => [
      ...[0, 30, 60, 300, 5_000, bytesOf(path).length - 1]
        .filter((at) => at < bytesOf(path).length)
        .map((at) =>
          changed(content, path, (bytes) => {
            bytes[at] = (bytes[at] ?? 0) ^ 4;
            return bytes;
          }),
        ),
      changed(content, path, (bytes) => bytes.subarray(0, bytes.length - 16)),
      changed(content, path, (bytes) => Buffer.concat([bytes, Buffer.alloc(1)])),
      changed(content, path, () => bytesOf(path === first ? second : first)),
    ]);
    for (const each of [...cases, changed(content, first, () => null)]) {
      const { file, shelf } = await opened(each, 'read');
      const found = shelf.open();
      const read = typeof found === 'string' ? found : found.layers.map((layer) => layer.read(0, layer.bytes));
      if (typeof read !== 'string') expect(read.some((bytes) => bytes === null)).toBe(true);
      expect(remarks(file)).toContain('info search-index-unusable');
      await file.abandon();
    }
  });

  it('half written under its final name, tells so and leaves the case as it is', async () => {
    const { content, names } = await filled();
    const { file, shelf } = await opened(changed(content, `${shelfFolder}/${names[1]}`, (bytes) => bytes.subarray(0, 100)));
    expect(shelf.open()).toBe('damaged');
    expect(file.writeBarrier()).toBeNull();
    good(shelf.write(segment(3), nothing, []));
    expect(typeof shelf.open()).toBe('object');
    await file.abandon();
  });

  it('is not written where nothing may be', async () => {
    const { file, shelf } = await opened(caseKeyed.content, 'read');
    expect(shelf.write(segment(1), nothing, [])).toEqual({ ok: false, problem: { kind: 'read-only' } });
    await file.abandon();
  });

  it('names its layers by number and chance', () => {
    expect(['00000001-0123abcd', '1-0123abcd', '00000001-0123ABCD', '00000001-0123abcd.part'].map(isLayerName)).toEqual([true, false, false, false]);
  });
});
