import type { BrowserWindow } from 'electron';
import type { Page } from '#shared/contract/page-origins.ts';
import { openSecureWindow, type SecureWindow } from '../windows/secure-window.electron.ts';

/** The windows that are open, by page, and which web contents the shell gave to which page: what the gate trusts. */
export class OpenWindows {
  readonly pages = new Map<number, Page>();
  #noneIsLeft: () => void = () => undefined;
  #protected = true;
  readonly #windows = new Map<Page, BrowserWindow>();
  readonly #ready = new WeakSet<BrowserWindow>();

  open(wanted: SecureWindow): BrowserWindow {
    const window = this.prepare({ ...wanted, hidden: false });
    this.#windows.set(wanted.page, window);
    return window;
  }

  /** A window that loads its page without being shown; it is no open one before {@link present}. */
  prepare(wanted: SecureWindow): BrowserWindow {
    const window = openSecureWindow({ hidden: true, ...wanted });
    window.setContentProtection(this.#protected);
    const contentsId = window.webContents.id;
    this.pages.set(contentsId, wanted.page);
    if (wanted.hidden !== false) window.once('ready-to-show', () => this.#ready.add(window));
    window.once('closed', () => {
      this.pages.delete(contentsId);
      if (this.#windows.get(wanted.page) === window) this.#windows.delete(wanted.page);
      if (this.front() === null) this.#noneIsLeft();
    });
    return window;
  }

  /** Shows a prepared window, at once or when it has something to show. */
  present(page: Page, window: BrowserWindow): void {
    this.#windows.set(page, window);
    window.setContentProtection(this.#protected);
    if (this.#ready.has(window)) window.show();
    else window.once('ready-to-show', () => window.show());
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
