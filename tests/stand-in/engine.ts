import { randomBytes } from 'node:crypto';
import type { Browser } from './chromium.ts';

/** What is true of this one run. The binding's name cannot be guessed by a page that wants to call it. */
const nonce = randomBytes(16).toString('hex');
export const secretNames = { nonce, binding: `__standIn_${nonce}`, world: 'Electron Isolated Context' };

type Manifest = { readonly name?: string; readonly productName?: string; readonly version?: string };
export const application = { folder: process.cwd(), manifest: {} as Manifest };
export const state = { ready: false, quitting: false };

let running: Browser | undefined;

export function setBrowser(browser: Browser): void {
  running = browser;
}

export function currentBrowser(): Browser | undefined {
  return running;
}

export function browser(): Browser {
  if (!running) throw new Error('stand-in: not available before app is ready');
  return running;
}

/** The Node that runs this; `process.execPath` itself names the engine, as it does in Electron. */
export const nodePath = process.execPath;
