import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseKeys } from '#main/casefile/case-keys.ts';
import { SnapshotDamage } from '#main/casefile/indexed-snapshot.ts';
import { linesOf, openSnapshot, readSnapshot, type SnapshotHead, writeSnapshot } from '#main/casefile/snapshot.ts';
import type { Cell, Columns, PlacedLine, SnapshotLine } from '#main/casefile/snapshot-tables.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';

const keys = caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 2));
const head: SnapshotHead = { v: 1, head: 'ab'.repeat(32), seq: 7, segmentNumber: 3, generation: 2, closed: true };
const columns: Columns = [
  ['title', 'text'],
  ['kind', 'word'],
  ['about', 'words'],
];
const placed = (collection: string, key: string, cells: readonly Cell[], value: unknown = {}): PlacedLine => ({
  text: JSON.stringify([collection, key, value]),
  collection,
  key,
  columns,
  cells,
});
function written(lines: readonly SnapshotLine[]) {
  const disk = recordingDisk({ folders: ['snap'], files: new Map() });
  const { name } = writeSnapshot(disk.fileSystem, keys, 4, head, lines);
  return { disk, name, bytes: disk.content().files.get(`snap/${name}`) ?? Buffer.alloc(0) };
}
const opened = ({ disk, name }: Pick<ReturnType<typeof written>, 'disk' | 'name'>) => openSnapshot(disk.fileSystem, keys, name)?.indexed ?? null;

describe('the tables of a snapshot', () => {
  it('give back every key, line and cell, in order and by key', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((each) => !/[\n\r]/.test(each));
    const row = fc.record({ key: text, title: text, kind: fc.constantFrom('', 'a', 'ж', '한글'), about: fc.array(text, { maxLength: 4 }) });
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ key }) => key, minLength: 1, maxLength: 30 }), (rows) => {
        const lines = rows.map(({ key, title, kind, about }) => placed('notes', key, [title, kind, about], { title }));
        const on = written(['["a line","of no table"]', ...lines]);
        const table = opened(on)?.tables.get('notes');
        expect(table?.rows).toBe(rows.length);
        for (const [at, { key, title, kind, about }] of rows.entries()) {
          expect(table?.keyAt(at)).toBe(key);
          expect(table?.rowOf(key)).toBe(at);
          expect(table?.lineAt(at)).toBe(lines[at]?.text);
          expect([table?.text('title')?.(at), table?.text('kind')?.(at), table?.words('about')?.(at)]).toEqual([title, kind, about]);
        }
        expect(table?.rowOf('a key that is not there')).toBe(-1);
        expect(table?.text('no such column')).toBeNull();
        expect([...(opened(on)?.others() ?? [])]).toEqual(['["a line","of no table"]']);
      }),
      { numRuns: 60 },
    );
  });

  it('leave the lines as a reader that knows no tables finds them', () => {
    const lines = Array.from({ length: 40 }, (_, at) => placed('notes', `n${at}`, ['t', 'k', []], { text: 'x'.repeat(at * 90) }));
    const on = written(lines);
    const whole = readSnapshot(on.disk.fileSystem, keys, on.name);
    expect(whole?.head).toEqual(head);
    expect([...linesOf(whole?.body ?? Buffer.alloc(0))]).toEqual(lines.map(({ text }) => text));
  });

  it('are left out when no line has a place, so that such a snapshot is as it always was', () => {
    const on = written(['["notes","1",{}]']);
    expect(opened(on)).toBeNull();
    expect(openSnapshot(on.disk.fileSystem, keys, on.name)?.body.toString()).toBe('["notes","1",{}]');
  });

  it('of a small snapshot are not used when any byte of the file is wrong', () => {
    const on = written([placed('notes', 'n1', ['t', 'k', []], { text: 'x'.repeat(40_000) })]);
    for (let at = 0; at < on.bytes.length; at += 1_013) {
      const bytes = Buffer.from(on.bytes);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      const disk = recordingDisk({ folders: ['snap'], files: new Map([[`snap/${on.name}`, bytes]]) });
      expect(openSnapshot(disk.fileSystem, keys, on.name), String(at)).toBeNull();
    }
  });

  it('of a large one tell damage when it is met, and every line that lies elsewhere survives', () => {
    const lines = Array.from({ length: 600 }, (_, at) => placed('notes', `n${at}`, [`t${at}`, 'k', []], { text: String(at).repeat(900) }));
    const on = written(lines);
    const bytes = Buffer.from(on.bytes);
    const at = 56 + 40 * 16_400 + 8_000;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    const disk = recordingDisk({ folders: ['snap'], files: new Map([[`snap/${on.name}`, bytes]]) });
    expect(readSnapshot(disk.fileSystem, keys, on.name)).toBeNull();
    const indexed = opened({ disk, name: on.name });
    const table = indexed?.tables.get('notes');
    expect(table?.lineAt(0)).toBe(lines[0]?.text);
    const damaged = lines.filter((_, row) => {
      try {
        return table?.lineAt(row) === undefined;
      } catch (error) {
        expect(error).toBeInstanceOf(SnapshotDamage);
        return true;
      }
    });
    expect(damaged.length).toBeGreaterThan(0);
    expect(damaged.length).toBeLessThan(25);
    const survivors = indexed?.surviving();
    expect(survivors?.whole).toBe(false);
    expect(survivors?.lines).toEqual(lines.filter((line) => !damaged.includes(line)).map(({ text }) => text));
  });
});
