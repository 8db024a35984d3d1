/** Parts of a text with their place as the key: a text is drawn anew as a whole, and equal parts stand in it more than once. */
export function keyed<T>(parts: readonly T[]): readonly { readonly key: string; readonly of: T }[] {
  return parts.map((of, at) => ({ key: String(at), of }));
}
