import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteRange } from '#main/protocols/byte-range.ts';
import { evidencePart } from '#main/protocols/evidence-address.ts';
import { type ReadForViewer, serveEvidence } from '#main/protocols/serve-evidence.ts';
import { longestRead } from '#shared/contract/case-process.ts';
import { done, refused } from '#shared/kernel/reply.ts';

const id = '0192f3a4-7c11-7abc-8def-0123456789ab';
const content = Uint8Array.from({ length: 10_000 }, (_, index) => index % 251);
const readOf =
  (bytes: Uint8Array, mime: string): ReadForViewer =>
  async (_id, _part, offset, length) =>
    done({ bytes: bytes.subarray(offset, offset + Math.min(length, 3_000)), total: bytes.length, mime });
const ask = (range?: string) => new Request('https://desk.invalid/x', range === undefined ? {} : { headers: { range } });
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

describe('evidence for the viewer', () => {
  it('comes whole, in pieces, with its length', async () => {
    const response = await serveEvidence(ask(), { evidenceId: id, part: 'display' }, readOf(content, 'image/png'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe('10000');
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(await bytesOf(response)).toEqual(content);
  });

  it('comes by range, for media that seek', async () => {
    const response = await serveEvidence(ask('bytes=9000-'), { evidenceId: id, part: 'original' }, readOf(content, 'video/mp4'));
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe('bytes 9000-9999/10000');
    expect(await bytesOf(response)).toEqual(content.subarray(9_000));
  });

  it('answers 416 behind its end and 404 for what is not there, with the same headers', async () => {
    const behind = await serveEvidence(ask('bytes=10000-'), { evidenceId: id, part: 'original' }, readOf(content, 'video/mp4'));
    expect([behind.status, behind.headers.get('content-range')]).toEqual([416, 'bytes */10000']);
    const missing = await serveEvidence(ask(), { evidenceId: id, part: 'page' }, async () => refused({ kind: 'not-found', what: 'page', id }));
    expect(missing.status).toBe(404);
    expect(missing.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('names a saved page as a page and confines it', async () => {
    const response = await serveEvidence(ask(), { evidenceId: id, part: 'page' }, readOf(content, 'text/html'));
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox$/);
  });

  it.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/javascript', 'application/pdf', 'image/png\r\nx: y', ''])(
    'gives bytes of type %j out unnamed, and an original of that type not at all',
    async (mime) => {
      const response = await serveEvidence(ask(), { evidenceId: id, part: 'display' }, readOf(content, mime));
      expect(response.headers.get('content-type')).toBe('application/octet-stream');
      const original = await serveEvidence(ask(), { evidenceId: id, part: 'original' }, readOf(content, mime));
      expect([original.status, (await bytesOf(original)).length]).toEqual([403, 0]);
    },
  );

  it.each(['image/png', 'image/jpeg', 'image/avif'])(
    'has no address for an original picture of type %s, whose decoder would meet hostile bytes',
    async (mime) => {
      const original = await serveEvidence(ask(), { evidenceId: id, part: 'original' }, readOf(content, mime));
      expect(original.status).toBe(403);
    },
  );

  it.each(['audio/mpeg', 'video/webm'])('gives the original of type %s, which nothing here can re-encode', async (mime) => {
    const original = await serveEvidence(ask(), { evidenceId: id, part: 'original' }, readOf(content, mime));
    expect([original.status, original.headers.get('content-type')]).toEqual([200, mime]);
  });

  it('breaks off when a piece is damaged, rather than end as if it were whole', async () => {
    let calls = 0;
    const failing: ReadForViewer = async (...asked) => {
      calls += 1;
      return calls > 2 ? refused({ kind: 'case-damaged', part: 'blob' }) : readOf(content, 'image/png')(...asked);
    };
    const response = await serveEvidence(ask(), { evidenceId: id, part: 'display' }, failing);
    await expect(response.arrayBuffer()).rejects.toThrow();
  });

  it('is empty for an empty part', async () => {
    const response = await serveEvidence(ask(), { evidenceId: id, part: 'display' }, readOf(new Uint8Array(), 'image/png'));
    expect([response.status, (await bytesOf(response)).length]).toEqual([200, 0]);
  });
});

describe('a range', () => {
  it('is cut to what one answer may hold', () => {
    expect(byteRange('bytes=0-', 100 * longestRead, longestRead)).toEqual({ offset: 0, length: longestRead, asked: true });
  });

  it('counts from the end when it has no beginning', () => {
    expect(byteRange('bytes=-100', 1_000, longestRead)).toEqual({ offset: 900, length: 100, asked: true });
    expect(byteRange('bytes=-5000', 1_000, longestRead)).toEqual({ offset: 0, length: 1_000, asked: true });
  });

  it('that is no range gets the whole', () => {
    for (const header of [null, '', 'bytes=', 'bytes=-', 'items=0-1', 'bytes=0-1,4-5', 'bytes=a-b', 'bytes=0x1-'])
      expect(byteRange(header, 10, longestRead)).toEqual({ offset: 0, length: 10, asked: false });
  });

  it('never leaves the part, whatever is asked', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.option(fc.nat(10_000)), fc.option(fc.nat(10_000)), fc.integer({ min: 1, max: 100 }), (total, first, last, longest) => {
        const range = byteRange(`bytes=${first ?? ''}-${last ?? ''}`, total, longest);
        if (range === null) return;
        expect(range.offset + range.length).toBeLessThanOrEqual(total);
        expect(range.length).toBeGreaterThanOrEqual(0);
        if (range.asked) expect(range.length).toBeLessThanOrEqual(longest);
      }),
    );
  });
});

describe('the address of evidence', () => {
  it('names an item and a part on the desk', () => {
    expect(evidencePart(`app://desk/evidence/${id}/page`)).toEqual({ evidenceId: id, part: 'page' });
    expect(evidencePart(`app://desk/evidence/${id}/sheet/12`)).toEqual({ evidenceId: id, part: 'sheet/12' });
    for (const bad of ['sheet', 'sheet/0', 'sheet/01', 'sheet/-1', 'sheet/123456', 'page/1', 'sheet/1/2']) {
      expect(evidencePart(`app://desk/evidence/${id}/${bad}`), bad).toBeNull();
    }
  });

  it.each([
    `app://unlock/evidence/${id}/page`,
    `app://desk/evidence/${id}/blob`,
    `app://desk/evidence/${id}`,
    `app://desk/evidence/${id}/page/`,
    `app://desk/evidence/${id}/page?x`,
    `app://desk/evidence/${id.toUpperCase()}/page`,
    `app://desk/evidence/../${id}/page`,
    `app://desk/x/../evidence/${id}/page/..`,
    `app://x@desk/evidence/${id}/page`,
    `app://desk/evidence/${id}/__proto__`,
    'app://desk/evidence//page',
    'nonsense',
  ])('is not %s', (address) => {
    expect(evidencePart(address)).toBeNull();
  });
});
