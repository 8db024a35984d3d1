import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Page, pageOrigins } from '#shared/contract/page-origins.ts';
import type { BuildManifest } from './build-manifest.ts';
import { pageFile } from './page-file.ts';
import { securityHeaders } from './security-headers.ts';

/** Answers a request for a file of one page of the build. `page` is the page whose session asks; it gets no other page's files. */
export async function servePage(request: Request, page: Page, folder: string, manifest: BuildManifest): Promise<Response> {
  const headers = securityHeaders({ page });
  if (request.method !== 'GET') return new Response(null, { status: 405, headers });
  // Browsers ask for it by themselves; windows have their icon from the application.
  if (request.url === `${pageOrigins[page]}/favicon.ico`) return new Response(null, { status: 204, headers });
  const file = pageFile(request.url, manifest);
  if (file === null || file.page !== page) return new Response(null, { status: 404, headers });
  const bytes = await readFile(join(folder, file.page, file.name)).catch(() => null);
  if (bytes === null) return new Response(null, { status: 404, headers });
  return new Response(new Uint8Array(bytes), { headers: { ...headers, 'Content-Type': file.contentType } });
}
