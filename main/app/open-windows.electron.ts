import type { BrowserWindow } from 'electron';
import type { Page } from '#shared/contract/page-origins.ts';
import { openSecureWindow, type SecureWindow } from '../windows/secure-window.electron.ts';

/** The windows that are open, by page, and which web contents the shell gave to which page: what the gate trusts. */
export class OpenWindows {
  readonly pages = new Map<number, Page>();
  #noneIsLeft: () => void = () => undefined;
  readonly #windows = new Map<Page, BrowserWindow>();

  open(wanted: SecureWindow): BrowserWindow {
    const window = openSecureWindow(wanted);
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

  /** Whichever window the person has before them. */
  front(): BrowserWindow | null {
    return this.get('desk') ?? this.get('unlock');
  }
}
