import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encode } from '#tests/stand-in/wire.ts';

const throughJson = (value: unknown): unknown => decode(JSON.parse(JSON.stringify(encode(value))));

const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.bigInt(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.date({ noInvalidDate: false }),
  fc.uint8Array(),
  fc.float64Array(),
);
const sent = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('$', '__proto__', 'v', 't')), tie('value'), { maxKeys: 5, noNullPrototype: true }),
    fc.array(fc.tuple(tie('value'), tie('value')), { maxLength: 4 }).map((entries) => new Map(entries)),
    fc.array(tie('value'), { maxLength: 4 }).map((values) => new Set(values)),
  ),
})).value;

test('whatever structured clone carries arrives as structured clone delivers it', () => {
  fc.assert(
    fc.property(sent, (value) => {
      expect(throughJson(value)).toStrictEqual(structuredClone(value));
    }),
    { numRuns: 500 },
  );
});

test('a view of a larger buffer brings only its own bytes, and a Node Buffer arrives as Uint8Array', () => {
  const whole = new Uint8Array([0, 1, 2, 3, 4]);
  expect(throughJson(whole.subarray(1, 3))).toStrictEqual(new Uint8Array([1, 2]));
  const bytes = throughJson(Buffer.from('ab'));
  expect(Buffer.isBuffer(bytes)).toBe(false);
  expect(bytes).toStrictEqual(new Uint8Array([97, 98]));
});

test('errors keep their kind and message', () => {
  const back = throughJson(new RangeError('too far')) as RangeError;
  expect(back).toBeInstanceOf(RangeError);
  expect(back.message).toBe('too far');
});

test('what Electron cannot clone is refused with its words; what contains itself with ours', () => {
  for (const value of [() => 1, Symbol('s'), Promise.resolve(), new WeakMap(), /x/]) expect(() => encode([value])).toThrow('An object could not be cloned.');
  const ring: unknown[] = [];
  ring.push(ring);
  expect(() => encode(ring)).toThrow('contain themselves');
});
