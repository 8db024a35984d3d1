import { done } from '#shared/kernel/reply.ts';
import { wholeFile } from '../../package-file.ts';
import type { ExhibitCopy } from '../exhibit-copies.ts';
import type { DossierFormat } from '../format.ts';
import { canvas } from './canvas.ts';
import { pageOf, vaultPages } from './vault.ts';

export const markdownFormat: DossierFormat = {
  id: 'markdown',
  title: 'Markdown',
  about: 'as a vault that Obsidian opens, with a canvas of claims and exhibits',
  usual: false,
  varies: null,
  names: (dossier, copies) => [
    ...vaultPages(dossier, () => null).map(({ path }) => `vault/${path}`),
    'vault/Dossier.canvas',
    ...[...picturesOf(copies).values()].map((path) => `vault/${path}`),
  ],
  files: async function* (dossier, copies) {
    const pictures = picturesOf(copies);
    for (const { path, text } of vaultPages(dossier, (label) => pictures.get(label) ?? null)) yield done(wholeFile(`vault/${path}`, text));
    const pages = new Set(vaultPages(dossier, () => null).map(({ path }) => path));
    const there = (label: string) => {
      const path = pageOf(label);
      return path !== null && pages.has(path) ? path : null;
    };
    yield done(wholeFile('vault/Dossier.canvas', canvas(dossier, there)));
    for (const { label, mime, read } of copies) {
      const picture = pictures.get(label);
      if (mime === 'text/plain' || picture === undefined) continue;
      const bytes = await read();
      yield bytes.ok ? done(wholeFile(`vault/${picture}`, bytes.value)) : bytes;
    }
  },
};

/** Where the picture of an exhibit lies in the vault. */
function picturesOf(copies: readonly ExhibitCopy[]): ReadonlyMap<string, string> {
  return new Map(copies.flatMap(({ label, file, mime }) => (mime === 'text/plain' ? [] : [[label, file.replace(/^exhibits/, 'pictures')] as const])));
}
