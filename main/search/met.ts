/**
 * What became of the documents of a segment while one clause of a query was looked up. `masks`: fields, as bits, that held it; `lesser`: weights of what only
 * resembles the word. Who was met is in `met` too, so that whatever comes behind goes through those and not through every document.
 */
export type Found = {
  readonly weights: Float32Array;
  readonly masks: Uint8Array;
  lesser: Float32Array | null;
  readonly met: Uint32Array;
  many: number;
};

export function roomFor(documents: number): Found {
  return { weights: new Float32Array(documents), masks: new Uint8Array(documents), lesser: null, met: new Uint32Array(documents), many: 0 };
}

/** To be called before a document is given its mask. */
export function noteMet(found: Found, document: number): void {
  if (found.masks[document] === 0) found.met[found.many++] = document;
}

/** Makes the room as it was before anything was found, so that it can be used again. */
export function emptied(found: Found): Found {
  const { weights, masks, lesser, met, many } = found;
  for (let place = 0; place < many; place += 1) {
    const document = met[place] as number;
    weights[document] = 0;
    masks[document] = 0;
    if (lesser) lesser[document] = 0;
  }
  found.many = 0;
  return found;
}

/** Of several rooms the documents met in the one that has the fewest, in ascending order: no other can be in all of them. */
export function fewestMet(found: readonly Found[]): Uint32Array {
  const [first, ...others] = found;
  if (!first) return new Uint32Array(0);
  const fewest = others.reduce((least, each) => (each.many < least.many ? each : least), first);
  const met = fewest.met.subarray(0, fewest.many);
  for (let place = 1; place < met.length; place += 1) if ((met[place] as number) < (met[place - 1] as number)) return inOrder(met, fewest.masks);
  return met;
}

/** Few are sorted; of many it is quicker to go through all documents once. */
function inOrder(met: Uint32Array, masks: Uint8Array): Uint32Array {
  if (met.length * 64 < masks.length) return met.sort();
  for (let document = 0, place = 0; document < masks.length; document += 1) if (masks[document] !== 0) met[place++] = document;
  return met;
}
