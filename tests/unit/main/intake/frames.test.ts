import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeFrame, frameReader } from '#main/intake/frames.ts';

const joined = (message: unknown) => new Uint8Array(Buffer.concat(encodeFrame(message)));

describe('messages over a pipe', () => {
  test('come out as they went in, however the pipe cuts them', () => {
    const anyBytes = fc.uint8Array({ maxLength: 200 });
    const anyMessage = fc.record({
      name: fc.string(),
      bytes: anyBytes,
      list: fc.array(fc.record({ path: fc.string(), bytes: anyBytes }), { maxLength: 4 }),
      none: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(anyMessage, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 60 }), (messages, cut) => {
        const all = new Uint8Array(Buffer.concat(messages.map(joined)));
        const read = frameReader();
        const out: unknown[] = [];
        for (let at = 0; at < all.length; at += cut) out.push(...read(all.slice(at, at + cut)));
        expect(out).toEqual(messages);
      }),
      { numRuns: 200 },
    );
  });

  test('carry bytes as bytes: none of them is ever text', () => {
    const secret = new TextEncoder().encode('the words of a witness');
    const [, head] = encodeFrame({ examine: { bytes: secret } });
    expect(Buffer.from(head ?? []).toString()).toBe('{"examine":{"bytes":{"$bytes":0}}}');
  });

  test("Node's own byte arrays are bytes too, and come out as plain ones", () => {
    const [message] = frameReader()(Buffer.from(joined({ bytes: Buffer.from('read from a case') })));
    expect(message).toEqual({ bytes: new TextEncoder().encode('read from a case') });
    expect(Buffer.isBuffer((message as { bytes: unknown }).bytes)).toBe(false);
  });

  test('anything else than a frame is refused', () => {
    expect(() => frameReader()(new TextEncoder().encode('DevTools listening on ws://127.0.0.1'))).toThrow('not a frame');
  });

  test('a frame that promises gigabytes is refused before they come', () => {
    const frame = joined({ a: 1 });
    new DataView(frame.buffer).setUint32(4, 0xffff_ffff, true);
    expect(() => frameReader()(frame)).toThrow('too large');
  });
});
