import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ConsoleMessage, type ElectronApplication, expect, type Page } from '@playwright/test';
import { hasEnded, heedLastWords, missingWindow } from './missing-window.ts';
import { outgoingIn } from './net-log.ts';

/**
 * One fixture for either engine: the `electron` package starts the real one, or the stand-in that tests/engine/find-engine.mjs named.
 * What a spec must not do, so that it means the same on both: page.goto, page.route, page.pdf, context.newPage, asserting page.url().
 */
export const engine = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ? 'stand-in' : 'electron';

export type LaunchOptions = {
  /** Folder of the application; ours unless a spec of the engine brings its own. */
  readonly app?: string;
  readonly args?: readonly string[];
  readonly env?: { readonly [name: string]: string };
  /** Settings folder, to start again where an earlier launch ended. */
  readonly userData?: string;
};
export type PageName = 'desk' | 'unlock' | 'quarantine';
export type AxeFinding = { readonly id: string; readonly impact: string | null; readonly help: string; readonly nodes: readonly string[] };

type Watch = { readonly netLog: string; readonly attempts: string; readonly complaints: string[] };
/** `attempts` is matched against "outcome by url" and the lines of the network log, `console` against the errors of all windows. */
export type Expected = { readonly attempts?: readonly RegExp[]; readonly console?: readonly RegExp[] };
export type Seen = { readonly attempts: readonly string[]; readonly complaints: readonly string[] };
type Fixtures = {
  started: { readonly app: ElectronApplication; readonly watch: Watch }[];
  /** What this spec provokes on purpose; any other attempt or console error fails it. One object: Playwright misreads a bare list. */
  expected: Expected;
  /** Shorter forms of `expected`, for a list of one pattern. */
  expectedAttempts: readonly RegExp[];
  expectedConsole: readonly RegExp[];
  scratchPrefix: string;
  /** A private folder (0700), removed afterwards. */
  scratch: string;
  launch: (options?: LaunchOptions) => Promise<ElectronApplication>;
  /** What has been seen in all launches so far; the network log is complete when the application has ended. */
  seen: () => Seen;
  /** Ours, started once for the spec. */
  app: ElectronApplication;
  unlockWindow: Page;
  /** Waits for the desk, which opens when a case has been unlocked. */
  deskWindow: () => Promise<Page>;
  /** Where a spec may make its case; not there yet. */
  caseFolder: string;
};

const root = join(import.meta.dirname, '..', '..');
// Chromium says this of a style attribute in a document that DOMParser made; nothing is applied and nothing is loaded.
const inertDocument = /^Applying inline style violates the following Content Security Policy directive/;

export const test = base.extend<Fixtures>({
  expected: [{}, { option: true }],
  expectedAttempts: [[], { option: true }],
  expectedConsole: [[], { option: true }],

  scratchPrefix: ['corroborate-e2e-', { option: true }],

  scratch: async ({ scratchPrefix }, use) => {
    const folder = mkdtempSync(join(tmpdir(), scratchPrefix));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  started: async ({ scratch: _scratch }, use) => use([]),
  seen: async ({ started }, use) =>
    use(() => ({ attempts: started.flatMap(({ watch }) => attemptsOf(watch)), complaints: started.flatMap(({ watch }) => watch.complaints) })),

  launch: async ({ scratch, started, seen, expected, expectedAttempts, expectedConsole }, use) => {
    await use(async (options = {}) => {
      const number = started.length + 1;
      const watch = { netLog: join(scratch, `net-${number}.json`), attempts: join(scratch, `attempts-${number}`), complaints: [] };
      const app = await start(options, watch, options.userData ?? join(scratch, `settings-${number}`));
      started.push({ app, watch });
      return app;
    });
    for (const { app } of started) await app.close().catch(() => undefined); // a spec may have ended it
    refuseUnannounced(seen(), {
      attempts: [...(expected.attempts ?? []), ...[expectedAttempts].flat()],
      console: [...(expected.console ?? []), ...[expectedConsole].flat()],
    });
  },

  app: async ({ launch }, use) => {
    await use(await launch());
  },
  unlockWindow: async ({ app }, use) => {
    await use(await windowOf(app, 'unlock'));
  },
  deskWindow: async ({ app }, use) => {
    await use(() => windowOf(app, 'desk'));
  },
  caseFolder: async ({ scratch }, use) => {
    await use(join(scratch, 'Example.case'));
  },
});

/** The judgement every spec ends with: throws for whatever was seen and not announced. */
export function refuseUnannounced({ attempts, complaints }: Seen, expected: Expected): void {
  const unannounced = (patterns: readonly RegExp[]) => (text: string) => !patterns.some((pattern) => pattern.test(text));
  expect(attempts.filter(unannounced(expected.attempts ?? [])), 'tried to leave the machine').toEqual([]);
  expect(complaints.filter(unannounced(expected.console ?? [])), 'errors in the windows').toEqual([]);
}

async function start({ app: folder = root, args = [], env = {} }: LaunchOptions, watch: Watch, userData: string): Promise<ElectronApplication> {
  const app = await _electron.launch({
    args: [folder, `--user-data-dir=${userData}`, `--log-net-log=${watch.netLog}`, ...args],
    env: { ...definedEnv(), CORROBORATE_UNDER_TEST: '1', CORROBORATE_ATTEMPTS: watch.attempts, ...env },
    // Real Electron as root has no sandbox; the stand-in decides for itself and must not be told.
    chromiumSandbox: engine === 'stand-in' || process.getuid?.() !== 0,
  });
  heedLastWords(app);
  for (const page of app.windows()) watchPage(page, watch);
  app.on('window', (page) => watchPage(page, watch));
  return app;
}

function watchPage(page: Page, { complaints }: Watch): void {
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error' && !inertDocument.test(message.text())) complaints.push(`console: ${message.text()}`);
  });
}

