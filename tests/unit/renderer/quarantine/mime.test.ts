import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parameterOf, wordsOf } from '#renderer/quarantine/mime/header-fields.ts';
import { leavesOf, readMime } from '#renderer/quarantine/mime/read-mime.ts';

type Tree = { readonly bytes: Uint8Array; readonly encoding: 'base64' | 'quoted-printable' | 'binary' } | { readonly parts: readonly Tree[] };
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    fc.record({ bytes: fc.uint8Array({ maxLength: 80 }), encoding: fc.constantFrom('base64', 'quoted-printable') }),
    fc.record({ parts: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
  ),
}));

/** As a program writes it, with these line ends. */
function written(part: Tree, end: string, boundary = 'b'): string {
  if ('parts' in part) {
    const inner = part.parts.map((each, at) => `--${boundary}${end}${written(each, end, `${boundary}${at}`)}${end}`);
    return `Content-Type: multipart/mixed;${end} boundary="${boundary}"${end}${end}a preamble${end}${inner.join('')}--${boundary}--${end}an epilogue`;
  }
  const bytes = Buffer.from(part.bytes);
  const body = part.encoding === 'base64' ? bytes.toString('base64').replace(/.{20}/g, `$&${end}`) : quotedPrintable(bytes, end);
  return `Content-Type: application/octet-stream${end}Content-Transfer-Encoding: ${part.encoding}${end}${end}${body}`;
}
const quotedPrintable = (bytes: Buffer, end: string) =>
  [...bytes].map((byte, at) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}${at % 10 === 9 ? `=${end}` : ''}`).join('');
const leavesIn = (part: Tree): number[][] => ('parts' in part ? part.parts.flatMap(leavesIn) : [[...part.bytes]]);

describe('a MIME message', () => {
  it('gives each part its bytes back, whatever is nested in what, by either line end', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom('\r\n', '\n'), (given, end) => {
        const read = readMime(Buffer.from(written(given, end), 'latin1'));
        expect(leavesOf(read).map((part) => [...part.content()])).toEqual(leavesIn(given));
      }),
    );
  });

  it('that is anything at all is read without an error', () => {
    const line = fc.constantFrom(
      '--b',
      '--b--',
      '',
      ' folded',
      'Content-Type: multipart/mixed; boundary=b',
      'Content-Transfer-Encoding: base64',
      '=?utf-8?B?',
      '=\r',
      ':',
      'x',
    );
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(line, { maxLength: 30 }).map((lines) => Buffer.from(lines.join('\n'))),
    );
    fc.assert(
      fc.property(anything, (bytes) => {
        for (const part of leavesOf(readMime(bytes))) part.content();
      }),
    );
  });

  it('of parts without end is read as far as anybody would look', () => {
    const many = `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(20_000)}`;
    expect(leavesOf(readMime(Buffer.from(many)))).toHaveLength(4_000);
    const deep = Array.from({ length: 500 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`).join('');
    expect(leavesOf(readMime(Buffer.from(deep)))).toHaveLength(1);
  });
});

describe('words of a field', () => {
  it.each([
    ['=?utf-8?Q?caf=C3=A9?= au =?iso-8859-1?q?lait_ol=E9?=', 'café au lait olé'],
    ['=?utf-8?B?ww==?=\r\n =?utf-8?B?qQ==?=', 'é'],
    ['=?koi8-r*ru?B?8NLJ18XU?=', 'Привет'],
    ['=?utf-8?X?no-such?= and =?broken', '=?utf-8?X?no-such?= and =?broken'],
    ['plain  words', 'plain words'],
  ])('%s', (field, words) => {
    expect(wordsOf(field)).toBe(words);
  });

  it('are decoded from bare bytes as they look', () => {
    expect(wordsOf(Buffer.from('Прес-служба', 'utf8').toString('latin1'))).toBe('Прес-служба');
  });
});

describe('a parameter', () => {
  it.each([
    ['text/html; charset=utf-8; x', 'charset', 'utf-8'],
    ['a/b; Name="a \\"b\\"; c.txt"', 'name', 'a "b"; c.txt'],
    ["a/b; filename*=koi8-r''%F0.txt", 'filename', 'П.txt'],
    ['a/b; filename*0="one "; filename*1="two"', 'filename', 'one two'],
    ['a/b; other=1', 'name', null],
  ])('of %s: %s', (field, name, value) => {
    expect(parameterOf(field, name)).toBe(value);
  });
});
