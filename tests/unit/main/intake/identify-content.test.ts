import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { identifyContent } from '#main/intake/identify-content.ts';
import { material, materialNames } from '#tests/fixtures/material/material.ts';

const bytes = (...parts: (string | readonly number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'utf8')] : [...part])));
const iso = (major: string, ...compatible: string[]) => bytes([0, 0, 0, 16 + compatible.length * 4], 'ftyp', major, [0, 0, 0, 0], ...compatible);
const zip = (...names: string[]) => bytes('PK\u0003\u0004', [20, 0, 0, 0, 0, 0], names.join('\u0000'));

describe('a file is what its bytes say', () => {
  test.each([
    [bytes([0x89], 'PNG\r\n\u001a\n'), 'a.png', 'image/png', 'image', 'image'],
    [bytes([0xff, 0xd8, 0xff, 0xe0]), 'a.jpeg', 'image/jpeg', 'image', 'image'],
    [bytes('GIF89a'), 'a.gif', 'image/gif', 'image', 'image'],
    [bytes('RIFF', [1, 0, 0, 0], 'WEBPVP8 '), 'a.webp', 'image/webp', 'image', 'image'],
    [iso('avif', 'mif1'), 'a.avif', 'image/avif', 'image', 'image'],
    [iso('mif1', 'avif'), 'a.avif', 'image/avif', 'image', 'image'],
    [iso('heic', 'mif1'), 'a.heic', 'image/heic', 'opaque', 'image'],
    [iso('isom', 'mp41'), 'a.mp4', 'video/mp4', 'opaque', 'video'],
    [iso('qt  '), 'a.mov', 'video/quicktime', 'opaque', 'video'],
    [bytes([0x1a, 0x45, 0xdf, 0xa3]), 'a.webm', 'video/x-matroska', 'opaque', 'video'],
    [bytes([0x1a, 0x45, 0xdf, 0xa3], '....webm'), 'a.webm', 'video/webm', 'opaque', 'video'],
    [bytes('OggS', [0, 2], 'theora'), 'a.ogv', 'video/ogg', 'opaque', 'video'],
    [bytes('OggS', [0, 2], 'OpusHead'), 'a.opus', 'audio/ogg', 'opaque', 'other'],
    [bytes('ID3', [3, 0, 0, 0, 0, 0, 1]), 'a.mp3', 'audio/mpeg', 'opaque', 'other'],
    [bytes('%PDF-1.7'), 'a.pdf', 'application/pdf', 'pdf', 'document'],
    [bytes([0, 1, 2, 3], 'junk before %PDF-1.4'), 'a.pdf', 'application/pdf', 'pdf', 'document'],
    [
      zip('[Content_Types].xml', 'word/document.xml'),
      'a.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'opaque',
      'document',
    ],
    [zip('photo.jpg'), 'a.zip', 'application/zip', 'opaque', 'other'],
    [bytes('MZ', [0x90, 0, 3, 0, 0, 0]), 'a.exe', 'application/vnd.microsoft.portable-executable', 'opaque', 'other'],
    [bytes('<?xml version="1.0"?>\n<!-- c -->\n<svg xmlns="http://www.w3.org/2000/svg">'), 'a.svg', 'image/svg+xml', 'opaque', 'image'],
    [bytes('\n\n<!-- saved -->\n<!DOCTYPE html><html>'), 'a.html', 'text/html', 'html', 'article'],
    [bytes([0xef, 0xbb, 0xbf], '<html lang=ko>'), 'a.htm', 'text/html', 'html', 'article'],
    [bytes('<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns="http://www.w3.org/1999/xhtml">'), 'a.xhtml', 'text/html', 'html', 'article'],
    [bytes('<?xml version="1.0"?><feed>'), 'a.xml', 'application/xml', 'text', 'document'],
    [
      bytes('From: "Saved by Windows Internet Explorer 10"\nMIME-Version: 1.0\nContent-Type: text/html;\n\tcharset="utf-8"\n\n<p>'),
      'a.mht',
      'multipart/related',
      'mhtml',
      'article',
    ],
    [
      bytes('From: A <a@b.example>\nTo: c@d.example\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n'),
      'a.eml',
      'message/rfc822',
      'mail',
      'document',
    ],
    [bytes('From: the press office\nTo: all\nSubject: as I typed it\n\nWords.\n'), 'a.txt', 'text/plain', 'text', 'document'],
    [bytes('MIME-Version: what this chapter is about\nand no field here\n'), 'a.txt', 'text/plain', 'text', 'document'],
    [bytes('Просто текст.\n'), 'a.txt', 'text/plain', 'text', 'document'],
    [bytes('BMW and MZ and ID3 are also words'), 'a.txt', 'text/plain', 'text', 'document'],
    [bytes([0, 1, 2, 0xfe, 0, 9]), 'a', 'application/octet-stream', 'opaque', 'other'],
  ])('%# %s as %s', (head, name, mime, format, kind) => {
    expect(identifyContent(head, name)).toEqual({ mime, format, kind, extensionLies: false });
  });

  test('every sample of an importer is handed to that importer', () => {
    for (const name of materialNames('image').filter((each) => each !== 'broken-no-size.png'))
      expect(identifyContent(material('image', name), name).format).toBe('image');
    for (const importer of ['mhtml', 'mail'] as const)
      for (const name of materialNames(importer))
        expect(identifyContent(material(importer, name), name)).toMatchObject({ format: importer, extensionLies: false });
    for (const name of materialNames('html')) expect(identifyContent(material('html', name), name).format).toBe('html');
    for (const name of materialNames('text').filter((each) => each !== 'broken-random.txt'))
      expect(identifyContent(material('text', name), name).format).toBe('text');
  });
});

