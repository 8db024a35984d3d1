/** Changes as they arrive: a field that is absent or `undefined` stays as it is, `null` is a value. */
export type Amendments<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** A copy of `object` with the stated fields changed. */
export function amend<T extends object>(object: T, changes: Amendments<NoInfer<T>>): T {
  const stated = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return { ...object, ...stated };
}
