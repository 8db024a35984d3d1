import { readSettings, type Settings, writeSettings } from './settings.ts';

/** The settings in use, written whenever they change. */
export class SettingsBook {
  readonly #folder: string;
  #now: Settings;

  constructor(folder: string) {
    this.#folder = folder;
    this.#now = readSettings(folder);
  }

  get now(): Settings {
    return this.#now;
  }

  change(part: Partial<Settings>): void {
    this.#now = { ...this.#now, ...part };
    writeSettings(this.#folder, this.#now);
  }

  /** Puts a case folder first in the list. Called only when the analyst asked for it. */
  rememberCase(folder: string): void {
    if (!this.#now.mayRemember) return;
    this.change({ rememberedCases: [folder, ...this.#now.rememberedCases.filter((known) => known !== folder)].slice(0, 50) });
  }

  forgetCases(): void {
    this.change({ rememberedCases: [] });
  }

  forgetCase(folder: string): void {
    this.change({ rememberedCases: this.#now.rememberedCases.filter((known) => known !== folder) });
  }
}
