import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How to start the engine with our app in it. */
export type Engine = { readonly executable: string; readonly appFolder: string };

/**
 * The engine that the `electron` package has on this machine, or the one that `ELECTRON_OVERRIDE_DIST_PATH` names as the package
 * itself reads it, or the program we are already in. Never asks the package for its path: that would download. Null when there is none.
 */
export function findEngine(env: NodeJS.ProcessEnv): Engine | null {
  const appFolder = findAppFolder();
  if (appFolder === null) return null;
  if (process.versions['electron'] !== undefined && env['ELECTRON_RUN_AS_NODE'] === undefined) return { executable: process.execPath, appFolder };
  const installed = installedElectron();
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const executable = override ? join(override, installed?.name ?? 'electron') : installed && join(installed.folder, 'dist', installed.name);
  return executable && existsSync(executable) ? { executable, appFolder } : null;
}

/** `path.txt` is what the package's installer writes after a download: the executable's name inside `dist`. */
function installedElectron(): { readonly folder: string; readonly name: string } | null {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
    return { folder, name: readFileSync(join(folder, 'path.txt'), 'utf8').trim() };
  } catch {
    return null;
  }
}

/** The folder of the app's own package.json above this file; the one beside the bundles has no name. */
function findAppFolder(): string | null {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: unknown }).name === 'corroborate') return folder;
    const above = dirname(folder);
    if (above === folder) return null;
    folder = above;
  }
}
