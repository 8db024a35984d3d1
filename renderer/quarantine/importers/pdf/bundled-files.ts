/** What a PDF may take for granted: tables of East Asian encodings and the fourteen standard fonts. Bundled, because this page can fetch nothing. */
export class BundledCMaps {
  async fetch({ name }: { readonly name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    const { cMaps } = await import('./c-maps.ts');
    return { cMapData: bytesIn(cMaps, `${name}.bcmap`), isCompressed: true };
  }
}

export class BundledFonts {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const { standardFonts } = await import('./standard-fonts.ts');
    return bytesIn(standardFonts, filename);
  }
}

/** Decoders in WebAssembly would need a wider policy for this page. */
export class NoWasm {
  fetch(): Promise<never> {
    return Promise.reject(new Error('pdf: no WebAssembly here'));
  }
}

/** A file among `files`, whose names end with its own, as the bytes of its data: address. */
function bytesIn(files: Readonly<Record<string, string>>, name: string): Uint8Array {
  const [, address] = Object.entries(files).find(([path]) => path.endsWith(`/${name}`)) ?? [];
  if (address === undefined) throw new Error('pdf: not among the bundled files');
  return Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));
}
