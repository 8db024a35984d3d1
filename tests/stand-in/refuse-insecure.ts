import type * as Electron from 'electron';

/** Throws for preferences that would weaken a page: the stand-in has no second wall behind them. */
export function refuseInsecure({
  nodeIntegration,
  nodeIntegrationInWorker,
  nodeIntegrationInSubFrames,
  contextIsolation,
  sandbox,
  webSecurity,
  webviewTag,
  allowRunningInsecureContent,
}: Electron.WebPreferences): void {
  const weak =
    nodeIntegration ||
    nodeIntegrationInWorker ||
    nodeIntegrationInSubFrames ||
    contextIsolation === false ||
    sandbox === false ||
    webSecurity === false ||
    webviewTag ||
    allowRunningInsecureContent;
  if (weak) throw new Error('stand-in: insecure webPreferences are refused');
}
