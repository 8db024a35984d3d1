import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { appName, appPath, setAppPath } from './app-paths.ts';
import { commandLine, switches } from './command-line.ts';
import { application, currentBrowser, state } from './engine.ts';
import { preventable } from './event.ts';
import { InstanceLock } from './instance-lock.ts';
import { refuseUnknown } from './refuse-unknown.ts';

type Supported =
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'exit'
  | 'relaunch'
  | 'getPath'
  | 'setPath'
  | 'getName'
  | 'setName'
  | 'getVersion'
  | 'getAppPath'
  | 'getLocale'
  | 'getSystemLocale'
  | 'getPreferredSystemLanguages'
  | 'requestSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'enableSandbox'
  | 'setAppUserModelId'
  | 'focus'
  | 'disableHardwareAcceleration'
  | 'isPackaged'
  | 'clearRecentDocuments'
  | 'setAppLogsPath'
  | 'commandLine'
  | 'name';

/** Closes the windows of a quitting application one by one; answers false when one of them stays. Set by the window room. */
type ClosesWindows = () => Promise<boolean>;

export class App extends EventEmitter implements Pick<Electron.App, Supported> {
  readonly isPackaged = false;
  readonly commandLine = commandLine;
  closeWindows: ClosesWindows = async () => true;
  readonly #lock = new InstanceLock();
  readonly #readyPromise = new Promise<void>((resolve) => this.once('stand-in:ready', resolve));
  #closing = false;

  get name(): string {
    return appName();
  }

  whenReady(): Promise<void> {
    return this.#readyPromise;
  }

  isReady(): boolean {
    return state.ready;
  }

  becomeReady(): void {
    state.ready = true;
    this.emit('will-finish-launching');
    this.emit('ready', {}, {});
    EventEmitter.prototype.emit.call(this, 'stand-in:ready'); // Playwright replaces `emit`
  }

  getName(): string {
    return appName();
  }

  setName(name: string): void {
    application.manifest = { ...application.manifest, productName: name };
  }

  getVersion(): string {
    return application.manifest.version ?? '0.0.0';
  }

  getAppPath(): string {
    return application.folder;
  }

  getLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale;
  }

  getSystemLocale(): string {
    return this.getLocale();
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }

  getPath(name: string): string {
    return appPath(name);
  }

  setPath(name: string, path: string): void {
    setAppPath(name, path);
  }

  enableSandbox(): void {
    // pages of stock Chromium never run without it, unless root or the machine forbids
  }

  setAppUserModelId(_id: string): void {}

  setAppLogsPath(_path?: string): void {}

  focus(): void {}

  clearRecentDocuments(): void {}

  disableHardwareAcceleration(): void {
    switches.set('disable-gpu', '');
  }

  requestSingleInstanceLock(): boolean {
    process.once('exit', () => this.#lock.release());
    return this.#lock.acquire(appPath('userData'), ({ argv, cwd }) => this.emit('second-instance', {}, argv, cwd, undefined));
  }

  releaseSingleInstanceLock(): void {
    this.#lock.release();
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock.has();
  }

  relaunch(options: Electron.RelaunchOptions = {}): void {
    const args = options.args ?? process.argv.slice(1);
    this.once('quit', () => spawn(options.execPath ?? process.execPath, args, { detached: true, stdio: 'ignore' }).unref());
  }

  quit(): void {
    if (this.#closing || state.quitting) return;
    const before = preventable();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.#closing = true;
    void this.closeWindows().then((closed) => {
      this.#closing = false;
      if (!closed || state.quitting) return;
      const will = preventable();
      this.emit('will-quit', will);
      if (!will.defaultPrevented) this.exit(0);
    });
  }

  exit(code = 0): void {
    if (state.quitting) return;
    state.quitting = true;
    this.emit('quit', preventable(), code);
    const ended = currentBrowser()?.end() ?? this.#lock.handedOver;
    void ended.then(() => process.exit(code));
  }
}
refuseUnknown('app', App.prototype);

export const app = new App();
