// Read as text: importers run in a browser only.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { examinedFormats } from '#shared/contract/quarantine.ts';

const folder = new URL('../../../../renderer/quarantine/importers/', import.meta.url);
const folders = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

test('the list of importers names every folder beside it', () => {
  const list = readFileSync(new URL('list.ts', folder), 'utf8');
  const listed = [...list.matchAll(/from '\.\/([a-z-]+)\/importer\.ts'/g)].map((match) => match[1] ?? '').sort();
  expect(listed).toEqual(folders);
  for (const name of folders) expect(list).toMatch(new RegExp(`importers: [^=]*= \\[[^\\]]*\\b${name}Importer\\b`));
});

test('every format that may be examined has its importer, and each importer that takes something out for the record its three parts', () => {
  expect([...examinedFormats].sort()).toEqual(folders);
  for (const name of folders) {
    const files = readdirSync(new URL(`${name}/`, folder));
    // Recordings are made anew, and nothing of what they hold goes into the record; the page of an archive is drafted as any page.
    const parts = { recording: ['importer.ts'], mhtml: ['importer.ts', 'parse.ts'] }[name] ?? ['importer.ts', 'parse.ts', 'draft.ts'];
    for (const part of parts) expect(files).toContain(part);
  }
});
