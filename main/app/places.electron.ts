import { join } from 'node:path';
import { app } from 'electron';

/** Where the parts of the built app lie. The main process is bundled into one file in out/main. */
export const places = {
  pages: join(import.meta.dirname, '..', 'renderer'),
  manifest: join(import.meta.dirname, '..', 'manifest.json'),
  deskPreload: join(import.meta.dirname, 'preload-desk.cjs'),
  unlockPreload: join(import.meta.dirname, 'preload-unlock.cjs'),
  quarantinePreload: join(import.meta.dirname, 'preload-quarantine.cjs'),
  caseProcess: join(import.meta.dirname, 'case-process.cjs'),
} as const;

/** Where the shell keeps its settings; asked late, because the command line may move it. */
export function settingsFolder(): string {
  return app.getPath('userData');
}

/** Where this computer remembers how far it has seen each case: keyed names and numbers only. */
export function anchorsFolder(): string {
  return join(app.getPath('userData'), 'anchors');
}

/** Where the demonstration case is built, anew each time: beside the settings, so that nobody has to say where. */
export function demonstrationFolder(): string {
  return join(app.getPath('userData'), 'Demonstration.case');
}
