import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFile, checkSize, findCycles, type SourceFile } from './check-file.ts';
import { rooms } from './rooms.ts';

const root = resolve(import.meta.dirname, '../..');

function sourcesOf(folder: string, named = /((?<!\.d)\.tsx?|\.cjs)$/): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && named.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path).replaceAll('\\', '/'), source: readFileSync(path, 'utf8') }));
}

const product = ['shared', 'main', 'renderer'].flatMap((folder) => sourcesOf(folder));

describe('the rooms', () => {
  it('hold every source file of the product, and no import breaks the table', () => {
    expect(product.length).toBeGreaterThan(100);
    expect(product.flatMap(checkFile)).toEqual([]);
  });

  it('have no tests and no style sheets that hold more than one thought', () => {
    const others = [...sourcesOf('tests'), ...sourcesOf('renderer', /\.css$/)];
    expect(others.length).toBeGreaterThan(100);
    expect(others.flatMap(checkSize)).toEqual([]);
  });

  it('import each other in no circle', () => {
    expect(findCycles(product)).toEqual([]);
  });

  it('are all inhabited', () => {
    const empty = rooms.map((room) => room.room.replace(/\/\*$/, '')).filter((room) => !product.some((file) => file.path.startsWith(`${room}/`)));
    expect(empty).toEqual([]);
  });

  it('use every package they list, and list every package of package.json that ships', () => {
    const text = [...product, ...sourcesOf('renderer', /\.css$/)].map((file) => file.source).join('\n');
    const packages = new Set(rooms.flatMap((room) => Object.keys(room.packages)).filter((name) => !name.startsWith('node:')));
    expect([...packages].filter((name) => !text.includes(`'${name}`) && !text.includes(`"${name}`))).toEqual([]);
    const shipped = Object.keys((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object }).dependencies);
    expect(shipped.filter((name) => !packages.has(name) && !name.startsWith('@expo-google-fonts/'))).toEqual([]);
  });
});

describe('a planted mistake', () => {
  it.each([
    ['a file in no room', 'main/elsewhere/thing.ts', 'export const a = 1;', 'lies in no room'],
    ['the domain importing the contract', 'shared/domain/claim/x.ts', "import { commands } from '#shared/contract/contract.ts';", 'may import only'],
    ['a view importing another view', 'renderer/desk/views/claims/x.tsx', "import { a } from '../notes/a.ts';", 'may import only'],
    ['a view importing main', 'renderer/desk/views/claims/x.tsx', "import { a } from '#main/crypto/digest.ts';", 'may import only'],
    ['a type imported across', 'main/crypto/x.ts', "import type { Claim } from '#shared/domain/claim/claim.ts';", 'may import only'],
    ['an import on several lines', 'main/crypto/x.ts', "import {\n  a,\n  b,\n} from '#main/casefile/log.ts';", 'may import only'],
    ['a dynamic import', 'main/usecases/x.ts', "const a = await import('#main/casefile/log.ts');", 'may import only'],
    ['a re-export', 'shared/kernel/x.ts', "export { a } from '#shared/domain/claim/claim.ts';", 'may import only'],
    ['an unlisted package', 'main/usecases/x.ts', "import { Low } from 'lowdb';", 'add it to main/usecases'],
    ['crypto outside crypto', 'main/casestore/x.ts', "import { createHash } from 'node:crypto';", 'add it to main/casestore'],
    ['lowdb outside the case store', 'main/casefile/x.ts', "import { Low } from 'lowdb';", 'add it to main/casefile'],
    ['a parser in main', 'main/intake/x.ts', "import { Readability } from '@mozilla/readability';", 'add it to main/intake'],
    ['electron in a plain file', 'main/windows/x.ts', "import { app } from 'electron';", 'only files named *.electron.ts'],
    ['the clock in shared', 'shared/domain/claim/x.ts', 'export const now = () => Date.now();', 'shared is pure'],
    ['chance in shared', 'shared/domain/claim/x.ts', 'export const die = () => Math.random();', 'shared is pure'],
    ['the network', 'main/app/x.ts', "import { get } from 'node:https';", 'never does'],
    ['a beacon', 'renderer/desk/frame/x.ts', "navigator.sendBeacon('x');", 'never does'],
    ['a page made from text', 'renderer/desk/frame/x.tsx', 'const a = <b dangerouslySetInnerHTML={{ __html: t }} />;', 'never does'],
    ['a file that is too long', 'main/usecases/x.ts', 'const a = 1;\n'.repeat(251), 'more than one thought'],
  ])('%s is caught', (_name, path, source, message) => {
    expect(checkFile({ path, source }).join('\n')).toContain(message);
  });

  it('of two files in a circle is caught', () => {
    const a = { path: 'shared/kernel/a.ts', source: "import { b } from './b.ts';" };
    const b = { path: 'shared/kernel/b.ts', source: "import { a } from './a.ts';" };
    expect(findCycles([a, b])).toHaveLength(1);
  });

  it('in a comment or a string is not mistaken for an import', () => {
    expect(checkFile({ path: 'shared/kernel/x.ts', source: "// import { a } from 'lowdb';\n/* import 'electron' */\nexport const a = 1;" })).toEqual([]);
  });
});
