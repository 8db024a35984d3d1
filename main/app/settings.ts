import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clipboardSeconds, lockMinutes, panicKeys, shieldedKinds } from '#shared/contract/setting-choices.ts';
import { type ChosenSettings, ChosenSettingsSchema } from '#shared/contract/settings.ts';

/**
 * What the shell keeps on this computer, in plain JSON that only its user may read. No name of a case is in it, except of the
 * cases that the analyst asked to have remembered: a list of cases says what somebody works on.
 */
export type Settings = ChosenSettings & {
  readonly window: { readonly width: number; readonly height: number };
  readonly rememberedCases: readonly string[];
};

export const firstSettings: Settings = {
  theme: 'system',
  contrast: 'system',
  motion: 'system',
  density: 'compact',
  textSize: 100,
  language: 'system',
  shortcuts: {},
  lockAfterMinutes: lockMinutes.first,
  lockWithScreen: true,
  panicKey: panicKeys[0],
  endWithLock: false,
  clipboardSeconds: clipboardSeconds.first,
  contentProtection: true,
  mayRemember: true,
  namesByRole: false,
  shielded: shieldedKinds,
  window: { width: 1360, height: 860 },
  rememberedCases: [],
};

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

/** Field by field, so that one that is damaged does not take the others back to the first day. */
export function settingsFrom(found: unknown): Settings {
  const fields = fieldsOf(found);
  const window = fieldsOf(fields['window']);
  const cases = fields['rememberedCases'];
  return {
    ...chosenFrom(fields),
    window: {
      width: between(window['width'], 900, 10_000, firstSettings.window.width),
      height: between(window['height'], 600, 10_000, firstSettings.window.height),
    },
    rememberedCases: Array.isArray(cases) ? cases.filter((path) => typeof path === 'string' && path !== '').slice(0, 50) : [],
  };
}

function chosenFrom(fields: Fields): ChosenSettings {
  const { shape } = ChosenSettingsSchema;
  const first = ChosenSettingsSchema.strip().parse(firstSettings);
  const good = Object.entries(shape).flatMap(([name, schema]) => {
    const read = schema.safeParse(fields[name]);
    return read.success ? [[name, read.data] as const] : [];
  });
  return ChosenSettingsSchema.parse({ ...first, ...Object.fromEntries(good) });
}

type Fields = { readonly [name: string]: unknown };
const fieldsOf = (found: unknown): Fields => (typeof found === 'object' && found !== null ? { ...found } : {});

function between(found: unknown, least: number, most: number, otherwise: number): number {
  return typeof found === 'number' && Number.isInteger(found) && found >= least && found <= most ? found : otherwise;
}
