import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { securityHeaders } from '#main/protocols/security-headers.ts';
import { type ExamineDraft, ExamineDraftSchema, type ExamineJob, type JobHeader } from '#shared/contract/quarantine.ts';
import { findChromium } from '#tests/stand-in/chromium-places.ts';

const root = join(import.meta.dirname, '..', '..');
const origin = 'https://quarantine.invalid';
const pieceBytes = 8 * 1024 * 1024;
const types: { readonly [extension: string]: string } = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

/** The real quarantine page, built and served with its real headers in a browser of its own; every other request is refused and counted. */
export type QuarantineLab = {
  readonly browser: Browser;
  /** Addresses that anything tried to reach outside the page's own files. */
  readonly attempts: string[];
  readonly examine: (job: Partial<ExamineJob> & Pick<ExamineJob, 'format' | 'bytes'>) => Promise<ExamineDraft>;
  readonly close: () => Promise<void>;
};

export async function openQuarantineLab(): Promise<QuarantineLab> {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-quarantine-'));
  await build({
    root: join(root, 'renderer/quarantine'),
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
  const browser = await launchChromium();
  const attempts: string[] = [];
  return {
    browser,
    attempts,
    examine: async (job) => examineInPage(browser, folder, attempts, { mime: '', url: null, encoding: null, companions: [], ...job }),
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function launchChromium(): Promise<Browser> {
  const found = findChromium();
  return chromium.launch({
    executablePath: found.path,
    env: { ...(process.env as Record<string, string>), ...found.env },
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
}

async function examineInPage(browser: Browser, folder: string, attempts: string[], job: ExamineJob): Promise<ExamineDraft> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const bytes = Buffer.concat([job.bytes, ...job.companions.map((companion) => companion.bytes)]);
    await context.route('**/*', async (route) => {
      const url = new URL(route.request().url());
      if (url.origin !== origin) {
        attempts.push(url.href);
        return route.abort();
      }
      const headers = { ...securityHeaders({ page: 'quarantine' }), 'Content-Type': types[extname(url.pathname)] ?? 'application/octet-stream' };
      const from = Number(url.searchParams.get('from'));
      const body = url.pathname === '/job/bytes' ? bytes.subarray(from, from + pieceBytes) : readFileSync(join(folder, url.pathname));
      return route.fulfill({ headers, body });
    });
    const answer = await answerOf(page, headerOf(job));
    if (!answer.ok) throw new Error(`the page answered ${answer.reason}`);
    return ExamineDraftSchema.parse(answer.draft);
  } finally {
    await context.close();
  }
}

function headerOf({ bytes, companions, ...rest }: ExamineJob): JobHeader {
  return { ...rest, length: bytes.length, companions: companions.map((one) => ({ path: one.path, length: one.bytes.length })), pieceBytes };
}

type Answer = { readonly ok: true; readonly draft: unknown } | { readonly ok: false; readonly reason: string };

async function answerOf(page: Page, header: JobHeader): Promise<Answer> {
  const answered = new Promise<Answer>((resolve, reject) => {
    page.on('crash', () => reject(new Error('the page crashed')));
    void page.exposeFunction('sendAnswer', (json: string) => resolve(JSON.parse(json, revive)));
  });
  await page.addInitScript((given) => {
    const pack = (_name: string, value: unknown) => {
      if (!(value instanceof Uint8Array)) return value;
      let text = '';
      for (let at = 0; at < value.length; at += 0x8000) text += String.fromCharCode(...value.subarray(at, at + 0x8000));
      return { base64: btoa(text) };
    };
    Object.assign(window, {
      quarantine: { take: async () => given, answer: (answer: unknown) => Reflect.get(window, 'sendAnswer')(JSON.stringify(answer, pack)) },
    });
  }, header);
  await page.goto(`${origin}/index.html`);
  return answered;
}

function revive(_name: string, value: unknown): unknown {
  const base64 = typeof value === 'object' && value !== null ? (value as { base64?: unknown }).base64 : undefined;
  return typeof base64 === 'string' ? new Uint8Array(Buffer.from(base64, 'base64')) : value;
}
