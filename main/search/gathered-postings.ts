import { setNumber } from './byte-run.ts';
import { textField } from './fields.ts';
import { longer } from './grown.ts';

/** Postings of many words, written as they will lie in a segment while documents come in order; the two areas are taken apart at the end. */
export type GatheredPostings = {
  /** Says which words come next: what lies about them in memory is fetched at once, where fetching it for each by itself would be most of the work. */
  readonly expect: (words: Uint32Array, many: number) => void;
  /** Notes that a document, which comes behind all before, holds a word at the places `from` to `to` of an ascending list, in these fields (as bits), with what that counts. */
  readonly put: (word: number, document: number, places: Uint32Array, from: number, to: number, mask: number, weight: number) => void;
  readonly documents: (word: number) => number;
  /** Bytes of its list of documents, without their number, and of its list of places. */
  readonly saidBytes: (word: number) => number;
  readonly placeBytes: (word: number) => number;
  /** Copies the two lists of a word to where they shall lie. */
  readonly copy: (word: number, said: Uint8Array, saidAt: number, places: Uint8Array, placeAt: number) => void;
  /** Memory taken so far. */
  readonly bytes: () => number;
};

/**
 * Of each word, in numbers: where its run goes on, the end of the slice there, the slice's level, where the run begins, the last document, how many there are, bytes said of them,
 * and bytes of the run that wait. Then, in bytes, those that wait: most postings touch this one place of memory, and slices, which lie far apart, are touched seldom.
 */
const [goesOn, sliceEnd, level, first, lastDocument, count, saidSum, waiting] = [0, 1, 2, 3, 4, 5, 6, 7];
const [stride, waitingFrom, mostWaiting] = [16, 32, 32];

/** A run lies in slices, each twice as long as the one before up to a limit, with the address of the next behind it: nothing is moved when it grows. */
const sliceBytes = (of: number): number => 64 << Math.min(of, 6);
const addressBytes = 4;
/** An address is a block and, in so many bits, a place there. The first block is short, since most indices are of a few edits. */
const blockBits = 20;
const blockBytes = 1 << blockBits;
const firstBlockBytes = 1 << 12;

/** What is said of a document takes at most so many bytes, and so does each place. */
const [mostSaid, mostPlace] = [16, 5];

