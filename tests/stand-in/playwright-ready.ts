import { browser } from './engine.ts';

const limitMs = 10_000;
const prepared = new Set<string>();
const waiting = new Map<string, () => void>();
let listening = false;

/**
 * Under Playwright a window's first navigation waits until Playwright has made its own world in the empty page. Otherwise a loaded
 * machine lets the page run ahead, and Playwright then waits for ever for a world it has missed. Must be called before Runtime.enable.
 */
export function playwrightReady(sessionId: string): Promise<void> {
  if (!('__playwright_run' in globalThis)) return Promise.resolve();
  listen();
  return new Promise((resolve) => {
    if (prepared.has(sessionId)) return resolve();
    waiting.set(sessionId, resolve);
    setTimeout(resolve, limitMs).unref();
  });
}

function listen(): void {
  if (listening) return;
  listening = true;
  browser().cdp.on('Runtime.executionContextCreated', ({ context }, sessionId) => {
    if (!context.name.startsWith('__playwright_utility_world')) return;
    prepared.add(sessionId);
    const go = waiting.get(sessionId);
    waiting.delete(sessionId);
    if (go) setTimeout(go, 50); // the rest of its preparations were sent in the same breath
  });
}