function attemptsOf({ attempts, netLog }: Watch): string[] {
  const reported = existsSync(attempts) ? readFileSync(attempts, 'utf8').trim().split('\n') : [];
  const told = reported
    .map((line) => JSON.parse(line) as { outcome: string; by: string; url: string })
    .map(({ outcome, by, url }) => `${outcome} ${by} ${url}`);
  return [...told, ...outgoingIn(netLog)];
}

/** The page of a window as far as it is there now: of the desk also before anybody has entered. */
export function pageOf(app: ElectronApplication, name: PageName): Page | undefined {
  // The whole address: an application may show other files of the same host in windows of their own, and those may come first.
  const address = new RegExp(`^(app://${name}|https://${name}\\.app\\.stand-in\\.invalid)/(index\\.html)?([?#]|$)`);
  return app.windows().find((each) => !each.isClosed() && address.test(each.url()));
}

/**
 * The desk's page is loaded while the key is asked for, hidden, and answers nothing before somebody enters: our own page is there for a spec when the
 * case has answered it. Pages of other applications are there at once.
 */
async function isEntered(page: Page, patienceMs: number): Promise<boolean> {
  const answered = page.evaluate(async () => {
    const { desk } = window as { readonly desk?: { readonly query?: (name: string, input: object) => Promise<unknown> } };
    await desk?.query?.('case/overview', {});
    return true;
  });
  const impatient = new Promise<boolean>((resolve) => setTimeout(resolve, Math.max(0, patienceMs), false).unref());
  return Promise.race([answered.catch(() => false), impatient]); // it may be given up for another
}

/** The window of one of our pages, as soon as it has loaded. It may be about:blank at first, in real Electron too. */
export async function windowOf(app: ElectronApplication, name: PageName): Promise<Page> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const page = pageOf(app, name);
    // Whoever enters leaves the unlock page, which is gone a moment later: until then a spec could take it for the next one.
    if (page && (name !== 'desk' || ((await isEntered(page, deadline - Date.now())) && !pageOf(app, 'unlock')))) {
      await page.waitForLoadState('load');
      return page;
    }
    if (Date.now() > deadline || hasEnded(app)) throw await missingWindow(app, name);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Runs axe in the page, without the second page that its Playwright package opens (Electron cannot). Empty when nothing is wrong. */
export async function axeFindings(page: Page, only?: string): Promise<readonly AxeFinding[]> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(`${source}; undefined`);
  return page.evaluate(async (selector) => {
    type Axe = {
      run: (context: unknown, options: object) => Promise<{ violations: { id: string; impact: string | null; help: string; nodes: { html: string }[] }[] }>;
    };
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run(selector ?? document, { resultTypes: ['violations'] });
    return violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.map(({ html }) => html) }));
  }, only);
}

function definedEnv(): { [name: string]: string } {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
