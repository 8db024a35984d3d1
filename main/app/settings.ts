import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the shell keeps on this computer, in plain JSON that only its user may read. No name of a case is in it, except of the
 * cases that the analyst asked to have remembered: a list of cases says what somebody works on.
 */
export type Settings = {
  readonly theme: 'light' | 'dark' | 'system';
  readonly window: { readonly width: number; readonly height: number };
  /** Minutes without a key or the mouse after which the case locks; 1 to 120. */
  readonly lockAfterMinutes: number;
  readonly rememberedCases: readonly string[];
};

export const firstSettings: Settings = { theme: 'system', window: { width: 1360, height: 860 }, lockAfterMinutes: 5, rememberedCases: [] };

const file = (folder: string) => join(folder, 'settings.json');

/** Reads the settings; whatever is missing, damaged or out of bounds is as on the first day. */
export function readSettings(folder: string): Settings {
  try {
    return settingsFrom(JSON.parse(readFileSync(file(folder), 'utf8')));
  } catch {
    return firstSettings;
  }
}

/** Writes the settings whole: beside the old file, then over it. A full or read-only disk leaves the old ones. */
export function writeSettings(folder: string, settings: Settings): boolean {
  const next = `${file(folder)}.next`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    rmSync(next, { force: true });
    writeFileSync(next, `${JSON.stringify(settings, null, 1)}\n`, { mode: 0o600, flag: 'wx' });
    renameSync(next, file(folder));
    return true;
  } catch {
    return false;
  }
}

export function settingsFrom(found: unknown): Settings {
  const fields: { readonly [name: string]: unknown } = typeof found === 'object' && found !== null ? { ...found } : {};
  const window: { readonly [name: string]: unknown } = typeof fields['window'] === 'object' && fields['window'] !== null ? { ...fields['window'] } : {};
  const theme = fields['theme'];
  const cases = fields['rememberedCases'];
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    window: {
      width: between(window['width'], 900, 10_000, firstSettings.window.width),
      height: between(window['height'], 600, 10_000, firstSettings.window.height),
    },
    lockAfterMinutes: between(fields['lockAfterMinutes'], 1, 120, firstSettings.lockAfterMinutes),
    rememberedCases: Array.isArray(cases) ? cases.filter((path) => typeof path === 'string' && path !== '').slice(0, 50) : [],
  };
}

function between(found: unknown, least: number, most: number, otherwise: number): number {
  return typeof found === 'number' && Number.isInteger(found) && found >= least && found <= most ? found : otherwise;
}
