import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { test, windowOf } from '#tests/harness/desk.ts';

export type Facts = { asked: string[]; navigations: string[]; ranges: string[]; gone: string[]; sent: unknown[] };
export const folder = join(import.meta.dirname, '..', 'fixtures', 'engine-app');

export const engineTest = test.extend<{ tiny: ElectronApplication; page: Page }>({
  tiny: async ({ launch }, use) => use(await launch({ app: folder })),
  page: async ({ tiny }, use) => {
    const page = await windowOf(tiny, 'desk');
    await page.getByRole('heading', { name: 'Engine app' }).waitFor();
    await use(page);
  },
});
export const facts = (app: ElectronApplication) => app.evaluate(() => (globalThis as unknown as { facts: Facts }).facts);
