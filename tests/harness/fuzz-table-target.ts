import { caseKeys, sealContext, u32 } from '#main/casefile/case-keys.ts';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { type IndexedSnapshot, SnapshotDamage } from '#main/casefile/indexed-snapshot.ts';
import { openSnapshot, writeSnapshot } from '#main/casefile/snapshot.ts';
import { type Columns, tablesMagic } from '#main/casefile/snapshot-tables.ts';
import { seal, unseal } from '#main/crypto/cobblestone.ts';
import type { FuzzTarget } from './fuzz.ts';
import { nonsense, pick } from './fuzz-inputs.ts';
import { recordingDisk } from './recording-file-system.ts';

const keys = caseKeys(Buffer.alloc(32, 5), Buffer.alloc(16, 6));
const context = sealContext('snapshot', keys.caseId, u32(1));
const columns: Columns = [
  ['title', 'text'],
  ['kind', 'word'],
  ['about', 'words'],
];
/** As many rows of a table are asked for: one that says it has more than it holds must say damage long before. */
const mostRows = 12;

/** The plaintext of a snapshot with tables of a few rows. */
function plainSnapshot(random: () => number): Buffer {
  const disk = recordingDisk({ folders: ['snap'], files: new Map() });
  const rows = Array.from({ length: 1 + Math.floor(random() * 5) }, (_, row) => ({
    text: JSON.stringify(['notes', `n${row}`, { text: 'слово' }]),
    collection: pick(random, ['notes', 'links', 'constructor']),
    key: pick(random, [`n${row}`, '', 'ключ', '\u{1F4C4}']),
    columns,
    cells: [nonsense(random), pick(random, ['', 'kind', '한글']), pick(random, [[], ['a'], ['a', 'b', 'a']])],
  }));
  const head = { v: 1, head: '0'.repeat(64), seq: 1, segmentNumber: 1, generation: 1, closed: true } as const;
  const { name } = writeSnapshot(disk.fileSystem, keys, 1, head, [...(random() < 0.3 ? ['["other"]'] : []), ...rows]);
  return unseal(keys.snapshot, context, disk.content().files.get(`snap/${name}`) ?? Buffer.alloc(0)) ?? Buffer.alloc(0);
}

/** Sealed with the right key, but of the tables some number says another place, length, count or text. */
function forged(random: () => number): Buffer {
  const plain = plainSnapshot(random);
  const tables = plain.indexOf(tablesMagic);
  const directory = plain.indexOf('{', tables);
  const directoryBytes = tables < 0 ? 0 : plain.readUInt32LE(tables + tablesMagic.length);
  for (let times = Math.floor(random() * 4); times > 0 && tables >= 0; times -= 1) {
    const behind = directory + directoryBytes;
    if (random() < 0.5) {
      // A digit of the directory: its JSON stays JSON, its numbers do not stay true.
      const at = directory + Math.floor(random() * directoryBytes);
      if (/\d/.test(String.fromCharCode(plain[at] ?? 0))) plain.write(pick(random, ['0', '1', '5', '9', 'e', '-']), at);
    } else {
      const at = pick(random, [tables + tablesMagic.length, behind + 4 * Math.floor((random() * (plain.length - behind)) / 4)]);
      if (at + 4 <= plain.length) plain.writeUInt32LE(pick(random, [0, 1, 7, 0xffff_ffff, 0x7fff_ffff, 0x4000_0000, 16_384]), at);
    }
  }
  return seal(keys.snapshot, context, plain);
}

/** Everything a session may ask of the tables. */
function asked(snapshot: IndexedSnapshot): string {
  let cells = 0;
  for (const table of snapshot.tables.values()) {
    const title = table.text('title');
    const kind = table.text('kind');
    const about = table.words('about');
    for (let row = 0; row < Math.min(table.rows, mostRows); row += 1) {
      cells += table.keyAt(row).length + table.lineAt(row).length;
      cells += (title?.(row).length ?? 0) + (kind?.(row).length ?? 0) + (about?.(row).length ?? 0);
    }
    for (const key of ['n1', '', '\uffff']) cells += table.rowOf(key);
    cells += table.lastByKey();
  }
  for (const line of snapshot.others()) cells += line.length;
  return cells > 0 ? 'read' : 'empty';
}

/** A snapshot as a session opens it, by its tables. `on` is a disk with one file. */
export function tableTarget(on: (bytes: Buffer) => FileSystem): FuzzTarget {
  return {
    parse: (bytes) => {
      const opened = openSnapshot(on(bytes), keys, '00000001-00000000');
      if (!opened?.indexed) return opened ? 'by its lines' : 'unusable';
      const survive = opened.indexed.surviving().lines.length > 0 ? '' : ', no line survives';
      try {
        return `${asked(opened.indexed)}${survive}`;
      } catch (error) {
        if (!(error instanceof SnapshotDamage)) throw error;
        return `damage met${survive}`;
      }
    },
    sound: forged,
  };
}
