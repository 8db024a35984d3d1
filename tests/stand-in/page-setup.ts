import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Electron from 'electron';
import { secretNames } from './engine.ts';
import { nativeTheme } from './native-theme.ts';
import { playwrightReady } from './playwright-ready.ts';
import { portKey } from './port-seal.ts';
import type { WebContents } from './web-contents.ts';
import type { WorldConfig } from './world/worlds.ts';

let worldsText: string | undefined;

/** Prepares a page that is still empty: both worlds, every request paused, every child target held until it is prepared as well. */
export async function setUpPage(page: WebContents, preferences: Electron.WebPreferences): Promise<void> {
  worldsText ??= readFileSync(join(import.meta.dirname, 'worlds.js'), 'utf8');
  const preload = preferences.preload === undefined ? '' : readFileSync(preferences.preload, 'utf8');
  const { nonce, binding, world } = secretNames;
  const versions = { electron: process.versions['electron'] ?? '', chrome: process.versions['chrome'] ?? '', node: process.versions.node };
  const argv = ['renderer', ...(preferences.additionalArguments ?? [])];
  const config: WorldConfig = { nonce, binding, portKey: portKey(), argv, platform: process.platform, versions };
  const written = JSON.stringify(config);
  const isolated = `standInWorlds.isolatedWorld(${written}, function (require, module, exports, process) {\n${preload}\n})`;
  const { frameTree } = await page.command('Page.getFrameTree');
  page.frameId = frameTree.frame.id;
  const readyForSpecs = playwrightReady(page.sessionId);
  await Promise.all([
    page.command('Page.enable'),
    page.command('Runtime.enable'),
    page.command('Runtime.addBinding', { name: binding, executionContextName: world }),
    page.command('Page.addScriptToEvaluateOnNewDocument', { source: `(() => {${worldsText};standInWorlds.mainWorld(${written})})()` }),
    page.command('Page.addScriptToEvaluateOnNewDocument', { worldName: world, source: `(() => {${worldsText};${isolated}})()` }),
    showTheme(page),
    page.command('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
    page.command('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    page.command('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 }), // tells of WebSockets, which Fetch does not see
  ]);
  await page.command('Runtime.runIfWaitingForDebugger');
  await readyForSpecs;
}

export async function showTheme(page: WebContents): Promise<void> {
  const value = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  await page.command('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
}
