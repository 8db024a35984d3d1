import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { app } from './app.ts';
import { browser, state } from './engine.ts';
import { preventable } from './event.ts';
import { setUpPage } from './page-setup.ts';
import { refuseInsecure } from './refuse-insecure.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { Session, session } from './session.ts';
import { openTarget } from './targets.ts';
import { WebContents } from './web-contents.ts';
import type { WindowMember } from './window-members.ts';

const openWindows = new Set<BrowserWindow>();

/** A window: headless, a page of its own; on a display, an `--app=` window without address bar. */
export class BrowserWindow extends EventEmitter implements Pick<Electron.BrowserWindow, WindowMember> {
  readonly id: number;
  readonly webContents: WebContents;
  readonly #options: Electron.BrowserWindowConstructorOptions;
  readonly #created: Promise<void>;
  #bounds: Electron.Rectangle;
  #visible: boolean;
  #shape: 'normal' | 'minimized' | 'maximized' | 'fullscreen' = 'normal';
  #protected = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    if (!state.ready) throw new Error('Cannot create BrowserWindow before app is ready');
    refuseInsecure(options.webPreferences ?? {});
    this.#options = options;
    const { session: given, partition } = options.webPreferences ?? {};
    const own = given instanceof Session ? given : session.fromPartition(partition ?? '');
    this.webContents = new WebContents(own, { close: (runUnload) => void this.#close(runUnload) });
    this.id = this.webContents.id;
    this.#visible = options.show !== false;
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    openWindows.add(this);
    this.#created = this.#create(own);
    this.#created.catch((error: unknown) => {
      if (!state.quitting) console.error('stand-in: a window could not be made:', error);
    });
    app.emit('web-contents-created', preventable(), this.webContents);
    app.emit('browser-window-created', preventable(), this);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...openWindows];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return [...openWindows].filter((window) => window.isVisible()).at(-1) ?? null;
  }

  static fromWebContents(page: WebContents): BrowserWindow | null {
    return [...openWindows].find((window) => window.webContents === page) ?? null;
  }

  static fromId(id: number): BrowserWindow | null {
    return [...openWindows].find((window) => window.id === id) ?? null;
  }

  async #create(own: Session): Promise<void> {
    const page = this.webContents;
    const { show, skipTaskbar } = this.#options;
    const target = await openTarget(own, this.#bounds, { shown: show !== false, neverShown: show === false && skipTaskbar === true });
    page.targetId = target.targetId;
    page.sessionId = target.sessionId;
    await setUpPage(page, this.#options.webPreferences ?? {});
    if (this.#visible) page.focus(); // a page behind others paints nothing
    void this.#moveOnDisplay({ width: this.#bounds.width, height: this.#bounds.height });
  }

  async loadURL(url: string, _options?: Electron.LoadURLOptions): Promise<void> {
    await this.#created;
    await this.webContents.loadURL(url);
  }

  close(): void {
    void this.#close(true);
  }

  destroy(): void {
    void this.#closeTarget();
    this.becomeClosed();
  }

  /** Answers false when the application or the page keeps the window open. */
  async #close(runUnload: boolean): Promise<boolean> {
    if (this.isDestroyed()) return true;
    const event = preventable();
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    await this.#created.catch(() => undefined);
    if (this.isDestroyed()) return true;
    const closed = new Promise<boolean>((resolve) => {
      this.once('closed', () => resolve(true));
      this.webContents.once('stand-in:stays', () => resolve(false));
    });
    if (runUnload) await this.webContents.command('Page.close').catch(() => this.#closeTarget());
    else await this.#closeTarget();
    return closed;
  }

  closeForQuit(): Promise<boolean> {
    return this.#close(true);
  }

  async #closeTarget(): Promise<void> {
    await this.#created.catch(() => undefined);
    await browser()
      .cdp.send('Target.closeTarget', { targetId: this.webContents.targetId })
      .catch(() => undefined);
  }

  /** The page is gone, by whichever hand. */
  becomeClosed(): void {
    if (!openWindows.delete(this)) return;
    this.webContents.becomeDestroyed();
    this.emit('closed');
    if (openWindows.size > 0 || state.quitting) return;
    if (app.listenerCount('window-all-closed') === 0) app.quit();
    else app.emit('window-all-closed');
  }

  isDestroyed(): boolean {
    return this.webContents.isDestroyed();
  }

  show(): void {
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    this.#visible = true;
    this.#setShape(this.#shape === 'minimized' ? 'normal' : this.#shape);
    this.emit('show');
  }

  hide(): void {
    this.#visible = false;
    this.#setShape('minimized');
    this.emit('hide');
  }

  focus(): void {
    void this.#created.then(() => this.webContents.focus()).catch(() => undefined);
    this.emit('focus');
    app.emit('browser-window-focus', preventable(), this);
  }

  isFocused(): boolean {
    return BrowserWindow.getFocusedWindow() === this;
  }

  isVisible(): boolean {
    return this.#visible && !this.isDestroyed();
  }

  minimize(): void {
    this.#setShape('minimized');
    this.emit('minimize');
  }

  restore(): void {
    this.#setShape('normal');
    this.emit('restore');
  }

  setFullScreen(full: boolean): void {
    this.#setShape(full ? 'fullscreen' : 'normal');
  }

  isMinimized(): boolean {
    return this.#shape === 'minimized';
  }

  isFullScreen(): boolean {
    return this.#shape === 'fullscreen';
  }

  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    void this.#moveOnDisplay(this.#bounds);
    this.emit('resize');
  }

  setContentProtection(enable: boolean): void {
    this.#protected = enable; // stock Chromium offers no such thing
  }

  isContentProtected(): boolean {
    return this.#protected;
  }

  reload(): void {
    this.webContents.reload();
  }

  #setShape(shape: 'normal' | 'minimized' | 'maximized' | 'fullscreen'): void {
    this.#shape = shape;
    void this.#moveOnDisplay({ windowState: shape });
  }

  async #moveOnDisplay(bounds: Partial<Electron.Rectangle> & { windowState?: 'normal' | 'minimized' | 'maximized' | 'fullscreen' }): Promise<void> {
    if (browser().headless) return;
    try {
      await this.#created;
      const { windowId } = await browser().cdp.send('Browser.getWindowForTarget', { targetId: this.webContents.targetId });
      const { x: left, y: top, width, height, windowState } = bounds;
      await browser().cdp.send('Browser.setWindowBounds', {
        windowId,
        bounds: windowState === undefined ? defined({ left, top, width, height }) : { windowState },
      });
    } catch {
      // a hidden page has no window to move
    }
  }
}
refuseUnknown('BrowserWindow', BrowserWindow.prototype);

app.closeWindows = async () => {
  for (const window of BrowserWindow.getAllWindows()) if (!(await window.closeForQuit())) return false;
  return true;
};

function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
