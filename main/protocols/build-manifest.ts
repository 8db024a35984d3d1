import { type Page, pages } from '#shared/contract/page-origins.ts';

/** Files of each page as the build listed them: the only files the app's scheme can give out. */
export type BuildManifest = Readonly<Record<Page, ReadonlySet<string>>>;

/** Reads the list that the build wrote beside the pages. Throws when it is not one: the app is then not whole. */
export function manifestFrom(json: string): BuildManifest {
  const found: unknown = JSON.parse(json);
  const filesOf = (page: Page): ReadonlySet<string> => {
    const listed: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, page) : undefined;
    if (!Array.isArray(listed)) throw new Error(`manifest: no list of files for the ${page} page`);
    return new Set(listed.filter((name) => typeof name === 'string'));
  };
  const [desk, unlock, quarantine] = pages;
  return { [desk]: filesOf(desk), [unlock]: filesOf(unlock), [quarantine]: filesOf(quarantine) };
}
