import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Specs that drive a browser may meet a machine that stands still for a while. What passed at the second try only is named at the end of npm test.
const retry = process.env['CI'] ? 1 : 0;

/** What takes minutes begins first, so that no single file is waited for at the end. */
class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => /large-case|every-view/.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/**
 * Deriving a key costs a third of a second at the least cost, and tests open the same cases again and again: each key is derived once in
 * each process of the runner, of which there is one for each worker. The tests of the derivation itself, and of what it costs, have the bare one.
 */
const remembered = join(import.meta.dirname, 'tests', 'harness', 'remembered-argon2id.ts');
const rememberKeys = {
  name: 'remember-keys',
  enforce: 'pre' as const,
  resolveId: (source: string, importer: string | undefined) =>
    source.endsWith('/argon2id.ts') && importer !== undefined && importer !== remembered && !/tests[\\/](unit[\\/]main[\\/]crypto|vectors)[\\/]/.test(importer)
      ? remembered
      : undefined,
};

const units = { testTimeout: 90_000, hookTimeout: 90_000, retry };
/** They break the engine they run in. Others share one with all files of their worker: to load the program anew for each took a quarter of the time. */
const breakingTheEngine = ['tests/unit/main/{crypto/self-test,casestore/self-test-refusal}.test.ts'];

export default defineConfig({
  test: {
    // Much of the time is spent waiting for browsers and disks: a worker for every core, none kept free.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongOnesFirst },
    projects: [
      {
        plugins: [rememberKeys],
        test: {
          name: 'unit',
          include: ['tests/{architecture,unit,component,vectors}/**/*.test.{ts,tsx}'],
          exclude: breakingTheEngine,
          isolate: false,
          ...units,
        },
      },
      { test: { name: 'broken-engine', include: breakingTheEngine, ...units } },
      { test: { name: 'faults', include: ['tests/faults/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 60_000 } },
    ],
  },
});
