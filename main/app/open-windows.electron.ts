import type { BrowserWindow } from 'electron';
import type { Page } from '#shared/contract/page-origins.ts';
import { openSecureWindow, type SecureWindow } from '../windows/secure-window.electron.ts';

/** The windows that are open, by page, and which web contents the shell gave to which page: what the gate trusts. */
export class OpenWindows {
  readonly pages = new Map<number, Page>();
  #noneIsLeft: () => void = () => undefined;
  #protected = true;
  readonly #windows = new Map<Page, BrowserWindow>();

  open(wanted: SecureWindow): BrowserWindow {
    const window = openSecureWindow(wanted);
    window.setContentProtection(this.#protected);
    const contentsId = window.webContents.id;
    this.pages.set(contentsId, wanted.page);
    this.#windows.set(wanted.page, window);
    window.once('closed', () => {
      this.pages.delete(contentsId);
      if (this.#windows.get(wanted.page) === window) this.#windows.delete(wanted.page);
      if (this.front() === null) this.#noneIsLeft();
    });
    return window;
  }

  get(page: Page): BrowserWindow | null {
    return this.#windows.get(page) ?? null;
  }

  whenNoneIsLeft(then: () => void): void {
    this.#noneIsLeft = then;
  }

  /** Whether windows, open ones and later ones, are kept out of screenshots and recordings. */
  protect(on: boolean): void {
    this.#protected = on;
    for (const window of this.#windows.values()) window.setContentProtection(on);
  }

  /** Whichever window the person has before them. */
  front(): BrowserWindow | null {
    return this.get('desk') ?? this.get('unlock');
  }
}
