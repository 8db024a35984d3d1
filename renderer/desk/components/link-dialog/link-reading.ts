import type { LinkType } from '#shared/domain/link/link.ts';
import { linkTerms } from '#shared/wording/english/terms.ts';

/** How a link reads for one of its two ends: from the first object onwards, or from the second backwards. */
export function linkReading(type: LinkType, forwards: boolean): string {
  return forwards ? linkTerms[type].label : linkTerms[type].back;
}
