/** The same numbers in an array of twice the length. */
export function longer<A extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array>(array: A, make: new (length: number) => A): A {
  const grown = new make(array.length * 2);
  grown.set(array);
  return grown;
}
