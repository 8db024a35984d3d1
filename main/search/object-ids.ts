/** Ids of objects, which are UUIDs, as 16 bytes each in one array, in ascending order: their place there is their number in a segment. */
export const idBytes = 16;

export function packIds(ids: readonly string[]): Uint8Array {
  const out = new Uint8Array(ids.length * idBytes);
  for (const [place, id] of ids.entries()) packId(id, out, place * idBytes);
  return out;
}

export function packId(id: string, out: Uint8Array, at: number): void {
  let place = at;
  for (let digit = 0; digit < id.length; ) {
    if (id.charCodeAt(digit) === 0x2d) {
      digit += 1;
      continue;
    }
    out[place++] = (nibble(id.charCodeAt(digit)) << 4) | nibble(id.charCodeAt(digit + 1));
    digit += 2;
  }
}

function nibble(unit: number): number {
  return unit < 0x3a ? unit - 0x30 : unit - 0x57;
}

const hexDigits = new TextEncoder().encode('0123456789abcdef');
const dash = 0x2d;
/** One id is spelt out here at a time: a string put together of parts is an object for each part. */
const spelt = Buffer.alloc(36, dash);

export function idAt(ids: Uint8Array, place: number): string {
  let to = 0;
  for (let byte = 0; byte < idBytes; byte += 1) {
    if (byte === 4 || byte === 6 || byte === 8 || byte === 10) to += 1;
    const value = ids[place * idBytes + byte] as number;
    spelt[to++] = hexDigits[value >>> 4] as number;
    spelt[to++] = hexDigits[value & 15] as number;
  }
  return spelt.toString('latin1');
}

/** Below zero when the id at `a` of one array comes before that at `b` of the other. */
export function compareIds(one: Uint8Array, a: number, other: Uint8Array, b: number): number {
  for (let byte = 0; byte < idBytes; byte += 1) {
    const difference = (one[a * idBytes + byte] as number) - (other[b * idBytes + byte] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Where the id at `place` of `sought` lies among `ids`; -1 when it does not. */
export function findId(ids: Uint8Array, sought: Uint8Array, place: number): number {
  let [from, to] = [0, ids.length / idBytes];
  while (from < to) {
    const middle = (from + to) >> 1;
    const order = compareIds(ids, middle, sought, place);
    if (order === 0) return middle;
    if (order < 0) from = middle + 1;
    else to = middle;
  }
  return -1;
}
