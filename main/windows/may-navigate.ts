import { originOf, type Page, pageOrigins } from '#shared/contract/page-origins.ts';

/** A frame that wants to go somewhere by itself, that is not by the shell's own loading of a page. */
export type Navigation = { readonly page: Page | null; readonly topFrame: boolean; readonly to: string };

const savedPage = /^\/evidence\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/page$/;

/**
 * The only navigation a page may start: the desk puts a saved page into a frame (tests/e2e/security.spec.ts). The address is
 * compared by its parts; a prefix test would take `app://desk.evil` for the desk.
 */
export function mayNavigate({ page, topFrame, to }: Navigation): boolean {
  if (page !== 'desk' || topFrame || originOf(to) !== pageOrigins.desk) return false;
  const url = new URL(to);
  return savedPage.test(url.pathname) && url.search === '' && url.username === '' && url.password === '';
}
