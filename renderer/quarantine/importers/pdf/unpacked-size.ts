/** A stream that unpacks to more is a bomb: 753 bytes were seen to hold 200 MB. */
const mostUnpackedBytes = 256 * 1024 * 1024;

/** Whether any packed stream of a PDF holds more than may be unpacked. Found by its words in the bytes, as every reader finds a damaged file's. */
export async function unpacksTooMuch(bytes: Uint8Array<ArrayBuffer>, most: number = mostUnpackedBytes): Promise<boolean> {
  const text = new TextDecoder('latin1').decode(bytes);
  for (const found of text.matchAll(/stream\r?\n/g)) {
    if (text.startsWith('end', found.index - 3)) continue;
    const dictionary = text.slice(Math.max(0, text.lastIndexOf('obj', found.index)), found.index);
    const layers = dictionary.slice(-4_000).match(/\/(FlateDecode|Fl)\b/g)?.length ?? 0;
    if (layers === 0) continue;
    const start = found.index + found[0].length;
    const end = text.indexOf('endstream', start);
    // The line end before `endstream` is not of the stream, and an unpacker refuses what follows the end of its data.
    const eol = end < 0 ? 0 : (/\r?\n?$/.exec(text.slice(Math.max(start, end - 2), end))?.[0].length ?? 0);
    if (await exceeds(bytes.subarray(start, end < 0 ? undefined : end - eol), Math.min(layers, 3), most)) return true;
  }
  return false;
}

async function exceeds(packed: Uint8Array<ArrayBuffer>, layers: number, most: number): Promise<boolean> {
  let unpacked: ReadableStream<Uint8Array<ArrayBuffer>> = new Blob([packed]).stream();
  // Layer by layer: an outer one that is too large is enough.
  for (let layer = 0; layer < layers; layer += 1)
    unpacked = unpacked.pipeThrough(new DecompressionStream('deflate') as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>);
  const reader = unpacked.getReader();
  let total = 0;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return false;
      total += value.length;
      if (total > most) return true;
    }
  } catch {
    return false; // not packed like that, or damaged: what comes after is the reader's to judge
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
