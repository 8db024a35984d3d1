import { type Page, pageOf, pageOrigins } from '#shared/contract/page-origins.ts';
import type { BuildManifest } from './build-manifest.ts';

const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
};

export type PageFile = { readonly page: Page; readonly name: string; readonly contentType: string };

/**
 * The file of the build that an address names, or null. The path must equal an entry of the manifest as it stands: nothing is
 * decoded, joined or normalised, so that there is nothing to traverse with.
 */
export function pageFile(address: string, manifest: BuildManifest): PageFile | null {
  const page = pageOf(address);
  if (page === null) return null;
  const [withoutFragment = ''] = address.split('#');
  const name = withoutFragment.slice(pageOrigins[page].length + 1);
  const contentType = contentTypes[name.slice(name.lastIndexOf('.') + 1)];
  return manifest[page].has(name) && contentType !== undefined ? { page, name, contentType } : null;
}
