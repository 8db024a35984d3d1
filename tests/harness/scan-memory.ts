import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import type { Needle } from './canary-forms.ts';

/** One process of the app as the scan met it. */
export type ScannedProcess = { readonly pid: number; readonly what: string; readonly scannedMiB: number; readonly found: readonly string[] };
/** `unreadable`: processes that this user may not look into (Chromium's own are so for anyone but root), by what they are. */
export type MemoryScan = { readonly processes: readonly ScannedProcess[]; readonly unreadable: readonly string[] };

const pageBytes = 4096;
const pieceBytes = 8 * 1024 * 1024;

/** Whether this system shows a process's memory as a file, as Linux does. */
export function memoryIsAFile(): boolean {
  return existsSync('/proc/self/mem');
}

/** Looks for the needles in the memory of `root` and of every process below it: all that is there and can be written, or was. */
export function scanProcesses(root: number, needles: readonly Needle[]): MemoryScan {
  const processes: ScannedProcess[] = [];
  const unreadable: string[] = [];
  for (const pid of treeOf(root)) {
    const what = whatIs(pid);
    if (what === null) continue; // ended meanwhile
    const scanned = scanProcess(pid, what, needles);
    if (scanned === 'unreadable') unreadable.push(what);
    else processes.push(scanned);
  }
  return { processes, unreadable };
}

/** A process and all that it started, straight or through others. */
export function treeOf(root: number): readonly number[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(/\) \S (\d+)/.exec(readOr(`/proc/${name}/stat`))?.[1] ?? -1);
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const below = (pid: number): readonly number[] => (parents.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
  return [root, ...below(root)];
}

/** What a process is, from its command line: `browser`, `renderer`, `utility network.mojom.NetworkService`, `Corroborate case`. */
function whatIs(pid: number): string | null {
  const line = readOr(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
  if (line === '') return null;
  const type = /--type=(\S+)/.exec(line)?.[1];
  const service = /--utility-sub-type=(\S+)/.exec(line)?.[1];
  if (type !== undefined) return service === undefined ? type : `${type} ${service}`;
  if (line.includes('--user-data-dir') && line.includes('--remote-debugging-pipe')) return 'browser';
  if (line.includes('Corroborate case')) return 'case process';
  return line.split(' ')[0]?.split('/').at(-1) ?? line;
}

function scanProcess(pid: number, what: string, needles: readonly Needle[]): ScannedProcess | 'unreadable' {
  let memory: number;
  let pages: number;
  try {
    memory = openSync(`/proc/${pid}/mem`, 'r');
    pages = openSync(`/proc/${pid}/pagemap`, 'r');
  } catch {
    return existsSync(`/proc/${pid}`) ? 'unreadable' : { pid, what, scannedMiB: 0, found: [] };
  }
  const found: string[] = [];
  let scanned = 0;
  const longest = Math.max(...needles.map(({ bytes }) => bytes.length));
  const piece = Buffer.alloc(pieceBytes + longest);
  for (const region of regionsOf(pid)) {
    for (const run of presentRuns(pages, region)) {
      for (let at = run.from; at < run.to; at += pieceBytes) {
        const read = readAt(memory, piece, at, Math.min(run.to, at + pieceBytes + longest) - at);
        scanned += Math.min(read, pieceBytes);
        const bytes = piece.subarray(0, read);
        for (const needle of needles) {
          for (let hit = bytes.indexOf(needle.bytes); hit >= 0; hit = bytes.indexOf(needle.bytes, hit + 1)) {
            found.push(`${needle.name} in ${region.name} of ${what}`);
          }
        }
      }
    }
  }
  closeSync(memory);
  closeSync(pages);
  return { pid, what, scannedMiB: Math.round(scanned / 2 ** 20), found };
}

type Region = { readonly from: number; readonly to: number; readonly name: string };

/** Readable memory that a program may have written to: all but program files mapped read-only, and the kernel's own pages. */
function regionsOf(pid: number): readonly Region[] {
  return readOr(`/proc/${pid}/maps`)
    .split('\n')
    .flatMap((line) => {
      const [, from = '', to = '', rights = '', inode = '', name = ''] = /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ (\d+)\s*(.*)$/.exec(line) ?? [];
      const program = inode !== '0' && !rights.includes('w') && rights.endsWith('p');
      if (!rights.startsWith('r') || program || /^\[v(var|syscall|dso)/.test(name)) return [];
      return [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16), name: name === '' ? 'memory' : name }];
    });
}

/** Stretches of pages that exist, in memory or swapped out: asking for others would only make them. */
function presentRuns(pages: number, { from, to }: Region): readonly Region[] {
  const entries = Buffer.alloc(64 * 1024);
  const runs: { from: number; to: number; name: string }[] = [];
  for (let at = from; at < to; at += (entries.length / 8) * pageBytes) {
    const wanted = Math.min(entries.length, ((to - at) / pageBytes) * 8);
    const read = readAt(pages, entries.subarray(0, wanted), (at / pageBytes) * 8, wanted);
    for (let entry = 0; entry < read; entry += 8) {
      if ((entries.readUInt8(entry + 7) & 0b1100_0000) === 0) continue;
      const address = at + (entry / 8) * pageBytes;
      const last = runs.at(-1);
      if (last?.to === address) last.to = address + pageBytes;
      else runs.push({ from: address, to: address + pageBytes, name: '' });
    }
  }
  return runs;
}

function readAt(file: number, into: Buffer, at: number, length: number): number {
  try {
    return readSync(file, into, 0, length, at);
  } catch {
    return 0; // given back meanwhile
  }
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
