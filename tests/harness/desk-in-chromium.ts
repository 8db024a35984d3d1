import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Page, Route } from 'playwright';
import { firstSettings } from '#main/app/settings.ts';
import { type CaseHost, createCaseHost, openCaseHost } from '#main/caseprocess/case-host.ts';
import type { Surroundings } from '#main/caseprocess/surroundings.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { securityHeaders } from '#main/protocols/security-headers.ts';
import { serveEvidence } from '#main/protocols/serve-evidence.ts';
import { viewerPartOf } from '#shared/contract/case-process.ts';
import type { ShellAnswer, ShellRequest } from '#shared/contract/contract.ts';
import { ChosenSettingsSchema, type ShownSettings } from '#shared/contract/settings.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { builtPage } from './built-page.ts';
import { launchChromium } from './launch-chromium.ts';
import { openQuarantineLab, type QuarantineLab } from './quarantine-page.ts';
import { countingFacts, samplePassphrase } from './stored-case.ts';

const origin = 'https://desk.invalid';
const types: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

export type DeskLab = {
  readonly host: CaseHost;
  /** Addresses that anything tried to reach outside the desk's own files. */
  readonly attempts: string[];
  /** What the page asked of the shell, in order. */
  readonly shellAsked: ShellRequest[];
  /** Violations of the content security policy and uncaught errors, in the words of the browser. */
  readonly complaints: string[];
  readonly openPage: (options?: {
    readonly width?: number;
    readonly height?: number;
    readonly dark?: boolean;
    readonly forcedColors?: boolean;
  }) => Promise<Page>;
  /** What the next *choose files* gives: paths the shell would keep behind tickets. */
  readonly willChoose: (paths: readonly string[]) => void;
  /** From now on what the desk asks of the case is refused for this, or answered again with null. */
  readonly refuse: (problem: Problem | null) => void;
  /** As the shell's menu would. */
  readonly sendMenu: (page: Page, action: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** `fill` writes the case beforehand, in place of an empty one. The real built desk in Chromium over a real encrypted case in this process; only the way between them differs from Electron. */
export async function openDeskLab(fill?: (caseFolder: string) => Promise<void>): Promise<DeskLab> {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-desk-'));
  const pages = builtPage('desk');
  const quarantine = await openQuarantineLab();
  const caseFolder = join(folder, 'Test.case');
  await fill?.(caseFolder);
  const host = await (fill ? filledCase(caseFolder, quarantine) : newCase(caseFolder, quarantine));
  const browser = await launchChromium();
  const attempts: string[] = [];
  const shellAsked: ShellRequest[] = [];
  const complaints: string[] = [];
  let chosen: readonly string[] = [];
  let refusal: Problem | null = null;
  let chosenSettings: ShownSettings = { ...ChosenSettingsSchema.strip().parse(firstSettings), remembered: 0, canProtectContent: false, spoken: 'en' };
  const answerShell = (request: ShellRequest): Reply<ShellAnswer> => {
    shellAsked.push(request);
    if (request.ask === 'state') return done({ kind: 'state', settings: chosenSettings, demonstrationEngine: false, version: '0.0.0', firstLook: false });
    if (request.ask === 'change-settings') {
      chosenSettings = { ...chosenSettings, ...request.change };
      chosenSettings = { ...chosenSettings, spoken: chosenSettings.language === 'system' ? 'en' : chosenSettings.language };
    }
    if (request.ask === 'change-settings' || request.ask === 'forget-cases') return done({ kind: 'settings', settings: chosenSettings });
    if (request.ask !== 'choose-files') return done({ kind: 'done' });
    return done({ kind: 'tickets', tickets: chosen.map((path) => ({ ticket: path, name: path.split('/').at(-1) ?? path })) });
  };
  return {
    host,
    attempts,
    shellAsked,
    complaints,
    willChoose: (paths) => {
      chosen = paths;
    },
    refuse: (problem) => {
      refusal = problem;
    },
    openPage: async ({ width = 1440, height = 900, dark = false, forcedColors = false } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        forcedColors: forcedColors ? 'active' : 'none',
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await context.route('**/*', (route) => serve(route, pages, host, attempts));
      await page.exposeFunction('deskLabCall', async (text: string) => {
        const { kind, name, input } = JSON.parse(text, reviveBytes) as { kind: 'command' | 'query' | 'shell'; name: string; input: unknown };
        if (kind === 'shell') return JSON.stringify(answerShell(input as ShellRequest));
        return JSON.stringify(refusal === null ? await host.dispatch(kind, name, redeemed(input)) : refused(refusal));
      });
      await page.addInitScript(exposeDesk);
      const stop = host.onEvent((event) => void tell(page, event));
      page.on('close', stop);
      await page.goto(`${origin}/index.html`);
      await page.getByRole('navigation').waitFor();
      return page;
    },
    sendMenu: (page, action) => tell(page, { type: 'menu', action }),
    close: async () => {
      await browser.close();
      await quarantine.close();
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const surroundings = (quarantine: QuarantineLab): Surroundings => ({
  facts: countingFacts(),
  quarantine: { examine: async (job) => done(await quarantine.examine(job)) },
  reportBug: ({ reference, name, frames }) => console.error(`bug ${reference}: ${name}\n${frames.join('\n')}`),
  kdf: leastKdfCost,
});

async function filledCase(folder: string, quarantine: QuarantineLab): Promise<CaseHost> {
  const opened = await openCaseHost(folder, { passphrase: samplePassphrase }, surroundings(quarantine));
  if (!opened.ok) throw new Error(`the case could not be opened: ${opened.problem.kind}`);
  return opened.value;
}

async function newCase(folder: string, quarantine: QuarantineLab): Promise<CaseHost> {
  const wishes = {
    title: 'Two soldiers in Kursk',
    purpose: 'Who were they, and who says so?',
    handling: 'TLP:AMBER',
    analyst: 'A. Analyst',
    passphrase: samplePassphrase,
  };
  const made = await createCaseHost(folder, wishes, surroundings(quarantine));
  if (!made.ok) throw new Error(`the case could not be made: ${made.problem.kind}`);
  return made.value.host;
}

/** The shell puts a path in place of a ticket that its own dialog gave out; here the ticket is the path. */
function redeemed(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !('files' in input) || !Array.isArray(input.files)) return input;
  const files = input.files.map((file: { readonly from: string; readonly ticket?: string }) =>
    file.from === 'ticket' ? { from: 'path', path: file.ticket } : file,
  );
  return { ...input, files };
}

async function serve(route: Route, pages: string, host: CaseHost, attempts: string[]): Promise<void> {
  const url = new URL(route.request().url());
  if (url.origin !== origin) {
    attempts.push(url.href);
    return route.abort();
  }
  const [, id, partName] = /^\/evidence\/([0-9a-f-]{36})\/([a-z]+(?:\/\d+)?)$/.exec(url.pathname) ?? [];
  const part = viewerPartOf(partName);
  if (id !== undefined && part !== null) {
    const request = new Request(url, { headers: await route.request().allHeaders() });
    const answer = await serveEvidence(request, { evidenceId: id, part }, host.readForViewer);
    const headers = Object.fromEntries(answer.headers);
    return route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) });
  }
  try {
    const body = readFileSync(join(pages, url.pathname));
    return await route.fulfill({ body, contentType: types[extname(url.pathname)] ?? 'application/octet-stream', headers: securityHeaders({ page: 'desk' }) });
  } catch {
    return route.fulfill({ status: 404, headers: securityHeaders({ page: 'desk' }) });
  }
}

function tell(page: Page, event: unknown): Promise<void> {
  return page.isClosed()
    ? Promise.resolve()
    : page.evaluate((told) => (window as unknown as { deskLabTell: (event: unknown) => void }).deskLabTell(told), event).catch(() => undefined);
}

function reviveBytes(_key: string, value: unknown): unknown {
  const held = typeof value === 'object' && value !== null && 'bytesHex' in value ? value.bytesHex : null;
  return typeof held === 'string' ? new Uint8Array(Buffer.from(held, 'hex')) : value;
}

/** Runs in the page before its own scripts, as a preload does. */
function exposeDesk(): void {
  const call = (window as unknown as { deskLabCall: (text: string) => Promise<string> }).deskLabCall;
  const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const ask = async (kind: string, name: string, input: unknown) => {
    const text = JSON.stringify({ kind, name, input }, (_key, value) => (value instanceof Uint8Array ? { bytesHex: hex(value) } : value));
    return JSON.parse(await call(text));
  };
  const listeners = new Set<(event: unknown) => void>();
  Object.defineProperty(window, 'deskLabTell', {
    value: (event: unknown) => {
      for (const listener of listeners) listener(event);
    },
  });
  const desk = {
    command: (name: string, input: unknown) => ask('command', name, input),
    query: (name: string, input: unknown) => ask('query', name, input),
    shell: (request: unknown) => ask('shell', '', request),
    onEvent: (listener: (event: unknown) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  Object.defineProperty(window, 'desk', { value: Object.freeze(desk) });
}
