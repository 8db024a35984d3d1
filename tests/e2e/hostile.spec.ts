import { type Browser, expect, type Page, test } from '@playwright/test';
import { buildSync } from 'esbuild';
import { securityHeaders } from '#main/protocols/security-headers.ts';
import { ownScriptVectors, remoteReferences, scriptVectors } from '#tests/fixtures/material/hostile-vectors.ts';
import { launchChromium } from '#tests/harness/launch-chromium.ts';

/** A saved page in the viewer: what stands between it and the world. Each layer is tried alone, then all together. */
type Layers = { readonly sanitised: boolean; readonly frameAndPolicy: boolean };
type Outcome = { readonly executed: number; readonly requests: readonly string[] };

const desk = 'https://desk.invalid';
const leak = 'leak.invalid';
const framesAtOnce = 120;

// Thousands of frames with markup made to confuse: a trace of them is gigabytes.
test.use({ trace: 'off' });

let browser: Browser;
/** Each payload is sanitised by itself; `perDocument` of the results are then shown in one document. */
let sanitise: (payloads: readonly string[], perDocument: number) => Promise<string[]>;

test.beforeAll(async () => {
  browser = await launchChromium();
  sanitise = await openSanitiser(browser);
});
test.afterAll(() => browser.close());

test('the oracle is sharp: without any layer scripts run and references are fetched', async () => {
  const scripts = await view(ownScriptVectors().slice(0, 240), { sanitised: false, frameAndPolicy: false });
  expect(scripts.executed).toBeGreaterThan(40);
  const references = await view(remoteReferences(leak), { sanitised: false, frameAndPolicy: false });
  expect(references.requests.length).toBeGreaterThan(30);
});

test('no remote reference is fetched: by the sanitiser alone, by frame and policy alone, and by all together', async () => {
  const vectors = remoteReferences(leak);
  expect(vectors.length).toBeGreaterThanOrEqual(60);
  for (const layers of [
    { sanitised: true, frameAndPolicy: false },
    { sanitised: false, frameAndPolicy: true },
    { sanitised: true, frameAndPolicy: true },
  ]) {
    expect(await view(vectors, layers), JSON.stringify(layers)).toEqual({ executed: 0, requests: [] });
  }
});

test('no script runs and nothing is fetched, by the sanitiser alone', async () => {
  test.setTimeout(600_000);
  const vectors = scriptVectors();
  expect(vectors.length).toBeGreaterThanOrEqual(200);
  expect(await view(vectors, { sanitised: true, frameAndPolicy: false })).toEqual({ executed: 0, requests: [] });
});

test('no script runs and nothing is fetched, by all layers together', async () => {
  test.setTimeout(600_000);
  expect(await view(scriptVectors(), { sanitised: true, frameAndPolicy: true })).toEqual({ executed: 0, requests: [] });
});

test('no script of ours runs by frame and policy alone', async () => {
  test.setTimeout(300_000);
  expect(await view(ownScriptVectors(), { sanitised: false, frameAndPolicy: true })).toEqual({ executed: 0, requests: [] });
});

test('what the sanitiser lets through holds no attribute that a browser follows and no element that acts', async () => {
  test.setTimeout(300_000);
  const offences: string[] = [];
  for (const document of await sanitise([...scriptVectors(), ...remoteReferences(leak)], 1)) {
    for (const tag of document.slice(document.indexOf('<body>') + 6).match(/<[a-z](?:"[^"]*"|[^">])*>/gi) ?? []) {
      const names = [...tag.replace(/="[^"]*"/g, '=').matchAll(/\s([^\s=>]+)/g)].map((match) => match[1] ?? '');
      if (acting.test(tag) || names.some((name) => followed.test(name))) offences.push(tag);
    }
  }
  expect(offences).toEqual([]);
});

const acting = /^<(script|style|link|meta|base|iframe|frame|object|embed|svg|math|form|input|button|video|audio|source|track|template|portal|area)\b/i;
const followed = /^(on.*|src|srcset|href|xlink:href|action|formaction|style|background|ping|poster|data|id|name)$/i;

