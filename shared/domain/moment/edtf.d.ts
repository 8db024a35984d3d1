declare module 'edtf' {
  /** Parses EDTF text (ISO 8601-2:2019) and throws for anything else. `min` and `max` are milliseconds since 1970 in UTC. */
  export default function edtf(text: string): { readonly min: number; readonly max: number; readonly type: string };
}
