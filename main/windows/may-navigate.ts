import type { Page } from '#shared/contract/page-origins.ts';
import { evidencePart } from '../protocols/evidence-address.ts';

/** A frame that wants to go somewhere by itself, that is not by the shell's own loading of a page. */
export type Navigation = { readonly page: Page | null; readonly topFrame: boolean; readonly to: string };

/**
 * The only navigation a page may start: the desk puts a saved page into a frame (tests/e2e/security.spec.ts). The address is
 * compared whole; a prefix test would take `app://desk.evil` for the desk.
 */
export function mayNavigate({ page, topFrame, to }: Navigation): boolean {
  return page === 'desk' && !topFrame && evidencePart(to)?.part === 'page';
}
