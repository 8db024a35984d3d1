import { describe, expect, test } from 'vitest';
import { isWithinPixels } from '#renderer/quarantine/pictures/picture-header.ts';
import { readPictureHeader } from '#renderer/quarantine/pictures/read-header.ts';
import { material, materialNames } from '#tests/fixtures/material/material.ts';

const expected: { readonly [name: string]: { readonly mime: string; readonly width: number; readonly height: number; readonly animated: boolean } | null } = {
  'broken-bomb.png': { mime: 'image/png', width: 30_000, height: 30_000, animated: false },
  'broken-canvas.webp': { mime: 'image/webp', width: 16_383, height: 16_383, animated: false },
  'broken-cut-off.png': null,
  'broken-exif-loop.jpg': { mime: 'image/jpeg', width: 60, height: 40, animated: false },
  'broken-garbage.png': { mime: 'image/png', width: 60, height: 40, animated: false },
  'broken-half.jpg': { mime: 'image/jpeg', width: 60, height: 40, animated: false },
  'broken-no-size.png': { mime: 'image/png', width: 0, height: 0, animated: false },
  'drawn.avif': { mime: 'image/avif', width: 60, height: 40, animated: false },
  'drawn.png': { mime: 'image/png', width: 60, height: 40, animated: false },
  'drawn.webp': { mime: 'image/webp', width: 60, height: 40, animated: false },
  'moving.gif': { mime: 'image/gif', width: 12, height: 8, animated: true },
  'moving.png': { mime: 'image/png', width: 6, height: 4, animated: true },
  'polyglot.jpg': { mime: 'image/jpeg', width: 60, height: 40, animated: false },
  'turned.jpg': { mime: 'image/jpeg', width: 60, height: 40, animated: false },
};

describe('the size of a picture is read from its header before anything decodes it', () => {
  test('every sample is named here', () => expect(Object.keys(expected).sort()).toEqual(materialNames('image')));
  test.each(Object.entries(expected))('%s', (name, header) => expect(readPictureHeader(material('image', name))).toEqual(header));

  test('a decompression bomb is beyond the limit by its header alone', () => {
    const header = readPictureHeader(material('image', 'broken-bomb.png'));
    expect(header !== null && isWithinPixels(header.width, header.height)).toBe(false);
  });

  test('every sample cut off at every byte, and with every byte changed, is answered and never throws', () => {
    for (const name of materialNames('image')) {
      const bytes = material('image', name);
      for (let length = 0; length < Math.min(bytes.length, 700); length += 1) readPictureHeader(bytes.subarray(0, length));
      for (let at = 0; at < Math.min(bytes.length, 400); at += 1) {
        for (const value of [0, 0xff, 0x7f]) {
          const changed = bytes.slice();
          changed[at] = value;
          readPictureHeader(changed);
        }
      }
    }
  });

  test('a GIF frame larger than its screen counts with its own size', () => {
    const frame = [0x2c, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0, 2, 0];
    const gif = new Uint8Array([...new TextEncoder().encode('GIF89a'), 1, 0, 1, 0, 0, 0, 0, ...frame]);
    expect(readPictureHeader(gif)).toMatchObject({ width: 65_535, height: 65_535 });
  });

  test('a JPEG with a second, larger frame header counts with the larger', () => {
    const frame = (height: number, width: number) => [0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0];
    expect(readPictureHeader(new Uint8Array([0xff, 0xd8, ...frame(10, 10), ...frame(60_000, 50_000), 0xff, 0xd9]))).toMatchObject({
      width: 50_000,
      height: 60_000,
    });
  });
});
