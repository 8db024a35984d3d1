import { describe, expect, it } from 'vitest';
import { decodeTarEntry, encodeTarEntry, type TarEntry, tarEnd, upToBlock } from '#main/casefile/tar-layout.ts';

const decode = (bytes: Buffer, at = 0) => decodeTarEntry((from, length) => bytes.subarray(from, from + length), at);
const file = (path: string, bytes = 5): TarEntry => ({ path, kind: 'file', bytes });
const text = (block: Buffer, from: number, to: number) => block.toString('latin1', from, to);
/** Writes `change` into a header and makes its sum right again. */
const patched = (block: Buffer, change: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(block);
  change(copy);
  copy.write('        ', 148, 'latin1');
  const sum = copy.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  copy.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return copy;
};

describe('the header of an entry in a tar file', () => {
  it('of a file has every field where POSIX has it, for its owner only', () => {
    const block = encodeTarEntry(file('A.case/case.a', 0o1234), 0o5670);
    expect(block).toHaveLength(512);
    expect(text(block, 0, 100)).toBe('A.case/case.a'.padEnd(100, '\0'));
    expect(text(block, 100, 148)).toBe('0000600\x000000000\x000000000\x0000000001234\x0000000005670\0');
    expect(text(block, 148, 156)).toMatch(/^0[0-7]{5}\0 $/);
    expect(text(block, 156, 257)).toBe('0'.padEnd(101, '\0'));
    expect(text(block, 257, 329)).toBe('ustar\x0000'.padEnd(72, '\0'));
    expect(text(block, 329, 345)).toBe('0000000\x000000000\0');
    expect(text(block, 345, 512)).toBe('\0'.repeat(167));
  });

  it('has the sum of its bytes, with blanks in the place of the sum', () => {
    const block = encodeTarEntry(file('A.case/case.a'), 7);
    const blank = Buffer.from(block).fill(' ', 148, 156);
    expect(Number.parseInt(text(block, 148, 154), 8)).toBe(blank.reduce((sum, byte) => sum + byte, 0));
  });

  it('of a folder ends in a stroke and may be entered by its owner', () => {
    const block = encodeTarEntry({ path: 'A.case/log', kind: 'folder', bytes: 0 }, 7);
    expect(text(block, 0, 12)).toBe('A.case/log/\0');
    expect(text(block, 100, 108)).toBe('0000700\0');
    expect(text(block, 156, 157)).toBe('5');
    expect(decode(block)).toEqual({ entry: { path: 'A.case/log', kind: 'folder', bytes: 0 }, next: 512 });
  });

  it.each([
    [8_589_934_592, '19 size=8589934592\n'],
    [99_999_999_999, '20 size=99999999999\n'],
    [Number.MAX_SAFE_INTEGER, '25 size=9007199254740991\n'],
  ])('of %s bytes stands behind a record of that size', (bytes, record) => {
    const blocks = encodeTarEntry(file('A.case/case.a', bytes), 7);
    expect(blocks).toHaveLength(3 * 512);
    expect(text(blocks, 124, 136)).toBe(`${record.length.toString(8).padStart(11, '0')}\0`);
    expect(text(blocks, 156, 157)).toBe('x');
    expect(text(blocks, 512, 1024)).toBe(record.padEnd(512, '\0'));
    expect(blocks.subarray(1024)).toEqual(encodeTarEntry(file('A.case/case.a', 0o77777777777), 7));
    expect(decode(blocks)).toEqual({ entry: file('A.case/case.a', bytes), next: 3 * 512 });
  });

  it('of the largest size without a record is one block', () => {
    expect(encodeTarEntry(file('a', 8_589_934_591), 7)).toHaveLength(512);
  });

  it.each([
    ['a hundred letters', 'n'.repeat(100), 'n'.repeat(100), ''],
    ['a hundred and one, cut at the last stroke', `${'p'.repeat(50)}/${'n'.repeat(50)}`, 'n'.repeat(50), 'p'.repeat(50)],
    ['the longest there is', `${'p'.repeat(155)}/${'n'.repeat(100)}`, 'n'.repeat(100), 'p'.repeat(155)],
    ['the shortest beginning', `p/${'n'.repeat(99)}`, 'n'.repeat(99), 'p'],
    ['several folders', `${'p'.repeat(50)}/${'q'.repeat(49)}/${'n'.repeat(50)}`, 'n'.repeat(50), `${'p'.repeat(50)}/${'q'.repeat(49)}`],
  ])('has room for a path of %s', (_, path, name, prefix) => {
    const block = encodeTarEntry(file(path), 7);
    expect([text(block, 0, 100), text(block, 345, 500)]).toEqual([name.padEnd(100, '\0'), prefix.padEnd(155, '\0')]);
    expect(decode(block)).toEqual({ entry: file(path), next: 512 });
  });

  it.each([
    ['no stroke', 'n'.repeat(101)],
    ['a beginning too long', `${'p'.repeat(156)}/n`],
    ['an end too long', `p/${'n'.repeat(101)}`],
    ['nothing before its stroke', `/${'n'.repeat(100)}`],
  ])('has no room for a long path with %s', (_, path) => {
    expect(() => encodeTarEntry(file(path), 7)).toThrow('a path too long for a tar file');
  });

  it('of a file keeps a stroke at its end, which the name of no file of a case has', () => {
    expect(decode(encodeTarEntry(file('a/'), 7))).toEqual({ entry: file('a/'), next: 512 });
  });

  it('of a folder keeps a place for the stroke at the end', () => {
    const folder = (path: string): TarEntry => ({ path, kind: 'folder', bytes: 0 });
    expect(text(encodeTarEntry(folder('n'.repeat(99)), 7), 0, 100)).toBe(`${'n'.repeat(99)}/`);
    expect(() => encodeTarEntry(folder('n'.repeat(100)), 7)).toThrow('too long');
    const long = `${'p'.repeat(60)}/${'n'.repeat(60)}`;
    expect(decode(encodeTarEntry(folder(long), 7))).toEqual({ entry: folder(long), next: 512 });
  });
});

