import { EventEmitter } from 'node:events';
import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping.js';
import type * as Electron from 'electron';
import { fromWeb, toWeb } from './address.ts';
import { browser } from './engine.ts';
import { FrameMain } from './frame-main.ts';
import { IpcMain } from './ipc-main.ts';
import { PageChannel } from './page-channel.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import type { Session } from './session.ts';
import type { WebContentsMember } from './web-contents-members.ts';

type Commands = ProtocolMapping.Commands;
type WebRtcPolicy = Parameters<Electron.WebContents['setWebRTCIPHandlingPolicy']>[0];
type Page = { readonly close: (runUnload: boolean) => void };

let lastId = 0;
const everyPage = new Set<WebContents>();

/** One page, driven over its own debugging session. */
export class WebContents extends EventEmitter implements Pick<Electron.WebContents, WebContentsMember> {
  readonly id = ++lastId;
  readonly session: Electron.Session;
  readonly ipc = new IpcMain();
  readonly mainFrame: Electron.WebFrameMain;
  readonly navigationHistory = { clear: () => {}, canGoBack: () => false, canGoForward: () => false, length: () => 1 };
  /** Names in the debugging protocol; empty until the page exists. */
  targetId = '';
  sessionId = '';
  frameId = '';
  webUrl = '';
  pageTitle = '';
  crashed = false;
  loading = false;
  /** Addresses that tell a page's own wish to navigate from loadURL and reload. */
  ownNavigation = '';
  pageAsked = '';
  openHandler: ((details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse) | undefined;
  readonly channel: PageChannel;
  readonly engineSession: Session;
  readonly #page: Page;
  #destroyed = false;
  #webRtcPolicy: WebRtcPolicy = 'default';
  #zoom = 1;
  #throttled = true;

  constructor(session: Session, page: Page) {
    super();
    this.engineSession = session;
    this.session = session as unknown as Electron.Session;
    this.#page = page;
    this.mainFrame = new FrameMain(this.id, this) as unknown as Electron.WebFrameMain;
    this.channel = new PageChannel(this);
    everyPage.add(this);
  }

  static getAllWebContents(): WebContents[] {
    return [...everyPage];
  }

  static fromId(id: number): WebContents | undefined {
    return [...everyPage].find((page) => page.id === id);
  }

  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return [...everyPage].find((page) => page.targetId === targetId);
  }

  static ofSession(sessionId: string): WebContents | undefined {
    return sessionId === '' ? undefined : [...everyPage].find((page) => page.sessionId === sessionId);
  }

