// The process in which the tests are asked: first which changes each of them meets, then, change by change, whether one notices.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { endSuites, Late, newSuite, runTest } from './suite.mjs';

const root = join(import.meta.dirname, '../..');
const here = createRequire(import.meta.url);
const switches = { mutantCoverage: { static: {}, perTest: {} } };
globalThis.__stryker__ = switches;
const packages = new Map();
let unhandled = null;
process.on('unhandledRejection', (error) => (unhandled = error ?? 'nothing'));
process.on('uncaughtException', (error) => (unhandled = error ?? 'nothing'));

let scripts = null;
let once = {};

/** Evaluates a bundle with its own modules; answers its exports. */
function evaluated(script, vitest, mocks) {
  const module = { exports: {} };
  const require = (name) => {
    if (name === 'vitest') return vitest;
    if (name.startsWith('#') || name.startsWith('instead:')) return once[name];
    return mocks?.ready.get(name) ?? packages.get(name) ?? here(name);
  };
  script.runInThisContext()(require, module, module.exports, join(root, 'main/crypto'), (name) => loadAnew(name, vitest, mocks));
  return module.exports;
}

async function loadAnew(name, vitest, mocks) {
  mocks.ready.clear();
  for (const [each, double] of mocks.doubles) mocks.ready.set(each, await double);
  // What a file does as it is loaded is no more a test's than if it had been loaded before.
  const { currentTestId } = switches;
  switches.currentTestId = undefined;
  try {
    return evaluated(scripts.anew.get(name), vitest, mocks);
  } finally {
    switches.currentTestId = currentTestId;
  }
}

async function suiteOf(file) {
  const mocks = { doubles: new Map(), ready: new Map(), original: (name) => packages.get(name) };
  const { vitest, tests } = newSuite(mocks);
  await evaluated(scripts.tests.get(file), vitest, mocks).loaded;
  return tests;
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

async function begin({ once: onceText, tests, anew, names }) {
  const scriptOf = (text, filename) => new Script(`(function (require, module, exports, __dirname, loadAnew) {${text}\n})`, { filename });
  for (const name of names) packages.set(name, await import(name));
  once = evaluated(scriptOf(onceText, 'once.cjs'));
  scripts = {
    tests: new Map(tests.map(([name, text]) => [name, scriptOf(text, name)])),
    anew: new Map(anew.map(([name, text]) => [name, scriptOf(text, name)])),
  };
}

/** Runs everything once without a change: which changes each test meets, how often, and how long it takes. */
async function survey() {
  const found = [];
  const wrong = [];
  const { static: atLoad, perTest } = switches.mutantCoverage;
  for (const file of scripts.tests.keys()) {
    switches.currentTestId = undefined;
    const tests = await suiteOf(file);
    for (const [index, test] of tests.entries()) {
      const id = `${file} ${index}`;
      switches.currentTestId = id;
      const began = process.cpuUsage();
      try {
        await runTest(test, 120_000);
        await settled();
      } catch (error) {
        wrong.push(
          `${file}, ${test.name}: ${String(error?.stack ?? error)
            .split('\n')
            .slice(0, 2)
            .join(' ')}`,
        );
        delete perTest[id];
        continue;
      }
      const { user, system } = process.cpuUsage(began);
      found.push({ file, index, ms: (user + system) / 1000, meets: perTest[id] ?? {} });
      delete perTest[id];
    }
    await endSuites(tests);
  }
  if (unhandled) wrong.push(`unhandled: ${unhandled?.stack ?? unhandled}`);
  unhandled = null;
  return { found, wrong, atLoad: Object.keys(atLoad) };
}

/** Whether one of the tests fails with this change in place; `stuck` when it waits for what does not come. */
async function notices({ id, tests, hitLimit, mostMs }) {
  Object.assign(switches, { activeMutant: id, hitCount: 0, hitLimit, currentTestId: 'asked' });
  const began = [];
  try {
    for (const [file, indexes] of tests) {
      const suite = await suiteOf(file);
      began.push(suite);
      for (const index of indexes) await runTest(suite[index], mostMs);
      await settled();
      if (unhandled) return { noticed: true };
    }
    return { noticed: false };
  } catch (error) {
    return { noticed: true, stuck: error instanceof Late };
  } finally {
    switches.activeMutant = undefined;
    for (const suite of began) await endSuites(suite).catch(() => undefined);
    await settled();
    unhandled = null;
    delete performance.now;
  }
}

process.on('message', async ({ say, ...what }) => {
  try {
    if (say === 'begin') await begin(what);
    process.send(say === 'survey' ? await survey() : say === 'ask' ? await notices(what) : {});
  } catch (error) {
    process.send({ broken: error.stack });
  }
});