describe('a name that says otherwise is told', () => {
  const png = bytes([0x89], 'PNG\r\n\u001a\n');
  test.each([
    [png, 'photo.jpg', true],
    [png, 'photo', false],
    [png, 'photo.2025', false],
    [png, 'PHOTO.PNG', false],
    [bytes('MZ', [0x90, 0, 3, 0]), 'card.jpg', true],
    [bytes('MZ', [0x90, 0, 3, 0]), 'card.scan', false],
    [bytes('<html><body>hi'), 'statement.pdf', true],
    [bytes('<html><body>hi'), 'statement.txt', true],
    [bytes('<html><body>hi'), 'statement.php', false],
    [bytes('plain words'), 'page.html', false],
    [bytes('plain words'), 'page.png', true],
    [bytes('const a = 1;'), 'program.ts', false],
    [bytes([0, 1, 2, 3]), 'film.mp4', true],
    [bytes('GIF89a/*', [0], '*/=1;alert(1)'), 'polyglot.js', false],
    [bytes('GIF89a/*', [0], '*/=1;alert(1)'), 'polyglot.html', true],
  ])('%# %s', (head, name, lies) => expect(identifyContent(head, name).extensionLies).toBe(lies));

  test('an entity bomb in SVG is a document that nothing opens', () => {
    const bomb = bytes(
      '<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>\n<svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>',
    );
    expect(identifyContent(bomb, 'drawing.svg')).toEqual({ mime: 'image/svg+xml', format: 'opaque', kind: 'image', extensionLies: false });
    expect(identifyContent(bomb, 'drawing.png')).toMatchObject({ format: 'opaque', extensionLies: true });
  });

  test('any bytes of any length are answered', () => {
    const self = new Uint8Array(readFileSync(new URL(import.meta.url)));
    for (let length = 0; length < 300; length += 1) identifyContent(self.subarray(0, length), 'a.bin');
    for (let seed = 1; seed < 300; seed += 1)
      identifyContent(
        Uint8Array.from({ length: 200 }, (_, at) => (seed * (at + 7) * 2_654_435_761) >>> 24),
        'x.png',
      );
  });
});
