import { freezeDeep, makeBridge } from './bridge.ts';
import { watchLeaks, watchPeerConnections } from './leak-watch.ts';
import { type FromPage, makeIpcRenderer, type ToPage } from './renderer-ipc.ts';

/**
 * Evaluated at document start in two worlds of each window's top frame: the isolated world gets ipcRenderer, contextBridge and the
 * application's preload; the page's own world gets what the preload exposes. Sub-frames get neither, as in Electron by default; they are watched only.
 */
export type WorldConfig = {
  readonly nonce: string;
  readonly binding: string;
  /** See port-seal.ts. */
  readonly portKey: string;
  readonly argv: readonly string[];
  readonly platform: string;
  readonly versions: { readonly [name: string]: string };
};
type Preload = (require: (id: string) => unknown, module: { exports: object }, exports: object, process: object) => void;

export function mainWorld(config: WorldConfig): void {
  if ('RTCPeerConnection' in window) watchPeerConnections(config.nonce);
  if (window.parent !== window) return;
  makeBridge(`${config.nonce}:main`, `${config.nonce}:isolated`, (key, api) => {
    Object.defineProperty(window, key, { value: freezeDeep(api), writable: false, configurable: false, enumerable: true });
  });
}

/** `preload` arrives as a function literal made of the file's text: the page's policy forbids eval in this world too. */
export function isolatedWorld(config: WorldConfig, preload: Preload): void {
  const world = globalThis as unknown as { [name: string]: unknown };
  const postText = world[config.binding] as (text: string) => void;
  const post = (message: FromPage) => postText(JSON.stringify(message));
  watchLeaks(config.nonce, post);
  if (window.parent !== window) return;
  const bridge = makeBridge(`${config.nonce}:isolated`, `${config.nonce}:main`, () => {});
  const { ipcRenderer, receive } = makeIpcRenderer(config.portKey, post);
  world[`${config.binding}_in`] = (text: string) => receive(JSON.parse(text) as ToPage);

  const electron: { readonly [name: string]: unknown } = {
    ipcRenderer,
    contextBridge: { exposeInMainWorld: bridge.expose },
    webUtils: { getPathForFile: () => '' }, // a page of stock Chromium never learns a path; send the bytes
  };
  const require = (id: string) => {
    if (id === 'electron' || id === 'electron/renderer') return electron;
    throw new Error(`module not found: ${id} (a sandboxed preload may only require 'electron')`);
  };
  const process = {
    platform: config.platform,
    argv: config.argv,
    versions: config.versions,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    env: {},
  };

  window.addEventListener('keydown', ({ key, ctrlKey: ctrl, metaKey: meta, altKey: alt, shiftKey: shift, defaultPrevented }) => {
    if (!defaultPrevented && (ctrl || meta || alt || /^F\d/.test(key))) post({ op: 'key', key, ctrl, meta, alt, shift });
  });
  post({ op: 'hello' }); // tells the main process which execution context this world is, before the preload speaks
  const module = { exports: {} };
  preload(require, module, module.exports, process);
}
