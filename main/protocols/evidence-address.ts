import { type ViewerPart, viewerPartOf } from '#shared/contract/case-process.ts';
import { pageOrigins } from '#shared/contract/page-origins.ts';

export type EvidencePart = { readonly evidenceId: string; readonly part: ViewerPart };

const form = new RegExp(`^${pageOrigins.desk}/evidence/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([a-z]+(?:/[1-9]\\d{0,4})?)$`);

/**
 * The evidence that an address of the desk names, or null. Evidence lies on the desk's own origin, because a page under a
 * scheme of its own may load only from itself on every engine we run on; its own headers keep it apart.
 */
export function evidencePart(address: string): EvidencePart | null {
  const found = form.exec(address);
  const part = viewerPartOf(found?.[2]);
  return found?.[1] !== undefined && part !== null ? { evidenceId: found[1], part } : null;
}
