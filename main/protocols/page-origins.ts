/** The pages of the app. Each has an origin of its own, so that none reaches another's document, storage or bridge. */
export const pages = ['desk', 'unlock', 'quarantine'] as const;
export type Page = (typeof pages)[number];

export const scheme = 'app';
export const pageOrigins = { desk: 'app://desk', unlock: 'app://unlock', quarantine: 'app://quarantine' } as const satisfies Record<Page, string>;
export const pageAddress = (page: Page) => `${pageOrigins[page]}/index.html`;

/** Scheme and host of an address, or null when it is none. Node's `URL.origin` says `null` for every scheme of our own. */
export function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.port === '' ? `${url.protocol}//${url.host}` : null;
}

/** Which page an address belongs to, or null. */
export function pageOf(address: string): Page | null {
  const origin = originOf(address);
  return pages.find((page) => pageOrigins[page] === origin) ?? null;
}
