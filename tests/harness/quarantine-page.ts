import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { securityHeaders } from '#main/protocols/security-headers.ts';
import { type ExamineDraft, ExamineDraftSchema, type ExamineJob, type JobHeader } from '#shared/contract/quarantine.ts';
import { builtPage } from './built-page.ts';
import { launchChromium } from './launch-chromium.ts';

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
  const folder = builtPage('quarantine');
  const browser = await launchChromium();
  const attempts: string[] = [];
  return {
    browser,
    attempts,
    examine: async (job) => examineInPage(browser, folder, attempts, { mime: '', url: null, encoding: null, companions: [], ...job }),
    close: async () => {
      await browser.close();
    },
  };
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
      return route.fulfill({ headers, body: readFileSync(join(folder, url.pathname)) });
    });
    const answer = await answerOf(page, headerOf(job), bytes);
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

async function answerOf(page: Page, header: JobHeader, bytes: Buffer): Promise<Answer> {
  let settle: (answer: Answer) => void = () => undefined;
  const answered = new Promise<Answer>((resolve, reject) => {
    settle = resolve;
    page.on('crash', () => reject(new Error('the page crashed')));
    page.on('pageerror', reject);
  });
  // Both are there before the page is, or its answer would go nowhere.
  await page.exposeFunction('sendAnswer', (json: string) => settle(JSON.parse(json, revive)));
  await page.exposeFunction('sendPiece', (from: number) => bytes.subarray(from, from + pieceBytes).toString('base64'));
  await page.addInitScript((given) => {
    const pack = (_name: string, value: unknown) => {
      if (!(value instanceof Uint8Array)) return value;
      let text = '';
      for (let at = 0; at < value.length; at += 0x8000) text += String.fromCharCode(...value.subarray(at, at + 0x8000));
      return { base64: btoa(text) };
    };
    const piece = async (from: number) => Uint8Array.from(atob(await Reflect.get(window, 'sendPiece')(from)), (letter) => letter.charCodeAt(0));
    Object.assign(window, {
      quarantine: {
        take: async () => given,
        piece,
        tell: () => undefined,
        answer: (answer: unknown) => Reflect.get(window, 'sendAnswer')(JSON.stringify(answer, pack)),
      },
    });
  }, header);
  await page.goto(`${origin}/index.html`);
  return answered;
}

function revive(_name: string, value: unknown): unknown {
  const base64 = typeof value === 'object' && value !== null ? (value as { base64?: unknown }).base64 : undefined;
  return typeof base64 === 'string' ? new Uint8Array(Buffer.from(base64, 'base64')) : value;
}
