import { defineConfig } from '@playwright/test';
import { chooseEngine } from './tests/engine/find-engine.mjs';

chooseEngine();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  // Pictures and page copies in a trace make a window of the stand-in hang on a loaded machine; actions and console are kept.
  use: { trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false } },
});
