import { protocol, type Session } from 'electron';
import { type Page, pageOf, scheme } from '#shared/contract/page-origins.ts';
import type { BuildManifest } from './build-manifest.ts';
import { evidencePart } from './evidence-address.ts';
import { securityHeaders } from './security-headers.ts';
import { type ReadForViewer, serveEvidence } from './serve-evidence.ts';
import { servePage } from './serve-page.ts';

/** Makes `app:` a scheme with origins, secure contexts and streams. Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }]);
}

export type ServedPage = {
  readonly page: Page;
  readonly folder: string;
  readonly manifest: BuildManifest;
  /** Only the desk has evidence; null for the other pages and while no case is open. */
  readonly read: ReadForViewer | null;
};

/** Answers every request of one page's session. A bug answers 500 with the same headers and tells nothing. */
export function serveSession(session: Session, served: ServedPage): void {
  if (session.protocol.isProtocolHandled(scheme)) session.protocol.unhandle(scheme);
  session.protocol.handle(scheme, (request) =>
    answer(request, served).catch(() => new Response(null, { status: 500, headers: securityHeaders({ page: served.page }) })),
  );
}

async function answer(request: Request, { page, folder, manifest, read }: ServedPage): Promise<Response> {
  const part = evidencePart(request.url);
  if (part === null) return servePage(request, page, folder, manifest);
  if (page !== 'desk' || pageOf(request.url) !== 'desk' || read === null || request.method !== 'GET') {
    return new Response(null, { status: 404, headers: securityHeaders({ evidence: 'bytes' }) });
  }
  return serveEvidence(request, part, read);
}
