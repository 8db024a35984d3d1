/** A file of a package: its path in the folder with `/`, in ASCII without `%`, and its bytes, whole or in pieces as they are made. */
export type PackageFile = { readonly path: string; readonly pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array> };

export function wholeFile(path: string, content: Uint8Array | string): PackageFile {
  return { path, pieces: [typeof content === 'string' ? new TextEncoder().encode(content) : content] };
}

/** Files that are all at hand, in the form a package takes them. */
export async function* allOf(files: readonly PackageFile[]): AsyncIterable<{ readonly ok: true; readonly value: PackageFile }> {
  for (const value of files) yield { ok: true, value };
}
