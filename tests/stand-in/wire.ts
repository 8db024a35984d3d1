/**
 * What Electron's IPC clones, as JSON: the debugging protocol carries only text. The same code runs in Node and in the page.
 * Plain values stay as they are; the rest becomes `{ $: tag, … }`.
 */
const notClonable = 'An object could not be cloned.';
type Bytes = Uint8Array & { toBase64?: () => string };
type Base64Reader = { fromBase64?: (text: string) => Uint8Array };
type NodeBuffer = {
  from: (data: ArrayBufferLike | string, second?: number | 'base64', length?: number) => Uint8Array & { toString: (encoding: 'base64') => string };
};
type Tagged = { readonly $: string; readonly t?: string; readonly v?: unknown };

const nodeBuffer = (globalThis as { Buffer?: NodeBuffer }).Buffer;
const viewTypes = {
  Uint8Array,
  Int8Array,
  Uint8ClampedArray,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView,
};
const errorTypes: Record<string, ErrorConstructor> = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

export function encode(value: unknown, parents: readonly object[] = []): unknown {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0) ? value : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
  if (typeof value !== 'object') throw new Error(notClonable);
  if (parents.includes(value)) throw new Error('stand-in: values that contain themselves cannot be sent');
  return encodeObject(value, [...parents, value]);
}

function encodeObject(value: object, parents: readonly object[]): unknown {
  const deeper = (inner: unknown): unknown => encode(inner, parents);
  if (Array.isArray(value)) return Array.from(value, deeper);
  if (ArrayBuffer.isView(value)) return { $: 'bytes', t: viewName(value), v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
  if (value instanceof ArrayBuffer) return { $: 'bytes', t: 'ArrayBuffer', v: toBase64(new Uint8Array(value)) };
  if (value instanceof Date) return { $: 'date', v: deeper(value.getTime()) };
  if (value instanceof Map) return { $: 'map', v: Array.from(value, deeper) };
  if (value instanceof Set) return { $: 'set', v: Array.from(value, deeper) };
  if (value instanceof Error) return { $: 'error', t: value.name, v: [value.message, value.stack ?? ''] };
  if (Object.prototype.toString.call(value) !== '[object Object]') throw new Error(notClonable);
  const fields = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deeper(inner)]));
  return Object.hasOwn(fields, '$') ? { $: 'object', v: fields } : fields;
}

export function decode(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(decode);
  return Object.hasOwn(value, '$') ? decodeTagged(value as Tagged) : decodeFields(value);
}

function decodeTagged({ $: tag, t: type = '', v }: Tagged): unknown {
  switch (tag) {
    case 'undefined':
      return undefined;
    case 'number':
      return Number(v);
    case 'bigint':
      return BigInt(String(v));
    case 'date':
      return new Date(Number(decode(v)));
    case 'bytes':
      return decodeBytes(type, fromBase64(String(v)));
    case 'map':
      return new Map(decode(v) as [unknown, unknown][]);
    case 'set':
      return new Set(decode(v) as unknown[]);
    case 'error': {
      const [message, stack] = v as [string, string];
      return Object.assign(new (errorTypes[type] ?? Error)(message), { stack });
    }
    case 'object':
      return decodeFields(v as object);
    default:
      throw new Error(`stand-in: unknown tag ${tag} in a message`);
  }
}

function decodeFields(fields: object): unknown {
  return Object.fromEntries(Object.entries(fields).map(([key, inner]) => [key, decode(inner)]));
}

function decodeBytes(type: string, bytes: Uint8Array<ArrayBuffer>): unknown {
  if (type === 'ArrayBuffer') return bytes.buffer;
  if (type === 'Uint8Array') return bytes;
  const View = viewTypes[type as keyof typeof viewTypes] as new (buffer: ArrayBuffer) => ArrayBufferView;
  return new View(bytes.buffer);
}

function viewName(view: ArrayBufferView): string {
  const name = Object.entries(viewTypes).find(([, type]) => view instanceof type)?.[0]; // a Node Buffer arrives as Uint8Array, as in Electron
  if (name === undefined) throw new Error(notClonable);
  return name;
}

function toBase64(bytes: Bytes): string {
  if (nodeBuffer) return nodeBuffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  if (bytes.toBase64) return bytes.toBase64();
  throw new Error('stand-in: this Chromium is too old (Uint8Array.prototype.toBase64 is missing)');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (nodeBuffer) return Uint8Array.from(nodeBuffer.from(text, 'base64'));
  const read = (Uint8Array as Base64Reader).fromBase64;
  if (!read) throw new Error('stand-in: this Chromium is too old (Uint8Array.fromBase64 is missing)');
  return read.call(Uint8Array, text) as Uint8Array<ArrayBuffer>;
}
