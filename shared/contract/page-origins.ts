/** The pages of the app. Each has an origin of its own, so that none reaches another's document, storage or bridge. */
export const pages = ['desk', 'unlock', 'quarantine'] as const;
export type Page = (typeof pages)[number];

export const scheme = 'app';
export const pageOrigins = { desk: 'app://desk', unlock: 'app://unlock', quarantine: 'app://quarantine' } as const satisfies Record<Page, string>;
export const pageAddress = (page: Page) => `${pageOrigins[page]}/index.html`;

/**
 * Scheme and authority of an address as written, or null when it has none. Compared whole with {@link pageOrigins}: letter case, a
 * port or a user name make it another origin, so that no normalising can be played against us.
 */
export function originOf(address: string): string | null {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(address)?.[0] ?? null;
}

/** Which page an address belongs to, or null. */
export function pageOf(address: string): Page | null {
  const origin = originOf(address);
  return pages.find((page) => pageOrigins[page] === origin) ?? null;
}
