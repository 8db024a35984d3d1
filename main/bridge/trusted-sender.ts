import { originOf, type Page, pageOrigins } from '#shared/contract/page-origins.ts';

/** Who sent a message, as Electron saw it; a null frame has gone meanwhile. */
export type Sender = { readonly contentsId: number; readonly frame: { readonly url: string; readonly isTop: boolean } | null };
/** Which page the shell itself opened in which web contents. */
export type OpenPages = ReadonlyMap<number, Page>;

/**
 * Whether a message comes from the top frame of a window that shows `page` and shows it still. Id, frame and origin are
 * checked together: a saved page in a frame of the desk has the desk's id, a page that got elsewhere has the desk's window.
 */
export function isTrustedSender({ contentsId, frame }: Sender, page: Page, open: OpenPages): boolean {
  return open.get(contentsId) === page && frame !== null && frame.isTop && originOf(frame.url) === pageOrigins[page];
}
