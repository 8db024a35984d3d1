import { describe, expect, it } from 'vitest';
import { padme, unpadded } from '#main/casefile/padme.ts';
import { writeNewSealed } from '#main/casefile/sealed-file.ts';
import { sealedLength, startSealing, unseal } from '#main/crypto/cobblestone.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';

const key = Buffer.alloc(32, 1);
const context = Buffer.from('a place');

function written(texts: readonly string[], least = 1_024): { readonly file: Buffer; readonly bytes: number } {
  const disk = recordingDisk({ folders: ['snap'], files: new Map() });
  const bytes = writeNewSealed(disk.fileSystem, 'snap/x.part', startSealing(key, context), least, texts);
  return { file: disk.content().files.get('snap/x.part') ?? Buffer.alloc(0), bytes };
}

describe('a text of any length sealed into a file', () => {
  it.each([0, 1, 1_020, 16_379, 16_380, 16_381, 100_000, 1_048_571, 1_048_572, 1_048_573, 2_097_148, 3_500_000])(
    'opens as it was written, %i bytes',
    (length) => {
      const text = 'солдат 군인 '.repeat(Math.ceil(length / 10));
      const exact = Buffer.from(text).subarray(0, length).toString('latin1');
      const { file, bytes } = written([exact.slice(0, length / 3), exact.slice(length / 3)]);
      const plain = unseal(key, context, file);
      expect(plain && unpadded(plain)?.equals(Buffer.from(exact))).toBe(true);
      expect(plain?.subarray(4 + Buffer.byteLength(exact)).every((byte) => byte === 0)).toBe(true);
      expect([file.length, bytes]).toEqual([sealedLength(padme(Math.max(1_024, 4 + Buffer.byteLength(exact)))), file.length]);
    },
  );

  it('takes texts of several writing systems, cut nowhere', () => {
    const texts = Array.from({ length: 40_000 }, (_, number) => `${number} снимок 사진 \u{1f50e}\n`);
    const plain = unseal(key, context, written(texts).file);
    expect(plain && unpadded(plain)?.toString('utf8')).toBe(texts.join(''));
  });
});
