// The code of a room with every change in it, each asleep behind a switch; and what bundles the tests around it.
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { build } from 'esbuild';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, isDebugEnabled: () => false };

/** Every change Stryker knows for these files, and their code with the switches. */
export async function instrumented(root, paths) {
  const files = paths.map((name) => ({ name, mutate: true, content: readFileSync(join(root, name), 'utf8') }));
  const made = await new Instrumenter(silent).instrument(files, { plugins: null, excludedMutations: [], ignorers: [] });
  return { mutants: made.mutants, code: new Map(made.files.map(({ name, content }) => [name, content])) };
}

/** A test that waits for something before it names its tests; whoever evaluates it waits for `loaded`. */
function waiting(text) {
  if (!/^const \w+ = await /m.test(text)) return text;
  const imports = text.match(/^(?:import [^;]*;\n)+/)?.[0] ?? '';
  return `${imports}export const loaded = (async () => {\n${text.slice(imports.length)}})();\n`;
}

/**
 * One bundle for each test, in which the room and what stands on it are fresh at each evaluation. What no change can be in is outside and
 * loaded once: packages, `shared`, and the modules of `instead`, which take the place of others.
 */
export async function bundles(root, tests, code, instead) {
  const outside = new Map();
  const loaded = new Set();
  const plugin = {
    name: 'room-under-test',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^#shared\// }, ({ path }) => {
        outside.set(path, join(root, path.slice(1)));
        return { path, external: true };
      });
      onResolve({ filter: /\.ts$/ }, ({ path, importer, kind }) => {
        if (kind === 'entry-point') return undefined;
        const full = path.startsWith('#') ? join(root, path.slice(1)) : join(dirname(importer), path);
        const name = instead.get(relative(root, full));
        if (!name) return undefined;
        outside.set(`instead:${name}`, join(root, name));
        return { path: `instead:${name}`, external: true };
      });
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const place = { 'import.meta.dirname': dirname(path), 'import.meta.url': pathToFileURL(path).href };
        const text = code.get(relative(root, path)) ?? readFileSync(path, 'utf8');
        const placed = text.replaceAll(/import\.meta\.(?:dirname|url)/g, (what) => JSON.stringify(place[what]));
        const contents = placed.replaceAll(/\bimport\('#(main\/[^']+)'\)/g, (_, name) => {
          loaded.add(name);
          return `loadAnew('${name}')`;
        });
        return { contents: path.endsWith('.test.ts') ? waiting(contents) : contents, loader: 'ts' };
      });
    },
  };
  const bundle = (entryPoints) =>
    build({
      absWorkingDir: root,
      entryPoints,
      bundle: true,
      write: false,
      outdir: join(root, 'test-results'),
      outbase: root,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      logLevel: 'error',
      metafile: true,
      plugins: [plugin],
    });
  const built = await bundle(tests);
  const anew = loaded.size > 0 ? await bundle([...loaded]) : { outputFiles: [], metafile: { outputs: {} } };
  const lines = [...outside].map(([name, path]) => `exports[${JSON.stringify(name)}] = require(${JSON.stringify(path)});`);
  const once = await build({
    stdin: { contents: lines.join('\n'), resolveDir: root, loader: 'js' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
    metafile: true,
  });
  const packages = [built, anew, once].flatMap(({ metafile }) => Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path)));
  // What `require` answers is a namespace already: of a package, of what is loaded once, or of a double.
  const plain = (text) => text.replaceAll(/__toESM\((require\("[^"]+"\))(?:, 1)?\)/g, '$1');
  const texts = (names, { outputFiles }) => new Map(names.map((name, at) => [name, plain(outputFiles[at].text)]));
  return {
    once: plain(once.outputFiles[0].text),
    tests: texts(tests, built),
    anew: texts([...loaded], anew),
    packages: [...new Set(packages)].filter((name) => !name.startsWith('#') && !name.startsWith('instead:') && name !== 'vitest'),
  };
}
