import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { Cdp } from './cdp.ts';
import { chromiumFlags } from './chromium-flags.ts';
import { type FoundChromium, findChromium } from './chromium-places.ts';
import { makeProfileFolder, removeProfileFolder } from './profile-folder.ts';

export type Browser = {
  readonly cdp: Cdp;
  /** No window is shown: under test, and where there is no display. */
  readonly headless: boolean;
  readonly openAppWindow: (url: string) => void;
  readonly end: () => Promise<void>;
  readonly endNow: () => void;
};

/** An `--app=` window needs a page from the start; the real one is loaded over the protocol. */
export const markerPage = (name: string): string => `data:text/html,<title>${name}</title>`;
export const firstMarker = markerPage('corroborate-first');

export async function launchChromium(switches: ReadonlyMap<string, string>, headless: boolean): Promise<Browser> {
  const found = findChromium();
  if (!headless && !found.windows) throw new Error('The Chromium that npm carries cannot show windows. Install Chromium or Chrome, or run `npm run demo`.');
  const sandbox = process.getuid?.() !== 0; // Chromium refuses to sandbox what root starts
  const first = await start(found, switches, headless, sandbox);
  if (first !== 'no sandbox') return first;
  console.error('stand-in: this machine does not let Chromium build its sandbox; going on without it (demonstrations and tests only).');
  const second = await start(found, switches, headless, false);
  if (second === 'no sandbox') throw new Error('Chromium did not start.');
  return second;
}

async function start(found: FoundChromium, switches: ReadonlyMap<string, string>, headless: boolean, sandbox: boolean): Promise<Browser | 'no sandbox'> {
  const profile = makeProfileFolder();
  const env = { ...process.env, ...found.env, CHROME_LOG_FILE: '/dev/null' };
  const flags = [...chromiumFlags(profile, switches, sandbox), ...(headless ? ['--headless', '--no-startup-window'] : ['--incognito', `--app=${firstMarker}`])];
  const child = spawn(found.path, flags, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], env });
  const complaints = watchStderr(child);
  const cdp = new Cdp(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const endNow = () => {
    child.kill('SIGKILL');
    removeProfileFolder(profile);
  };
  try {
    await cdp.send('Browser.getVersion');
  } catch {
    endNow();
    const said = complaints().join('\n');
    if (sandbox && /sandbox/i.test(said)) return 'no sandbox';
    throw new Error(`Chromium did not start (${found.path}).\n${said}`);
  }
  return {
    cdp,
    headless,
    endNow,
    end: async () => {
      cdp.send('Browser.close').catch(() => child.kill());
      const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
      await gone;
      clearTimeout(timer);
      removeProfileFolder(profile);
    },
    openAppWindow: (url) => {
      // The running browser hears of this through its profile's process singleton.
      spawn(found.path, [`--user-data-dir=${profile}`, '--incognito', `--app=${url}`, ...(sandbox ? [] : ['--no-sandbox'])], { stdio: 'ignore', env });
    },
  };
}

/** Playwright waits for one line of Chromium's stderr; the rest is kept for the message if the start fails. */
function watchStderr(child: ChildProcess): () => readonly string[] {
  const last: string[] = [];
  child.on('error', (error) => last.push(error.message));
  child.stderr?.on('data', (data: Buffer) => {
    for (const line of data.toString().split('\n')) {
      if (line.startsWith('DevTools listening on')) process.stderr.write(`${line}\n`);
      else if (process.env['CORROBORATE_ENGINE_LOG'] !== undefined && line !== '') process.stderr.write(`${line}\n`);
      if (line.trim() !== '') last.push(line);
      if (last.length > 12) last.shift();
    }
  });
  return () => last;
}