export function gatheredPostings(): GatheredPostings {
  let state = new Int32Array(stride << 8);
  let stateBytes = new Uint8Array(state.buffer);
  const blocks: Uint8Array[] = [new Uint8Array(firstBlockBytes)];
  let used = 0;
  let taken = firstBlockBytes;
  /** A posting before it is put in its place, and a whole run when it is taken out. */
  let scratch = new Uint8Array(1 << 8);
  /** Kept, so that the engine does not leave out the looking. */
  const looked = new Int32Array(1);

  /** The address of a slice of so many bytes. */
  const slice = (bytes: number): number => {
    if (used + bytes + addressBytes > (blocks.at(-1) as Uint8Array).length) {
      blocks.push(new Uint8Array(blockBytes));
      taken += blockBytes;
      used = 0;
    }
    const at = used;
    used += bytes + addressBytes;
    return (blocks.length - 1) * blockBytes + at;
  };
  /** Goes on in a new slice, of which the full one, where there is one, tells the address. */
  const further = (at: number): number => {
    const end = state[at + sliceEnd] as number;
    const of = end === 0 ? 0 : (state[at + level] as number) + 1;
    const address = slice(sliceBytes(of));
    if (end === 0) state[at + first] = address;
    else setAddress(blocks[end >>> blockBits] as Uint8Array, end & (blockBytes - 1), address);
    state[at + level] = of;
    state[at + sliceEnd] = address + sliceBytes(of);
    return address;
  };
  const append = (at: number, bytes: Uint8Array, from: number, length: number): void => {
    let to = state[at + goesOn] as number;
    for (let copied = 0; copied < length; ) {
      if (to === state[at + sliceEnd]) to = further(at);
      const block = blocks[to >>> blockBits] as Uint8Array;
      const room = Math.min(length - copied, (state[at + sliceEnd] as number) - to);
      for (let place = to & (blockBytes - 1), each = 0; each < room; each += 1) block[place + each] = bytes[from + copied + each] as number;
      to += room;
      copied += room;
    }
    state[at + goesOn] = to;
  };
  /** Bytes of a run that lie in slices: all but the last slice are full. */
  const inSlices = (at: number): number => {
    let bytes = (state[at + goesOn] as number) - (state[at + sliceEnd] as number);
    if (state[at + sliceEnd] === 0) return 0;
    for (let of = 0; of <= (state[at + level] as number); of += 1) bytes += sliceBytes(of);
    return bytes;
  };
  /** The whole run of a word, in `scratch`; how many bytes it has. */
  const gather = (at: number): number => {
    const sliced = inSlices(at);
    const bytes = sliced + (state[at + waiting] as number);
    while (scratch.length < bytes) scratch = longer(scratch, Uint8Array);
    for (let to = 0, from = state[at + first] as number, of = 0; to < sliced; of += 1) {
      const block = blocks[from >>> blockBits] as Uint8Array;
      const start = from & (blockBytes - 1);
      const whole = Math.min(sliceBytes(of), sliced - to);
      scratch.set(block.subarray(start, start + whole), to);
      to += whole;
      if (to < sliced) from = addressAt(block, start + whole);
    }
    for (let each = 0; sliced + each < bytes; each += 1) scratch[sliced + each] = stateBytes[at * 4 + waitingFrom + each] as number;
    return bytes;
  };

  return {
    expect: (words, many) => {
      const numbers = state;
      let sum = 0;
      for (let each = 0; each < many; each += 1) {
        const at = (words[each] as number) * stride;
        sum |= (numbers[at] ?? 0) | (numbers[at + stride - 1] ?? 0);
      }
      looked[0] = sum;
    },
    put: (word, document, places, from, to, mask, weight) => {
      const at = word * stride;
      while (at >= state.length) {
        state = longer(state, Int32Array);
        stateBytes = new Uint8Array(state.buffer);
      }
      const times = to - from;
      while (scratch.length < mostSaid + times * mostPlace) scratch = longer(scratch, Uint8Array);
      const [numbers, bytes] = [state, scratch];
      const inText = mask === 1 << textField;
      const step = (document - (numbers[at + lastDocument] as number)) * 2;
      let length: number;
      if (inText && times === 1) length = setNumber(bytes, 0, step);
      else {
        length = setNumber(bytes, setNumber(bytes, 0, step + 1), inText ? times * 2 : times * 2 + 1);
        if (!inText) length = setNumber(bytes, setNumber(bytes, length, mask), weight);
      }
      numbers[at + lastDocument] = document;
      numbers[at + count] = (numbers[at + count] as number) + 1;
      numbers[at + saidSum] = (numbers[at + saidSum] as number) + length;
      for (let each = from, before = 0; each < to; each += 1) {
        const place = places[each] as number;
        length = setNumber(bytes, length, place - before);
        before = place;
      }
      let wait = numbers[at + waiting] as number;
      const here = at * 4 + waitingFrom;
      if (wait + length > mostWaiting) {
        append(at, stateBytes, here, wait);
        wait = 0;
      }
      if (length > mostWaiting) append(at, bytes, 0, length);
      else {
        const inPlace = stateBytes;
        for (let each = 0; each < length; each += 1) inPlace[here + wait + each] = bytes[each] as number;
        wait += length;
      }
      numbers[at + waiting] = wait;
    },
    documents: (word) => numberAt(word, count),
    saidBytes: (word) => numberAt(word, saidSum),
    placeBytes: (word) => inSlices(word * stride) + numberAt(word, waiting) - numberAt(word, saidSum),
    copy: (word, said, saidAt, places, placeAt) => {
      const bytes = gather(word * stride);
      takeApart(scratch, bytes, said, saidAt, places, placeAt);
    },
    bytes: () => taken + state.byteLength,
  };

  function numberAt(word: number, which: number): number {
    return state[word * stride + which] as number;
  }
}

/** Copies what is said of each document to one place, and its places, which lie behind that, to the other. */
function takeApart(run: Uint8Array, bytes: number, said: Uint8Array, saidAt: number, places: Uint8Array, placeAt: number): void {
  let [to, placeTo] = [saidAt, placeAt];
  for (let at = 0; at < bytes; ) {
    const more = (run[at] as number) & 1;
    for (let byte = 128; byte > 127; ) {
      byte = run[at++] as number;
      said[to++] = byte;
    }
    let left = 1;
    if (more === 1) {
      let times = 0;
      for (let shift = 0, byte = 128; byte > 127; shift += 7) {
        byte = run[at++] as number;
        said[to++] = byte;
        times |= (byte & 127) << shift;
      }
      for (let others = (times & 1) * 2; others > 0; ) {
        const byte = run[at++] as number;
        said[to++] = byte;
        if (byte < 128) others -= 1;
      }
      left = times >>> 1;
    }
    while (left > 0) {
      const byte = run[at++] as number;
      places[placeTo++] = byte;
      if (byte < 128) left -= 1;
    }
  }
}

function setAddress(block: Uint8Array, at: number, address: number): void {
  for (let byte = 0; byte < addressBytes; byte += 1) block[at + byte] = (address >>> (8 * byte)) & 255;
}
function addressAt(block: Uint8Array, at: number): number {
  return (block[at] as number) | ((block[at + 1] as number) << 8) | ((block[at + 2] as number) << 16) | ((block[at + 3] as number) << 24);
}
