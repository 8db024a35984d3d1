import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const desk = join(import.meta.dirname, '..', '..', '..', '..', 'renderer', 'desk');
const folders = readdirSync(join(desk, 'views'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
const list = readFileSync(join(desk, 'frame', 'views.ts'), 'utf8');

test('every folder of views is in the list of views, and nothing else is', () => {
  const listed = [...list.matchAll(/from '\.\.\/views\/([a-z-]+)\/manifest\.ts'/g)].map((found) => found[1]);
  expect(listed.sort()).toEqual(folders.map((entry) => entry.name).sort());
});

test.each(folders.map((entry) => entry.name))('the manifest of %s bears the name of its folder', (name) => {
  expect(readFileSync(join(desk, 'views', name, 'manifest.ts'), 'utf8')).toContain(`id: '${name}'`);
});
