/** First byte and length to send. `asked` is false when the request named no range and gets the whole thing. */
export type ByteRange = { readonly offset: number; readonly length: number; readonly asked: boolean };

/**
 * What a `Range` header asks of `total` bytes (RFC 9110 §14.2), or null when nothing of it can be given (416). A range is cut to
 * `longest`: media elements ask on. Several ranges at once and other units are answered with the whole, as the RFC allows.
 */
export function byteRange(header: string | null, total: number, longest: number): ByteRange | null {
  const whole = { offset: 0, length: total, asked: false };
  const found = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!found) return whole;
  const [, first = '', last = ''] = found;
  if (first === '' && last === '') return whole;
  const offset = first === '' ? Math.max(0, total - Number(last)) : Number(first);
  const end = first === '' || last === '' ? total - 1 : Math.min(Number(last), total - 1);
  if (!Number.isSafeInteger(offset) || offset >= total || end < offset) return null;
  return { offset, length: Math.min(end - offset + 1, longest), asked: true };
}
