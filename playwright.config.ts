import { defineConfig } from '@playwright/test';
import { chooseEngine } from './tests/engine/find-engine.mjs';

chooseEngine();

/** They measure time, or look at every process, the clipboard, or what lies on the disk. */
const alone = /[\\/](canary|engine-leftovers|large-case|leaks|lock|memory|security|settings)\.spec\.ts$/;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  timeout: 180_000, // for slow machines; nothing waits for it in vain
  expect: { timeout: 30_000 },
  workers: 1,
  // npm test gives the first project a worker for each of two cores, and the second none beside it.
  projects: [
    { name: 'together', testIgnore: alone },
    { name: 'alone', testMatch: alone },
  ],
  retries: process.env['CI'] ? 1 : 0, // named at the end of npm test
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: process.env['END_TO_END_REPORT'] ?? 'test-results/playwright.json' }]],
  // A trace costs time and space; ask for one with --trace on.
  use: { trace: 'off', screenshot: 'only-on-failure' },
});
