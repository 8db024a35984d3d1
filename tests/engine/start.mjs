// npm start: the window, on Electron if it can be had, else on the stand-in, which says so and shows a banner.
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chooseEngine, realElectronIsHere } from './find-engine.mjs';

const root = join(import.meta.dirname, '..', '..');
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
if (!hasDisplay) {
  console.error('There is no display to open a window on. Run `npm run demo` instead: it builds the demonstration case and its dossier without any window.');
  process.exit(1);
}
if (!realElectronIsHere() && !process.env.ELECTRON_OVERRIDE_DIST_PATH && !fetchElectron() && !process.env.REQUIRE_ELECTRON) {
  console.error(
    'Electron could not be fetched (no access to its release server?). The window opens on the demonstration engine instead, a stand-in for tests: do not store real cases in it.',
  );
}
if (chooseEngine() === 'stand-in') process.env.CORROBORATE_DEMONSTRATION_ENGINE = '1';

const executable = createRequire(import.meta.url)('electron');
const child = spawn(executable, [root, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`The engine did not start: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code) => process.exit(code ?? 1));

/** Electron's own downloader, once, and silent: its failure is told in one sentence above. */
function fetchElectron() {
  console.error('Fetching Electron (once) …');
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], { stdio: 'ignore', timeout: 300_000 });
  return status === 0 && realElectronIsHere();
}
