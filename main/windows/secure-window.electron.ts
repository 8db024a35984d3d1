import { app, BrowserWindow, type BrowserWindowConstructorOptions, type Session, session, type WebPreferences } from 'electron';
import { type Page, pageAddress } from '#shared/contract/page-origins.ts';

export type SecureWindow = {
  readonly page: Page;
  /** Bundled preload, one file: a sandboxed preload may require nothing else. */
  readonly preload: string;
  readonly width: number;
  readonly height: number;
  readonly minWidth?: number;
  readonly minHeight?: number;
  /** Fragment of the address, such as `locked`: why the page is shown. */
  readonly fragment?: string;
  /** Facts the preload may know, as arguments; never anything of a case. */
  readonly facts?: readonly string[];
  /** Never on a screen: the quarantine. */
  readonly hidden?: boolean;
};

/** Session of a page: in memory only (no `persist:`), without a cache, apart from the other pages. */
export function sessionOf(page: Page): Session {
  return session.fromPartition(page, { cache: false });
}

/** Every item of Electron's security checklist, written out even where it is the default, so that a change is seen. */
function preferencesOf({ page, preload, facts }: SecureWindow) {
  return {
    preload,
    additionalArguments: [...(facts ?? [])],
    session: sessionOf(page),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    enableWebSQL: false,
    webgl: false,
    autoplayPolicy: 'document-user-activation-required' as const,
    devTools: !app.isPackaged,
    v8CacheOptions: 'none' as const,
  } satisfies WebPreferences;
}

/** The only place where a window is made. */
export function openSecureWindow(wanted: SecureWindow): BrowserWindow {
  const options = {
    width: wanted.width,
    height: wanted.height,
    minWidth: wanted.minWidth ?? 480,
    minHeight: wanted.minHeight ?? 400,
    show: false,
    title: 'Corroborate',
    autoHideMenuBar: false,
    webPreferences: preferencesOf(wanted),
  } satisfies BrowserWindowConstructorOptions;
  const window = new BrowserWindow(options);
  // Keeps the window out of screenshots and recordings on macOS and Windows; other systems have no such thing.
  window.setContentProtection(true);
  // The title would show in task bars, window lists and their thumbnails.
  window.on('page-title-updated', (event) => event.preventDefault());
  if (!wanted.hidden) window.once('ready-to-show', () => window.show());
  const address = wanted.fragment ? `${pageAddress(wanted.page)}#${wanted.fragment}` : pageAddress(wanted.page);
  window.loadURL(address).catch(() => undefined); // a window that is closed while it loads refuses its load; 'did-fail-load' tells of others
  return window;
}
