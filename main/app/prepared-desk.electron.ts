import type { BrowserWindow } from 'electron';
import type { OpenWindows } from './open-windows.electron.ts';
import { places } from './places.electron.ts';
import type { SettingsBook } from './settings-book.ts';

/**
 * The desk's window, made while the key of a case is asked for: its page loads then, hidden and without a port, so that entering a case only
 * has to show it. It knows no case before, and is given up when another case is started or none is opened.
 */
export class PreparedDesk {
  readonly #windows: OpenWindows;
  readonly #settings: SettingsBook;
  #window: BrowserWindow | null = null;
  #made: 'any case' | 'first look' = 'any case';
  #asks = false;

  constructor(windows: OpenWindows, settings: SettingsBook) {
    this.#windows = windows;
    this.#settings = settings;
  }

  /** Makes it unless it is there. A page that was told it is somebody's first look greets nobody else, so for and after that it is made anew. */
  prepare(wanted: 'any case' | 'first look'): void {
    if (this.#window !== null && wanted === 'any case' && this.#made === wanted) return;
    this.discard();
    this.#made = wanted;
    const { width, height } = this.#settings.now.window;
    const window = this.#windows.prepare({ page: 'desk', preload: places.deskPreload, width, height, minWidth: 900, minHeight: 600 });
    window.webContents.once('render-process-gone', () => this.#window === window && this.discard());
    this.#window = window;
  }

  /** The page asked for its port, which it is given when somebody enters. */
  asksForPort(): void {
    this.#asks = this.#window !== null;
  }

  /** The window to enter with, on the screen from now on, and whether its page waits for its port. */
  enter(): { readonly window: BrowserWindow; readonly asks: boolean } {
    if (this.#window?.isDestroyed()) this.discard();
    if (this.#window === null) this.prepare('any case');
    const window = this.#window as BrowserWindow;
    const asks = this.#asks;
    this.#window = null;
    this.#asks = false;
    this.#windows.present('desk', window);
    return { window, asks };
  }

  /** Its page composed words in another language. */
  composeAnew(): void {
    const made = this.#window === null ? null : this.#made;
    this.discard();
    if (made !== null) this.prepare(made);
  }

  discard(): void {
    const window = this.#window;
    this.#window = null;
    this.#asks = false;
    if (window !== null && !window.isDestroyed()) window.destroy();
  }
}
