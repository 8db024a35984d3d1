import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { switches } from './command-line.ts';
import { application } from './engine.ts';

const moved = new Map<string, string>();

export function appName(): string {
  return application.manifest.productName ?? application.manifest.name ?? 'Electron';
}

export function setAppPath(name: string, path: string): void {
  moved.set(name, path);
}

export function appPath(name: string): string {
  const path = moved.get(name) ?? usualPath(name);
  if (path === undefined) throw new Error(`Failed to get '${name}' path`);
  return path;
}

function usualPath(name: string): string | undefined {
  const home = homedir();
  const places: { readonly [name: string]: () => string } = {
    home: () => home,
    appData: configFolder,
    userData: () => switches.get('user-data-dir') || join(configFolder(), appName()),
    sessionData: () => appPath('userData'),
    logs: () => join(appPath('userData'), 'logs'),
    crashDumps: () => join(appPath('userData'), 'Crashpad'),
    temp: tmpdir,
    exe: () => process.execPath,
    module: () => process.execPath,
    desktop: () => join(home, 'Desktop'),
    documents: () => join(home, 'Documents'),
    downloads: () => join(home, 'Downloads'),
    pictures: () => join(home, 'Pictures'),
  };
  return places[name]?.();
}

function configFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support');
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData/Roaming');
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
}
