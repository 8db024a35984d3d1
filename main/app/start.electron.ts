import { readFileSync } from 'node:fs';
import { app, dialog, nativeTheme } from 'electron';
import { pages } from '#shared/contract/page-origins.ts';
import { dialogWords } from '#shared/wording/english/shell.ts';
import { openGate } from '../bridge/gate.electron.ts';
import { registerScheme, serveSession } from '../protocols/app-scheme.electron.ts';
import { manifestFrom } from '../protocols/build-manifest.ts';
import { guardAllContents } from '../windows/guard-contents.electron.ts';
import { hardenAllSessions } from '../windows/harden-session.electron.ts';
import { showMenu } from '../windows/menu.electron.ts';
import { deskMenu, unlockMenu } from '../windows/menu-plan.ts';
import { sessionOf } from '../windows/secure-window.electron.ts';
import { newTickets } from '../windows/tickets.ts';
import { answerDesk } from './answer-desk.electron.ts';
import { answerUnlock } from './answer-unlock.electron.ts';
import { doorLeftOpen } from './command-line.ts';
import { hardenCommandLine } from './harden-command-line.electron.ts';
import { OpenWindows } from './open-windows.electron.ts';
import { places, settingsFolder } from './places.electron.ts';
import { SettingsBook } from './settings-book.ts';
import { Sitting } from './sitting.electron.ts';

const underTest = process.env['CORROBORATE_UNDER_TEST'] === '1';
void boot();

async function boot(): Promise<void> {
  if (!commandLineIsClean()) return app.exit(1);
  hardenCommandLine();
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.enableSandbox();
  registerScheme();
  hardenAllSessions();
  guardAllContents();
  await app.whenReady();

  const settings = new SettingsBook(settingsFolder());
  const windows = new OpenWindows();
  const tickets = newTickets();
  const sitting: Sitting = new Sitting({ windows, settings, examine, turned: () => showMenuFor(sitting) });
  nativeTheme.themeSource = settings.now.theme;
  servePages(sitting);
  openGate({
    openPages: windows.pages,
    line: () => sitting.line,
    takeTicket: tickets.take,
    answerDesk: (request) => answerDesk(request, windows, sitting, settings, tickets),
    answerUnlock: (request) => answerUnlock(request, windows, sitting, settings, tickets),
  });
  leaveOnlyClosed(sitting);
  app.on('second-instance', () => windows.front()?.focus());
  sitting.showUnlock('start');
}

function commandLineIsClean(): boolean {
  const door = doorLeftOpen(process.argv.slice(1), { packaged: app.isPackaged, underTest });
  if (door !== null) dialog.showErrorBox(dialogWords.notStarted, dialogWords.doorOpen(door));
  return door === null;
}

function servePages(sitting: Sitting): void {
  const manifest = manifestFrom(readFileSync(places.manifest, 'utf8'));
  for (const page of pages) {
    const served = { page, folder: places.pages, manifest };
    serveSession(sessionOf(page), page === 'desk' ? { ...served, read: sitting.read } : { ...served, read: null });
  }
}

function showMenuFor(sitting: Sitting): void {
  showMenu(sitting.line === null ? unlockMenu : deskMenu, {
    action: (id) => sitting.menuAction(id),
    shell: { lock: () => void sitting.lock('locked'), 'lock-at-once': () => void sitting.lock('locked', 0), quit: () => app.quit() },
    keys: !underTest,
  });
}

/** The app leaves only when the case process has: closing the last window, or quitting, locks first. */
function leaveOnlyClosed(sitting: Sitting): void {
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (!sitting.busy) return;
    event.preventDefault();
    void sitting.end().then(() => app.quit());
  });
}
