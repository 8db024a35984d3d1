/**
 * Headers of a tar file as POSIX.1-2001 lays them out (ustar, with a pax record where a size has more than eleven octal digits). We
 * write one form only and read only what we would have written ourselves: a header is taken apart, written anew and compared, so
 * that no number, flag or name can mean one thing to us and another to somebody else's program.
 */
const tarBlockBytes = 512;
/** What `size` in a ustar header can say: 8 GiB less one. */
const largestUstarSize = 0o77777777777;
const longestName = 100;
const longestPrefix = 155;
/** Of a pax record; ours have at most 25 bytes. */
const longestRecord = 64;

export type TarEntry = { readonly path: string; readonly kind: 'file' | 'folder'; readonly bytes: number };

/** Blocks before the content of an entry: one, or three where the size needs a pax record. `at` is in whole seconds since 1970. */
export function encodeTarEntry(entry: TarEntry, at: number): Buffer {
  const head = (size: number) => headBlock(entry.path, entry.kind === 'folder' ? '5' : '0', size, at);
  if (entry.bytes <= largestUstarSize) return head(entry.bytes);
  const record = paxSize(entry.bytes);
  return Buffer.concat([headBlock(entry.path, 'x', record.length, at), record, Buffer.alloc(upToBlock(record.length)), head(largestUstarSize)]);
}

/** Zeros after content of this length. */
export function upToBlock(bytes: number): number {
  return (tarBlockBytes - (bytes % tarBlockBytes)) % tarBlockBytes;
}

/** What ends a tar file. */
export const tarEnd = Buffer.alloc(2 * tarBlockBytes);

/** One entry read from `at`; `next` is where its content begins. `end` for a block of zeros, `null` for anything we do not write. */
export function decodeTarEntry(read: (at: number, length: number) => Buffer, at: number): { readonly entry: TarEntry; readonly next: number } | 'end' | null {
  const block = read(at, tarBlockBytes);
  if (block.length < tarBlockBytes) return null;
  if (block.every((byte) => byte === 0)) return 'end';
  const fields = fieldsOf(block);
  if (!fields) return null;
  if (fields.flag !== 'x') {
    const entry: TarEntry = { path: fields.path, kind: fields.flag === '5' ? 'folder' : 'file', bytes: fields.size };
    return encodeTarEntry(entry, fields.at).equals(block) ? { entry, next: at + tarBlockBytes } : null;
  }
  if (fields.size > longestRecord) return null;
  const bytes = Number(/ size=(\d+)\n$/.exec(read(at + tarBlockBytes, fields.size).toString('latin1'))?.[1]);
  if (!Number.isSafeInteger(bytes)) return null;
  const entry: TarEntry = { path: fields.path, kind: 'file', bytes };
  const written = encodeTarEntry(entry, fields.at);
  return read(at, written.length).equals(written) ? { entry, next: at + written.length } : null;
}

function headBlock(path: string, flag: '0' | '5' | 'x', size: number, at: number): Buffer {
  const out = Buffer.alloc(tarBlockBytes);
  const split = splitPath(path, flag);
  if (!split) throw new Error('a path too long for a tar file');
  const put = (text: string, field: number) => out.write(text, field, 'latin1');
  put(split.name, 0);
  put(flag === '5' ? '0000700\0' : '0000600\0', 100);
  put('0000000\0', 108);
  put('0000000\0', 116);
  put(`${size.toString(8).padStart(11, '0')}\0`, 124);
  put(`${at.toString(8).padStart(11, '0')}\0`, 136);
  put('        ', 148);
  put(flag, 156);
  put('ustar\x0000', 257);
  put('0000000\0', 329);
  put('0000000\0', 337);
  put(split.prefix, 345);
  const sum = out.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return out;
}

type Fields = { readonly path: string; readonly flag: '0' | '5' | 'x'; readonly size: number; readonly at: number };

function fieldsOf(block: Buffer): Fields | null {
  const flag = block.toString('latin1', 156, 157);
  if (flag !== '0' && flag !== '5' && flag !== 'x') return null;
  const size = octal(block, 124);
  const at = octal(block, 136);
  if (size === null || at === null) return null;
  const prefix = textAt(block, 345, longestPrefix);
  const whole = `${prefix === '' ? '' : `${prefix}/`}${textAt(block, 0, longestName)}`;
  const path = flag === '5' ? whole.replace(/\/$/, '') : whole;
  return splitPath(path, flag) ? { path, flag, size, at } : null;
}

function octal(block: Buffer, at: number): number | null {
  const digits = block.toString('latin1', at, at + 11);
  return /^[0-7]{11}$/.test(digits) ? Number.parseInt(digits, 8) : null;
}
function textAt(block: Buffer, at: number, length: number): string {
  const end = block.subarray(at, at + length).indexOf(0);
  return block.toString('latin1', at, at + (end < 0 ? length : end));
}

/** `19 size=…\n`, the first number being the length of the whole record: always two digits, since a size has from ten to sixteen. */
function paxSize(bytes: number): Buffer {
  const rest = ` size=${bytes}\n`;
  return Buffer.from(`${rest.length + 2}${rest}`);
}

/** The part of the path that fits into `name`, and the rest; `null` for a path that fits nowhere, which our names never are. */
function splitPath(path: string, flag: Fields['flag']): { readonly name: string; readonly prefix: string } | null {
  const whole = flag === '5' ? `${path}/` : path;
  if (whole.length <= longestName) return { name: whole, prefix: '' };
  const cut = whole.lastIndexOf('/', whole.length - 2);
  if (cut < 1 || cut > longestPrefix || whole.length - cut - 1 > longestName) return null;
  return { name: whole.slice(cut + 1), prefix: whole.slice(0, cut) };
}
