// npm test: everything, in order, stopping at the first red. The last line is the sum of what the two test runners counted.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

process.chdir(join(import.meta.dirname, '..'));
const bin = (name) => join('node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const vitestReports = ['unit', 'broken-engine', 'faults'].map((project) => ({ project, file: `test-results/vitest-${project}.json` }));
const playwrightReports = [
  { project: 'together', workers: Math.min(2, availableParallelism()) },
  { project: 'alone', workers: 1 },
].map((each) => ({ ...each, file: `test-results/playwright-${each.project}.json` }));
const steps = [
  ['build', process.execPath, ['build.mjs', '--complete']],
  ...['shared', 'main', 'renderer', 'tests'].map((room) => [`types of ${room}`, bin('tsc'), ['-p', room]]),
  ['lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ...vitestReports.map(({ project, file }) => [
    `${project} tests`,
    bin('vitest'),
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  ]),
  ...playwrightReports.map(({ project, workers, file }) => [
    `end to end, ${project}`,
    bin('playwright'),
    ['test', '--project', project, '--workers', `${workers}`],
    { END_TO_END_REPORT: file },
  ]),
];

rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });
const none = { passed: 0, failed: 0, skipped: 0, again: [] };
let red = 0;
for (const [name, command, args, env] of steps) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const code = await run(command, args, env);
  console.log(`── ${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
  if (code === 0) continue;
  console.log(`\n${name}: failed (exit ${code})`);
  red = 1;
  break;
}
const { passed, failed, skipped, again } = sum([
  ...vitestReports.map(({ file }) => fromVitest(file)),
  ...playwrightReports.map(({ file }) => fromPlaywright(file)),
]);
for (const name of again) console.log(`\npassed at the second try only, which is a fault to look for: ${name}`);
if (skipped > 0) console.log(`\n${skipped} tests were skipped; a skipped test counts as failed`);
const failures = Math.max(failed + skipped, red); // a red step without tests is a failure too
console.log(`${passed} passed, ${failures} failed`);
process.exitCode = failures > 0 ? 1 : 0;

function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env }, shell: process.platform === 'win32' });
    child.on('error', (error) => {
      console.log(error.message);
      resolve(127);
    });
    child.on('exit', (code, signal) => resolve(code ?? signal));
  });
}

function fromVitest(file) {
  if (!existsSync(file)) return none;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites, testResults } = JSON.parse(readFileSync(file, 'utf8'));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    passed: numPassedTests,
    // A file that cannot be loaded has no failed test, only a failed suite.
    failed: numFailedTests > 0 ? numFailedTests : numFailedTestSuites,
    skipped: numPendingTests + numTodoTests,
    again: tests.filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0).map(({ fullName }) => fullName),
  };
}

function fromPlaywright(file) {
  if (!existsSync(file)) return none;
  const { stats, errors, suites } = JSON.parse(readFileSync(file, 'utf8'));
  const specs = suites.flatMap(specsOf);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    again: specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ title }) => title),
  };
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

function sum(counts) {
  const total = (field) => counts.reduce((all, each) => all + each[field], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped'), again: counts.flatMap(({ again }) => again) };
}
