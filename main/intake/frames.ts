/**
 * Messages with bytes over a pipe. A frame is `CQ1\n`, u32 length of a JSON head, u32 count of byte runs, each run's u32 length, the
 * head in UTF-8, then the runs; numbers little-endian. In the head a run stands as `{"$bytes": <index>}`. Nothing of a file is
 * ever turned into text for the way.
 */
const mark = [0x43, 0x51, 0x31, 0x0a];
const longestHead = 256 * 1024 * 1024;
const mostRuns = 2_000;
const longestFrame = 512 * 1024 * 1024;

export function encodeFrame(message: unknown): Uint8Array[] {
  const runs: Uint8Array[] = [];
  const head = new TextEncoder().encode(
    // `this` and not the value: Node's own byte arrays turn themselves into lists of numbers before a replacer sees them.
    JSON.stringify(message, function (this: { readonly [name: string]: unknown }, name: string, value: unknown) {
      const original = this[name];
      if (!(original instanceof Uint8Array)) return value;
      runs.push(original);
      return { $bytes: runs.length - 1 };
    }),
  );
  const lengths = new Uint8Array(12 + runs.length * 4);
  const view = new DataView(lengths.buffer);
  lengths.set(mark);
  view.setUint32(4, head.length, true);
  view.setUint32(8, runs.length, true);
  for (const [index, run] of runs.entries()) view.setUint32(12 + index * 4, run.length, true);
  return [lengths, head, ...runs];
}

/** Collects pieces of a pipe and answers the messages that are complete. Throws when the other side speaks anything else. */
export function frameReader(): (piece: Uint8Array) => unknown[] {
  let pieces: Uint8Array[] = [];
  let held = 0;
  let needed = 12;
  return (piece) => {
    pieces.push(piece);
    held += piece.length;
    const messages: unknown[] = [];
    while (held >= needed) {
      const all = joined(pieces, held);
      const length = frameLength(all);
      if (length === null || all.length < length.total) {
        pieces = [all];
        needed = length === null ? headerLength(all) : length.total;
        continue;
      }
      messages.push(decodeFrame(all, length));
      pieces = [all.subarray(length.total)];
      held -= length.total;
      needed = 12;
    }
    return messages;
  };
}

type FrameLength = { readonly total: number; readonly head: number; readonly runs: readonly number[] };

function headerLength(all: Uint8Array): number {
  return 12 + viewOf(all).getUint32(8, true) * 4;
}

/** Null while the lengths of the runs are not all there. */
function frameLength(all: Uint8Array): FrameLength | null {
  if (mark.some((byte, index) => all[index] !== byte)) throw new Error('frames: not a frame');
  const view = viewOf(all);
  const head = view.getUint32(4, true);
  const count = view.getUint32(8, true);
  if (head > longestHead || count > mostRuns) throw new Error('frames: too large');
  if (all.length < 12 + count * 4) return null;
  const runs = Array.from({ length: count }, (_, index) => view.getUint32(12 + index * 4, true));
  const total = runs.reduce((sum, run) => sum + run, 12 + count * 4 + head);
  if (total > longestFrame) throw new Error('frames: too large');
  return { total, head, runs };
}

function decodeFrame(all: Uint8Array, { head, runs }: FrameLength): unknown {
  let at = 12 + runs.length * 4 + head;
  const bytes = runs.map((length) => {
    at += length;
    return new Uint8Array(all.subarray(at - length, at)); // a copy; `slice` of Node's byte arrays would be a view
  });
  const text = new TextDecoder('utf-8', { fatal: true }).decode(all.subarray(12 + runs.length * 4, 12 + runs.length * 4 + head));
  return JSON.parse(text, (_name, value: unknown) => {
    const index = typeof value === 'object' && value !== null && '$bytes' in value ? value.$bytes : undefined;
    return typeof index === 'number' ? (bytes[index] ?? value) : value;
  });
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  if (pieces.length === 1 && pieces[0] !== undefined) return pieces[0];
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
