import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readImports, withoutComments } from './read-imports.ts';

/** Rules of the shell that its files must show as they stand (Electron's security checklist). What they do is shown by tests/e2e. */
const root = join(import.meta.dirname, '..', '..');
const files = ['main', 'renderer', 'shared']
  .flatMap((room) => readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name.replaceAll('\\', '/')}`))
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, code: withoutComments(readFileSync(join(root, path), 'utf8')) }));
const filesWith = (pattern: RegExp) => files.filter(({ code }) => pattern.test(code)).map(({ path }) => path);
const codeOf = (path: string) => files.find((file) => file.path === path)?.code ?? '';

describe('the shell, as it is written', () => {
  it('makes windows in one place', () => {
    expect(filesWith(/new\s+(BrowserWindow|BaseWindow|WebContentsView|BrowserView)\b/)).toEqual(['main/windows/secure-window.electron.ts']);
  });

  it('listens to pages in the gate, and to the quarantine in its window', () => {
    expect(filesWith(/\bipcMain\b/)).toEqual(['main/bridge/gate.electron.ts']);
    expect(filesWith(/\.ipc\.(handle|on)/)).toEqual(['main/windows/quarantine-window.electron.ts']);
    const gate = codeOf('main/bridge/gate.electron.ts');
    expect(gate.match(/ipcMain\./g)?.length).toBe(gate.match(/ipcMain\.handle\(\s*[\w.]+,\s*guarded\(/g)?.length);
  });

  it('opens nothing outside, keeps no recent documents, and reaches no network', () => {
    expect(filesWith(/\b(openExternal|addRecentDocument|crashReporter|autoUpdater|setLoginItemSettings)\b/)).toEqual([]);
    const network = files.filter(({ code }) => readImports(code).some((name) => /^(node:)?(https?|http2|dns|dgram|tls)(\/|$)/.test(name)));
    expect(network.map(({ path }) => path)).toEqual([]);
    expect(
      files.filter(
        ({ path, code }) => path.endsWith('.electron.ts') && /import\s*\{[^}]*\b(net|shell|safeStorage|desktopCapturer)\b[^}]*\}\s*from 'electron'/.test(code),
      ),
    ).toEqual([]);
  });

  it('writes out every item of the checklist for every window', () => {
    const factory = codeOf('main/windows/secure-window.electron.ts');
    const wanted = {
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    };
    for (const [name, value] of Object.entries(wanted)) expect(factory).toMatch(new RegExp(`\\b${name}: ${value},`));
    expect(filesWith(/\b(enableBlinkFeatures|bypassCSP|disableBlinkFeatures|enableRemoteModule)\b/)).toEqual([]);
    expect(filesWith(/persist:/)).toEqual([]);
  });

  it('hands a page no part of Electron', () => {
    for (const { path, code } of files.filter(({ path }) => path.endsWith('-preload.electron.ts'))) {
      expect(code, path).not.toMatch(/exposeInMainWorld\([^)]*ipcRenderer/);
      expect(code, path).not.toMatch(/require\(/);
    }
  });

  it('never lets a page make HTML out of text', () => {
    expect(filesWith(/\b(dangerouslySetInnerHTML|insertAdjacentHTML|document\.write|outerHTML\s*=)/)).toEqual([]);
  });
});
