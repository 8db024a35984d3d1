// Builds everything that runs into out/. Written beside the old build and then moved over it, so that a running app never meets half a build.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build as bundle } from 'esbuild';
import { build as buildPages } from 'vite';

process.chdir(import.meta.dirname);
const pages = ['desk', 'unlock', 'quarantine'];
const watched = ['main', 'renderer', 'shared', 'assets', 'tests/stand-in', 'tests/bench', 'build.mjs', 'vite.config.ts', 'package-lock.json'];
const nodeEntries = {
  'main/start': 'main/app/start.electron.ts',
  'main/preload-desk': 'main/bridge/desk-preload.electron.ts',
  'main/preload-unlock': 'main/bridge/unlock-preload.electron.ts',
  'main/preload-quarantine': 'main/bridge/quarantine-preload.electron.ts',
  'main/case-process': 'main/caseprocess/case-process.electron.ts',
  'main/argon2id-worker': 'main/crypto/argon2id-worker.cjs',
  'main/sealing-worker': 'main/crypto/sealing-worker.cjs',
  'main/typeset-worker': 'main/dossier/formats/pdf/typeset-worker.cjs',
  'cli/corroborate': 'main/cli/corroborate.ts',
};

const stamp = 'out/build-stamp.json';
const builtAt = existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')).newestInputMs : 0;
const newestInputMs = Math.max(...watched.flatMap((path) => [...modificationTimes(path)]));
const wanted = process.argv.includes('--if-missing') ? builtAt === 0 : process.argv.includes('--if-stale') ? builtAt !== newestInputMs : true;
if (wanted) await buildAll();

async function buildAll() {
  const started = performance.now();
  const next = `out/.next-${process.pid}`;
  process.on('exit', () => rmSync(next, { recursive: true, force: true }));
  mkdirSync(next, { recursive: true });
  const parts = { ...nodeBundles(next), ...standInBundles(next), ...pageBundles(next) };
  const missing = Object.values(parts).filter(({ source }) => !existsSync(source));
  const failed = [];
  await Promise.all(
    Object.entries(parts).map(async ([name, { source, make }]) => {
      if (!existsSync(source)) return;
      await make().catch((error) => failed.push({ name, why: error.message }));
    }),
  );
  for (const room of ['main', 'cli', 'stand-in']) write(`${next}/${room}/package.json`, { type: 'commonjs' });
  if (existsSync('assets')) cpSync('assets', `${next}/assets`, { recursive: true });
  for (const { name } of failed) if (existsSync(`out/${name}`)) cpSync(`out/${name}`, `${next}/${name}`, { recursive: true });
  write(`${next}/manifest.json`, Object.fromEntries(pages.map((page) => [page, filesBelow(`${next}/renderer/${page}`)])));
  write(`${next}/build-stamp.json`, { newestInputMs });
  moveOver(next);
  for (const { source } of missing) console.error(`build: ${source} does not exist yet and was left out`);
  for (const { name, why } of failed) console.error(`build: ${name} failed and stays as it was:\n${why}`);
  if (failed.length > 0 || (missing.length > 0 && process.argv.includes('--complete'))) process.exitCode = 1;
  console.error(`build: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** Each part: its path below out/, the source without which it is left out, and how it is made. */
function nodeBundles(next) {
  const part = ([name, source]) => [`${name}.cjs`, { source, make: () => bundle(forNode(source, `${next}/${name}.cjs`)) }];
  const js = "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";
  const source = 'tests/bench/bench.ts';
  const options = forNode(source, `${next}/bench/bench.mjs`);
  const make = () => bundle({ ...options, external: [...options.external, 'playwright'], format: 'esm', banner: { js }, define: {} });
  return { ...Object.fromEntries(Object.entries(nodeEntries).map(part)), 'bench/bench.mjs': { source, make } };
}

/** The engine for machines without Electron: main process, utility processes, and what goes into the browser's two worlds. */
function standInBundles(next) {
  const room = 'tests/stand-in';
  const inNode = ['boot', 'utility-child'].map((name) => {
    const source = `${room}/${name}.ts`;
    return [`stand-in/${name}.cjs`, { source, make: () => bundle(forNode(source, `${next}/stand-in/${name}.cjs`)) }];
  });
  const source = `${room}/world/worlds.ts`;
  const options = { platform: 'browser', format: 'iife', globalName: 'standInWorlds', define: {}, banner: {} };
  return {
    ...Object.fromEntries(inNode),
    'stand-in/worlds.js': { source, make: () => bundle({ ...forNode(source, `${next}/stand-in/worlds.js`), ...options }) },
  };
}

function pageBundles(next) {
  const part = (page) => {
    const outDir = join(import.meta.dirname, next, 'renderer', page);
    const configFile = join(import.meta.dirname, 'vite.config.ts');
    const make = () => buildPages({ root: `renderer/${page}`, configFile, logLevel: 'silent', build: { outDir } });
    return [`renderer/${page}`, { source: `renderer/${page}/index.html`, make }];
  };
  return Object.fromEntries(pages.map(part));
}

function forNode(entry, outfile) {
  return {
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'silent',
    // Native or data-carrying packages stay in node_modules; everything else is in the one file a sandboxed preload may have.
    external: ['electron', '@myriaddreamin/*', '@sparticuz/chromium', 'better-sqlite3-multiple-ciphers'],
    define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename', 'import.meta.url': '__fileUrl' },
    banner: entry.includes('preload') ? {} : { js: "const __fileUrl = require('node:url').pathToFileURL(__filename).href;" },
  };
}

function moveOver(next) {
  const old = `out/.old-${process.pid}`;
  mkdirSync(old, { recursive: true });
  for (const name of readdirSync(next)) {
    if (existsSync(`out/${name}`)) renameSync(`out/${name}`, `${old}/${name}`);
    renameSync(`${next}/${name}`, `out/${name}`);
  }
  rmSync(old, { recursive: true, force: true });
}

function* modificationTimes(path) {
  if (!existsSync(path)) return;
  const stat = statSync(path);
  yield stat.mtimeMs; // a folder's own time changes when a file in it comes or goes
  if (stat.isDirectory()) for (const name of readdirSync(path)) yield* modificationTimes(join(path, name));
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')).sort();
}

function write(path, value) {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 1)}\n`);
}
