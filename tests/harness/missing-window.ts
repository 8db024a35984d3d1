import type { ElectronApplication } from '@playwright/test';

const lastWords = new WeakMap<ElectronApplication, string[]>();
const kept = 20;

/** Keeps the last lines that the application says on stderr, for `missingWindow`. */
export function heedLastWords(app: ElectronApplication): void {
  const lines: string[] = [];
  lastWords.set(app, lines);
  app.process().stderr?.on('data', (said: Buffer) => {
    lines.push(...said.toString().trim().split('\n'));
    lines.splice(0, lines.length - kept);
  });
}

export function hasEnded(app: ElectronApplication): boolean {
  const { exitCode, signalCode } = app.process();
  return exitCode !== null || signalCode !== null;
}

/** What can be said of a window that does not come: whether the application lives, which windows it and Playwright know, its last words. */
export async function missingWindow(app: ElectronApplication, name: string): Promise<Error> {
  const { exitCode, signalCode } = app.process();
  const state = hasEnded(app) ? `the application has ended (${exitCode ?? signalCode})` : `the application has ${await windowsOf(app)}`;
  const seen = app.windows().map((page) => page.url());
  return new Error([`no ${name} window opened; ${state}; Playwright sees: ${seen.join(', ') || 'none'}`, ...(lastWords.get(app) ?? [])].join('\n'));
}

async function windowsOf(app: ElectronApplication): Promise<string> {
  const known = app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(({ id, webContents }) => `${id} ${webContents.getURL() || 'empty'}`));
  const late = new Promise<readonly string[]>((resolve) => setTimeout(resolve, 3000, ['no answer']));
  return (await Promise.race([known, late]).catch((error: unknown) => [String(error)])).join(', ') || 'no window';
}
