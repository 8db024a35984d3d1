// What the tests import as `vitest` when they are asked thousands of times in one process: the same matchers, and nothing around them.
import { ASYMMETRIC_MATCHERS_OBJECT, chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);
expect.unreachable = (message) => chai.assert.fail(`not to be reached ${message ?? ''}`);

/** The tests of one file as it is evaluated: `vitest` for its code, `tests` for who runs them. */
export function newSuite(mocks) {
  const root = { within: null, before: [], after: [], beforeEach: [], afterEach: [], begun: false };
  const tests = [];
  let here = root;
  const it = (name, ...rest) => void tests.push({ name, within: here, run: rest.find((each) => typeof each === 'function') });
  it.each =
    (rows) =>
    (name, ...rest) => {
      const run = rest.find((each) => typeof each === 'function');
      for (const row of rows) it(name, () => run(...(Array.isArray(row) ? row : [row])));
    };
  const describe = (_, ...rest) => {
    here = { within: here, before: [], after: [], beforeEach: [], afterEach: [], begun: false };
    rest.find((each) => typeof each === 'function')();
    here = here.within;
  };
  const hook = (kind) => (run) => void here[kind].push(run);
  const hooks = { beforeAll: hook('before'), afterAll: hook('after'), beforeEach: hook('beforeEach'), afterEach: hook('afterEach') };
  return { vitest: { __esModule: true, describe, it, test: it, expect, vi: newVi(mocks), ...hooks }, tests };
}

/** The suites around a test, outermost first. */
const around = (suite) => (suite ? [...around(suite.within), suite] : []);

/** Runs one test with the hooks around it; throws what it throws, or after `mostMs`. */
export async function runTest(test, mostMs) {
  const suites = around(test.within);
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), mostMs);
  });
  const work = async () => {
    for (const suite of suites) {
      if (suite.begun) continue;
      suite.begun = true;
      for (const run of suite.before) await run();
    }
    for (const suite of suites) for (const run of suite.beforeEach) await run();
    try {
      await test.run();
    } finally {
      for (const suite of suites) for (const run of suite.afterEach) await run();
    }
  };
  try {
    await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

export async function endSuites(tests) {
  for (const suite of new Set(tests.flatMap(({ within }) => around(within)))) if (suite.begun) for (const run of suite.after) await run();
}

function newVi(mocks) {
  const { now } = performance;
  let ahead = 0;
  return {
    resetModules: () => undefined,
    doMock: (name, factory) =>
      void mocks.doubles.set(
        name,
        factory(async () => mocks.original(name)),
      ),
    doUnmock: (name) => void mocks.doubles.delete(name),
    useFakeTimers: () => {
      ahead = now.call(performance);
      performance.now = () => ahead;
    },
    advanceTimersByTime: (ms) => {
      ahead += ms;
    },
    useRealTimers: () => void delete performance.now,
  };
}
