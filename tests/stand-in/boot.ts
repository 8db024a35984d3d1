import { existsSync, readFileSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import Module, { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { launchChromium } from './chromium.ts';
import { parseArguments, switches, underDebugger } from './command-line.ts';
import { electron } from './electron-module.ts';
import { application, currentBrowser, setBrowser, state } from './engine.ts';
import { followPages } from './page-events.ts';
import { onSessionCreated } from './session.ts';
import { followTargets } from './targets.ts';
import { BrowserWindow } from './window.ts';

// Plays the `electron` executable: the same command line, the same two lines on stderr that Playwright waits for.

const standsInFor = '45.4.1';
const started = parseArguments(process.argv.slice(2));
if (switches.has('version')) {
  console.log(`v${standsInFor} (stand-in)`);
  process.exit(0);
}
if (switches.has('inspect')) inspector.open(Number(switches.get('inspect')) || 0, '127.0.0.1');

process.execPath = resolve(process.argv[1] ?? process.execPath);
process.argv = [process.execPath, ...process.argv.slice(2)];
process.env['CORROBORATE_DEMONSTRATION_ENGINE'] = '1'; // the window shows that no real case belongs here
Object.defineProperty(process.versions, 'electron', { value: standsInFor, enumerable: true });
Object.defineProperty(process.versions, 'chrome', { value: 'stand-in', enumerable: true });
Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: join(import.meta.dirname, 'resources') });

const loader = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };
const load = loader._load;
loader._load = (request, ...rest) => (request === 'electron' || request === 'electron/main' ? electron : load.call(Module, request, ...rest));

process.on('uncaughtException', fail);
process.on('unhandledRejection', (error) => {
  if (!state.quitting) console.error('Unhandled rejection:', error); // a warning, as in Electron
});
process.on('exit', () => currentBrowser()?.endNow());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => (state.ready ? app.quit() : app.exit(1)));

const require = createRequire(join(process.cwd(), 'stand-in.cjs'));
const entry = findEntry(resolve(started.target));
for (const file of started.requires) require(resolve(file));
import(pathToFileURL(entry).href).then(start).catch(fail);

/** Electron becomes ready when the main script has run; it may have asked to leave by then. */
async function start(): Promise<void> {
  if (state.quitting) return;
  const display = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
  const headless = underDebugger() || !display || switches.has('headless');
  switches.delete('headless');
  const browser = await launchChromium(switches, headless);
  setBrowser(browser);
  browser.cdp.onClose(() => {
    for (const window of BrowserWindow.getAllWindows()) window.becomeClosed();
    app.exit(0);
  });
  await followTargets((page) => BrowserWindow.fromWebContents(page)?.becomeClosed());
  followPages();
  onSessionCreated((session) => app.emit('session-created', session));
  app.becomeReady();
}

function findEntry(target: string): string {
  const folder = statSync(target).isDirectory() ? target : dirname(target);
  const manifestFile = join(folder, 'package.json');
  application.folder = folder;
  application.manifest = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {};
  const { main = 'index.js' } = application.manifest as { main?: string };
  return folder === target ? join(folder, main) : target;
}

function fail(error: unknown): void {
  process.off('uncaughtException', fail); // a closed stderr must not bring us back here
  process.stderr.on('error', () => undefined);
  console.error(error);
  app.exit(1);
}
