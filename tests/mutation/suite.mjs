// What the tests import as `vitest` when they are asked thousands of times in one process: the same matchers, and nothing around them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
  describe.each = (rows) => (name, run) => {
    for (const row of rows) describe(name, () => run(...(Array.isArray(row) ? row : [row])));
  };
  const hook = (kind) => (run) => void here[kind].push(run);
  const hooks = { beforeAll: hook('before'), afterAll: hook('after'), beforeEach: hook('beforeEach'), afterEach: hook('afterEach') };
  return { vitest: { __esModule: true, describe, it, test: it, expect, vi: newVi(mocks), ...hooks }, tests };
}

/** The suites around a test, outermost first. */
const around = (suite) => (suite ? [...around(suite.within), suite] : []);

const lookMs = 400;
/** So many looks in a row at which nothing was done and nothing wanted to be done: what the test waits for does not come. */
const mostIdleLooks = 5;
const idleNs = 40_000_000;

/** A test that does not come to its end. */
export class Late extends Error {}

/** Nanoseconds that the threads of this process have worked or stood in line for a processor, which a busy machine does not make less of. */
function busyNs() {
  const threads = readdirSync('/proc/self/task').map((thread) => {
    try {
      const [worked = 0, waited = 0] = readFileSync(`/proc/self/task/${thread}/schedstat`, 'utf8').split(' ').map(Number);
      return worked + waited;
    } catch {
      return 0; // The thread has ended.
    }
  });
  return threads.reduce((sum, each) => sum + each, 0);
}

/** Rejects after `mostMs`, or when nothing goes on any more where the system tells it. */
function lateness(mostMs) {
  let stop;
  const late = new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new Late('too late')), mostMs);
    let before = existsSync('/proc/self/schedstat') ? busyNs() : null;
    let idle = 0;
    const looking = setInterval(() => {
      if (before === null) return;
      const now = busyNs();
      idle = now - before < idleNs ? idle + 1 : 0;
      before = now;
      if (idle >= mostIdleLooks) reject(new Late('nothing goes on'));
    }, lookMs);
    stop = () => {
      clearTimeout(timer);
      clearInterval(looking);
    };
  });
  return { late, stop };
}

/** Runs one test with the hooks around it; throws what it throws, or when it is late. */
export async function runTest(test, mostMs) {
  const suites = around(test.within);
  const { late, stop } = lateness(mostMs);
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
    stop();
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
