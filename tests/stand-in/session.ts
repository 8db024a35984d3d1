import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { browser, state } from './engine.ts';
import { answerPermissions, type PermissionHandlers } from './permissions.ts';
import { Protocol } from './protocol.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { WebRequest } from './web-request.ts';

type Supported =
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
  | 'isSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'
  | 'enableNetworkEmulation'
  | 'disableNetworkEmulation'
  | 'clearStorageData'
  | 'clearCache'
  | 'clearHostResolverCache'
  | 'clearAuthCache'
  | 'closeAllConnections'
  | 'getCacheSize'
  | 'isPersistent'
  | 'getStoragePath'
  | 'getUserAgent'
  | 'flushStorageData'
  | 'storagePath'
  | 'setDisplayMediaRequestHandler'
  | 'setCertificateVerifyProc'
  | 'setProxy'
  | 'resolveProxy';

/** One off-the-record browser context: nothing it stores outlives the run, and no other session sees it. */
export class Session extends EventEmitter implements Pick<Electron.Session, Supported> {
  readonly protocol = new Protocol();
  readonly webRequest = new WebRequest();
  readonly storagePath = null;
  readonly permissions: { request: PermissionHandlers['request']; check: PermissionHandlers['check'] } = { request: null, check: null };
  #context: Promise<string> | undefined;
  #spellChecker = true;

  /** The browser context's number; windows on a display share Chromium's own, which can open application windows. */
  contextId(): Promise<string> {
    this.#context ??= this.#makeContext();
    return this.#context;
  }

  async #makeContext(): Promise<string> {
    const { browserContextId } = await browser().cdp.send('Target.createBrowserContext', { disposeOnDetach: true });
    await this.prepare(browserContextId);
    return browserContextId;
  }

  async prepare(browserContextId?: string): Promise<void> {
    const context = browserContextId === undefined ? {} : { browserContextId };
    await browser().cdp.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: false, ...context });
    await answerPermissions(this as unknown as Electron.Session, this.permissions, browserContextId);
  }

  setPermissionRequestHandler(handler: PermissionHandlers['request']): void {
    this.permissions.request = handler;
  }

  setPermissionCheckHandler(handler: PermissionHandlers['check']): void {
    this.permissions.check = handler;
  }

  setDevicePermissionHandler(_handler: ((details: Electron.DevicePermissionHandlerHandlerDetails) => boolean) | null): void {}

  setDisplayMediaRequestHandler(_handler: unknown): void {}

  setCertificateVerifyProc(_proc: unknown): void {}

  setSpellCheckerEnabled(enable: boolean): void {
    this.#spellChecker = enable;
  }

  isSpellCheckerEnabled(): boolean {
    return this.#spellChecker;
  }

  setSpellCheckerLanguages(_languages: string[]): void {}

  enableNetworkEmulation(_options: Electron.EnableNetworkEmulationOptions): void {
    // there is no network to slow down or cut: every request is answered by a handler or failed
  }

  disableNetworkEmulation(): void {}

  async setProxy(_config: Electron.ProxyConfig): Promise<void> {}

  async resolveProxy(_url: string): Promise<string> {
    return 'DIRECT';
  }

  async clearStorageData(_options?: Electron.ClearStorageDataOptions): Promise<void> {
    if (!this.#context) return;
    await browser().cdp.send('Storage.clearCookies', { browserContextId: await this.#context });
  }

  async clearCache(): Promise<void> {}

  async clearHostResolverCache(): Promise<void> {}

  async clearAuthCache(): Promise<void> {}

  async closeAllConnections(): Promise<void> {}

  async getCacheSize(): Promise<number> {
    return 0;
  }

  flushStorageData(): void {}

  isPersistent(): boolean {
    return false;
  }

  getStoragePath(): null {
    return null;
  }

  getUserAgent(): string {
    return 'stand-in';
  }
}
refuseUnknown('session', Session.prototype);

const byPartition = new Map<string, Session>();
const theDefault = new Session();

function fromPartition(partition: string, _options?: Electron.FromPartitionOptions): Session {
  if (!state.ready) throw new Error('Session can only be received when app is ready');
  if (partition === '') return theDefault;
  if (partition.startsWith('persist:')) throw new Error('stand-in: persistent partitions are not supported; case windows keep nothing');
  const known = byPartition.get(partition) ?? new Session();
  if (!byPartition.has(partition)) {
    byPartition.set(partition, known);
    sessionCreated(known);
  }
  return known;
}

/** `app` says `session-created` for each; set by the composition to keep this file free of it. */
let sessionCreated: (session: Session) => void = () => {};
export function onSessionCreated(listener: (session: Session) => void): void {
  sessionCreated = listener;
  listener(theDefault);
}

export const session = {
  get defaultSession(): Session {
    if (!state.ready) throw new Error('Session can only be received when app is ready');
    return theDefault;
  },
  fromPartition,
};
refuseUnknown('session', session);

/** Protocols registered on the module belong to the default session. */
export const protocol = theDefault.protocol;