/** The sanitiser as the quarantine runs it, bundled into a page of its own. */
async function openSanitiser(inside: Browser): Promise<typeof sanitise> {
  const entry = `
    import { sanitisePage } from './renderer/quarantine/importers/html/sanitise-page.ts';
    import { buildPageDocument } from './renderer/quarantine/importers/html/page-document.ts';
    window.sanitiseAll = (payloads, perDocument) => {
      const bodies = payloads.map((payload) => sanitisePage(new DOMParser().parseFromString('<!doctype html><body>' + payload, 'text/html')).innerHTML);
      const groups = bodies.flatMap((_, at) => (at % perDocument === 0 ? [bodies.slice(at, at + perDocument)] : []));
      return groups.map((group) => buildPageDocument({ title: payloads[0], language: null, bodyHtml: group.join('\\n') }));
    };`;
  const bundle = buildSync({
    stdin: { contents: entry, resolveDir: `${import.meta.dirname}/../..`, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
  });
  const page = await inside.newPage();
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
  return async (payloads, perDocument) => {
    const clean: string[] = [];
    for (let at = 0; at < payloads.length; at += 500) {
      clean.push(
        ...(await page.evaluate(([some, count]) => Reflect.get(window, 'sanitiseAll')(some, count) as string[], [
          payloads.slice(at, at + 500),
          perDocument,
        ] as const)),
      );
    }
    return clean;
  };
}

/** Shows each payload in a frame of its own, as the desk would, and counts what ran and what was asked for. */
async function view(payloads: readonly string[], layers: Layers): Promise<Outcome> {
  const documents = layers.sanitised ? await sanitise(payloads, payloads.length > 1_000 ? 20 : 1) : payloads;
  const requests = new Set<string>();
  let executed = 0;
  for (let start = 0; start < documents.length; start += framesAtOnce) {
    const context = await browser.newContext();
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      executed += 1;
      void dialog.dismiss().catch(() => undefined);
    });
    await context.route('**/*', async (route) => {
      const url = new URL(route.request().url());
      const document = /^\/evidence\/(\d+)$/.exec(url.pathname)?.[1];
      if (url.origin === desk && url.pathname === '/desk')
        return route.fulfill({ headers: deskHeaders(layers), body: deskPage(start, Math.min(framesAtOnce, documents.length - start), layers) });
      if (url.origin === desk && document !== undefined)
        return route.fulfill({ headers: pageHeaders(layers), body: framed(documents[Number(document)] ?? '', layers) });
      if (/^https?:$/.test(url.protocol)) requests.add(url.href);
      return route.abort();
    });
    await page.goto(`${desk}/desk`, { waitUntil: 'load', timeout: 30_000 }).catch(() => undefined); // a refresh may cut the load short
    await page.waitForTimeout(300);
    executed += await ranIn(page);
    if (!page.url().startsWith(`${desk}/desk`)) requests.add(`top navigation to ${page.url()}`);
    await context.close();
  }
  return { executed, requests: [...requests] };
}

const html = { 'Content-Type': 'text/html; charset=utf-8' };
const deskHeaders = (layers: Layers) => (layers.frameAndPolicy ? { ...securityHeaders({ page: 'desk' }), ...html } : html);
const pageHeaders = (layers: Layers) => (layers.frameAndPolicy ? { ...securityHeaders({ evidence: 'saved-page' }), ...html } : html);

function deskPage(start: number, count: number, { frameAndPolicy }: Layers): string {
  const frames = Array.from(
    { length: count },
    (_, at) => `<iframe ${frameAndPolicy ? 'sandbox=""' : ''} width="30" height="30" src="./evidence/${start + at}"></iframe>`,
  );
  const counter = frameAndPolicy ? '' : '<script>window.ran = new Set(); addEventListener("message", (event) => ran.add(event.data));</script>';
  return `<!doctype html>${counter}${frames.join('')}`;
}

/** Without frame and policy, functions that payloads call tell the desk instead, and every handler and script address is tried. */
function framed(document: string, { frameAndPolicy }: Layers): string {
  if (frameAndPolicy) return document;
  const tell = `<script>alert = confirm = prompt = print = () => parent.postMessage(location.pathname, '*');</script>`;
  const trigger = `<script>addEventListener('load', () => document.querySelectorAll('*').forEach((element) => {
    for (const { name } of [...element.attributes]) if (/^on/i.test(name)) element.dispatchEvent(new Event(name.slice(2)));
    if (element.matches('a[href]') && /^\\s*j\\s*a\\s*v\\s*a/i.test(element.getAttribute('href'))) element.click();
  }));</script>`;
  // A sanitised document carries a policy of its own, which is another layer than the one tried here.
  return tell + document.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '') + trigger;
}

async function ranIn(page: Page): Promise<number> {
  return page.evaluate(() => (Reflect.get(window, 'ran') as Set<string> | undefined)?.size ?? 0).catch(() => 0);
}
