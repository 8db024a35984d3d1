import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Specs that drive a browser may meet a machine that stands still for a while. What passed at the second try only is named at the end of npm test.
const retry = process.env['CI'] ? 1 : 0;

export default defineConfig({
  test: {
    // Much of the time is spent waiting for browsers and disks: a worker for every core, none kept free.
    maxWorkers: availableParallelism(),
    projects: [
      { test: { name: 'unit', include: ['tests/{architecture,unit,component,vectors}/**/*.test.{ts,tsx}'], testTimeout: 90_000, hookTimeout: 90_000, retry } },
      { test: { name: 'faults', include: ['tests/faults/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 60_000 } },
    ],
  },
});