describe('a header that our writer would not have written', () => {
  const sound = encodeTarEntry(file('A.case/case.a'), 7);
  const large = encodeTarEntry(file('A.case/case.a', 8_589_934_592), 7);

  it.each<readonly [string, (copy: Buffer) => void]>([
    ['of a link', (copy) => copy.write('1', 156, 'latin1')],
    ['with a digit that is none of eight', (copy) => copy.write('8', 130, 'latin1')],
    ['with a time that is no number', (copy) => copy.write('x', 140, 'latin1')],
    ['of another owner', (copy) => copy.write('1', 110, 'latin1')],
    ['with letters behind the name', (copy) => copy.write('x', 60, 'latin1')],
    ['of a folder without room for its stroke', (copy) => copy.fill('n', 0, 100).write('5', 156, 'latin1')],
    ['of a folder without its stroke', (copy) => copy.write('5', 156, 'latin1')],
    ['with a record of nothing', (copy) => copy.write('x', 156, 'latin1')],
  ])('%s is refused, its sum being right', (_, change) => {
    expect(decode(patched(sound, () => undefined))).not.toBeNull();
    expect(decode(patched(sound, change))).toBeNull();
  });

  it.each([
    ['a size that a header can say itself', '19 size=8589934591\n'],
    ['a size that no number is exact for', '25 size=9007199254740992\n'],
    ['a size with a nought before it', '19 size=0858993459\n'],
    ['another length', '18 size=8589934592\n'],
    ['another name', '19 path=8589934592\n'],
    ['more behind it', '19 size=8589934592\n.'],
    ['a word for a size', '19 size=many\n'],
  ])('with a record of %s is refused', (_, record) => {
    const copy = patched(large, (block) => {
      block.write(`${record.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
    });
    copy.fill(0, 512, 1024).write(record, 512, 'latin1');
    expect(decode(copy)).toBeNull();
  });

  it('with a record of another size than its own header says is refused', () => {
    const other = Buffer.concat([large.subarray(0, 1024), encodeTarEntry(file('A.case/case.b', 0o77777777777), 7)]);
    expect(decode(other)).toBeNull();
    expect(decode(large.subarray(0, 1100))).toBeNull();
  });

  it('with a record that says it is long is not read for it', () => {
    const long = (length: number) => patched(large, (block) => block.write(`${length.toString(8).padStart(11, '0')}\0`, 124, 'latin1'));
    const asked: number[] = [];
    const reading = (bytes: Buffer) => (from: number, length: number) => {
      asked.push(length);
      return bytes.subarray(from, from + length);
    };
    expect(decodeTarEntry(reading(long(65)), 0)).toBeNull();
    expect(asked).toEqual([512]);
    expect(decodeTarEntry(reading(long(64)), 0)).toBeNull();
    expect(asked).toEqual([512, 512, 64]);
  });

  it('is not taken for the end: a block of zeros is, a part of one is not', () => {
    expect(decode(Buffer.alloc(512))).toBe('end');
    expect(decode(Buffer.alloc(511))).toBeNull();
    expect(decode(Buffer.alloc(0))).toBeNull();
    expect(tarEnd).toEqual(Buffer.alloc(1024));
  });
});

it('an entry is read from where it begins', () => {
  const both = Buffer.concat([encodeTarEntry(file('a', 1), 7), Buffer.alloc(512), encodeTarEntry(file('b', 8_589_934_592), 7)]);
  expect(decode(both, 1024)).toEqual({ entry: file('b', 8_589_934_592), next: 1024 + 3 * 512 });
});

it.each([
  [0, 0],
  [1, 511],
  [511, 1],
  [512, 0],
  [513, 511],
])('content of %s bytes is followed by %s zeros', (bytes, zeros) => {
  expect(upToBlock(bytes)).toBe(zeros);
});
