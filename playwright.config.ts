import { defineConfig } from '@playwright/test';
import { chooseEngine } from './tests/engine/find-engine.mjs';

chooseEngine();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  timeout: 180_000, // for slow machines; nothing waits for it in vain
  expect: { timeout: 30_000 },
  workers: 1,
  retries: process.env['CI'] ? 1 : 0, // named at the end of npm test
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  // A trace costs time and space; ask for one with --trace on.
  use: { trace: 'off', screenshot: 'only-on-failure' },
});
