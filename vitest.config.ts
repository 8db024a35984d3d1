import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Much of the time is spent waiting for browsers and disks: a worker for every core, none kept free.
    maxWorkers: availableParallelism(),
    projects: [
      { test: { name: 'unit', include: ['tests/{architecture,unit,component,vectors}/**/*.test.{ts,tsx}'], testTimeout: 90_000, hookTimeout: 90_000 } },
      { test: { name: 'faults', include: ['tests/faults/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 60_000 } },
    ],
  },
});