  /** A command of the debugging protocol for this page. */
  command<M extends keyof Commands>(method: M, params?: Commands[M]['paramsType'][0]): Promise<Commands[M]['returnType']> {
    if (this.#destroyed) return Promise.reject(new Error('Object has been destroyed'));
    return browser().cdp.send(method, params, this.sessionId);
  }

  send(channel: string, ...args: unknown[]): void {
    this.#refuseWhenDestroyed();
    this.channel.send(channel, args, []);
  }

  postMessage(channel: string, message: unknown, transfer: readonly object[] = []): void {
    this.#refuseWhenDestroyed();
    this.channel.send(channel, [message], transfer);
  }

  getURL(): string {
    return fromWeb(this.webUrl);
  }

  getTitle(): string {
    return this.pageTitle;
  }

  getType(): 'window' {
    return 'window';
  }

  getUserAgent(): string {
    return 'stand-in';
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isCrashed(): boolean {
    return this.crashed;
  }

  isLoading(): boolean {
    return this.loading;
  }

  isLoadingMainFrame(): boolean {
    return this.loading;
  }

  async loadURL(url: string): Promise<void> {
    const target = toWeb(url);
    this.ownNavigation = target.split('#')[0] ?? '';
    this.loading = true;
    this.emit('did-start-loading');
    const { signal, loaded } = this.#whenLoaded();
    const { errorText, loaderId } = await this.command('Page.navigate', { url: target });
    if (errorText !== undefined) {
      const code = errorText.replace('net::', '');
      this.emit('did-fail-load', {}, -2, code, url, true, 0, 0);
      throw Object.assign(new Error(`${code} (-2) loading '${url}'`), { code, errno: -2, url });
    }
    if (loaderId === undefined) signal(); // within the same document
    await loaded;
  }

  #whenLoaded(): { readonly signal: () => void; readonly loaded: Promise<void> } {
    let signal: () => void = () => {};
    const loaded = new Promise<void>((resolve, reject) => {
      signal = resolve;
      this.once('did-finish-load', resolve);
      this.once('destroyed', () => reject(new Error('Object has been destroyed')));
      this.once('render-process-gone', () => reject(new Error('ERR_FAILED (-2): the page crashed')));
    });
    loaded.catch(() => undefined); // told to whoever awaits loadURL
    return { signal, loaded };
  }

  reload(): void {
    this.ownNavigation = this.webUrl.split('#')[0] ?? '';
    void this.command('Page.reload').catch(() => undefined);
  }

  reloadIgnoringCache(): void {
    this.reload();
  }

  stop(): void {
    void this.command('Page.stopLoading').catch(() => undefined);
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const { result, exceptionDetails } = await this.command('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
      allowUnsafeEvalBlockedByCSP: false,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as unknown;
  }

  setWindowOpenHandler(handler: (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse): void {
    this.openHandler = handler;
  }

  setWebRTCIPHandlingPolicy(policy: WebRtcPolicy): void {
    this.#webRtcPolicy = policy; // Chromium was started with the strictest one for all; that the application asks for it is checked
  }

  getWebRTCIPHandlingPolicy(): string {
    return this.#webRtcPolicy;
  }

  setZoomFactor(factor: number): void {
    this.#zoom = factor;
    void this.command('Runtime.evaluate', { expression: `document.documentElement.style.zoom = ${Number(factor)}` }).catch(() => undefined);
  }

  getZoomFactor(): number {
    return this.#zoom;
  }

  async setVisualZoomLevelLimits(_minimum: number, _maximum: number): Promise<void> {}

  setBackgroundThrottling(allowed: boolean): void {
    this.#throttled = allowed; // Chromium runs with throttling off
  }

  getBackgroundThrottling(): boolean {
    return this.#throttled;
  }

  setIgnoreMenuShortcuts(_ignore: boolean): void {}

  setAudioMuted(_muted: boolean): void {}

  isAudioMuted(): boolean {
    return false;
  }

  forcefullyCrashRenderer(): void {
    void this.command('Page.crash').catch(() => undefined);
  }

  close(options?: Electron.CloseOpts): void {
    this.#page.close(options?.waitForBeforeUnload === true);
  }

  focus(): void {
    void this.command('Page.bringToFront').catch(() => undefined);
  }

  isFocused(): boolean {
    return !this.#destroyed;
  }

  openDevTools(): void {} // the browser's own F12 in a window on a display

  closeDevTools(): void {}

  isDevToolsOpened(): boolean {
    return false;
  }

  async insertText(text: string): Promise<void> {
    await this.command('Input.insertText', { text });
  }

  undo(): void {
    this.#edit('undo');
  }

  redo(): void {
    this.#edit('redo');
  }

  cut(): void {
    this.#edit('cut');
  }

  copy(): void {
    this.#edit('copy');
  }

  paste(): void {
    this.#edit('paste');
  }

  delete(): void {
    this.#edit('delete');
  }

  selectAll(): void {
    this.#edit('selectAll');
  }

  becomeDestroyed(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    everyPage.delete(this);
    this.channel.close();
    this.emit('destroyed');
  }

  #edit(command: string): void {
    void this.command('Runtime.evaluate', { expression: `document.execCommand(${JSON.stringify(command)})`, userGesture: true }).catch(() => undefined);
  }

  #refuseWhenDestroyed(): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
  }
}
refuseUnknown('WebContents', WebContents.prototype);

export const webContents = {
  getAllWebContents: WebContents.getAllWebContents,
  fromId: WebContents.fromId,
  fromDevToolsTargetId: WebContents.fromDevToolsTargetId,
  getFocusedWebContents: () => [...everyPage].at(-1) ?? null,
};
refuseUnknown('webContents', webContents);
