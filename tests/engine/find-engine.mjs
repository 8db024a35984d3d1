import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const electronFolder = join(root, 'node_modules', 'electron');
export const standInFolder = join(root, 'tests', 'stand-in');

/** Whether the real Electron's binary is on this machine; the npm package writes path.txt when it has fetched it. */
export function realElectronIsHere() {
  const pathFile = join(electronFolder, 'path.txt');
  return existsSync(pathFile) && existsSync(join(electronFolder, 'dist', readFileSync(pathFile, 'utf8').trim()));
}

/**
 * Decides which engine runs, and sets what the `electron` package and Playwright obey. Answers 'electron' or 'stand-in'.
 * REQUIRE_ELECTRON forbids the stand-in: a run that claims to be on the real engine must never fall back.
 */
export function chooseEngine() {
  if (process.env.REQUIRE_ELECTRON) {
    if (!realElectronIsHere())
      throw new Error('REQUIRE_ELECTRON is set, but Electron is not installed. Run `npx install-electron` where its release server can be reached.');
    delete process.env.ELECTRON_OVERRIDE_DIST_PATH;
    return 'electron';
  }
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return process.env.ELECTRON_OVERRIDE_DIST_PATH === standInFolder ? 'stand-in' : 'electron';
  if (realElectronIsHere()) return 'electron';
  process.env.ELECTRON_OVERRIDE_DIST_PATH = standInFolder;
  return 'stand-in';
}
