import { readFileSync } from 'node:fs';
import { app, dialog, nativeTheme } from 'electron';
import { quarantineHostArgument } from '#main/intake/engine-messages.ts';
import { dialogWords } from '#shared/wording/english/shell.ts';
import { speak } from '#shared/wording/speak.ts';
import { openGate } from '../bridge/gate.electron.ts';
import { registerScheme, serveSession } from '../protocols/app-scheme.electron.ts';
import { manifestFrom } from '../protocols/build-manifest.ts';
import { guardAllContents } from '../windows/guard-contents.electron.ts';
import { hardenAllSessions } from '../windows/harden-session.electron.ts';
import { showMenu } from '../windows/menu.electron.ts';
import { deskMenu, unlockMenu } from '../windows/menu-plan.ts';
import { createQuarantine } from '../windows/quarantine-window.electron.ts';
import { sessionOf } from '../windows/secure-window.electron.ts';
import { newTickets } from '../windows/tickets.ts';
import { answerDesk } from './answer-desk.electron.ts';
import { answerUnlock } from './answer-unlock.electron.ts';
import { doorLeftOpen } from './door-left-open.ts';
import { hardenCommandLine } from './harden-command-line.electron.ts';
import { OpenWindows } from './open-windows.electron.ts';
import { places, settingsFolder } from './places.electron.ts';
import { runQuarantineHost } from './quarantine-host.electron.ts';
import { SettingsBook } from './settings-book.ts';
import { Sitting } from './sitting.electron.ts';
import { spokenLanguage } from './spoken-language.electron.ts';

const underTest = process.env['CORROBORATE_UNDER_TEST'] === '1';
void (process.argv.includes(quarantineHostArgument) ? runQuarantineHost() : boot());

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
  const manifest = manifestFrom(readFileSync(places.manifest, 'utf8'));
  const newQuarantine = () => createQuarantine({ folder: places.pages, manifest, preload: places.quarantinePreload });
  const sitting: Sitting = new Sitting({
    windows,
    settings,
    newQuarantine,
    takeTicket: tickets.take,
    forgetTickets: tickets.forget,
    turned: () => showMenuFor(sitting, settings),
  });
  nativeTheme.themeSource = settings.now.theme;
  speak(spokenLanguage(settings.now));
  windows.protect(settings.now.contentProtection);
  serveSession(sessionOf('unlock'), { page: 'unlock', folder: places.pages, manifest, read: null });
  serveSession(sessionOf('desk'), { page: 'desk', folder: places.pages, manifest, read: sitting.read });
  openGate({
    openPages: windows.pages,
    joinDesk: () => sitting.joinDesk(),
    answerDesk: (request) => answerDesk(request, windows, sitting, settings, tickets),
    answerUnlock: (request) => answerUnlock(request, windows, sitting, settings, tickets),
  });
  leaveOnlyClosed(sitting, windows);
  app.on('second-instance', () => windows.front()?.focus());
  sitting.showUnlock('start');
}

function commandLineIsClean(): boolean {
  const door = doorLeftOpen(process.argv.slice(1), { packaged: app.isPackaged, underTest });
  if (door !== null) dialog.showErrorBox(dialogWords.notStarted, dialogWords.doorOpen(door));
  return door === null;
}

function showMenuFor(sitting: Sitting, settings: SettingsBook): void {
  showMenu(sitting.line === null ? unlockMenu : deskMenu(settings.now.panicKey, sitting.views), {
    action: (id) => sitting.menuAction(id),
    shell: { lock: () => void sitting.lock('locked'), 'lock-at-once': () => void sitting.lock('locked', 0), quit: () => app.quit() },
    keys: !underTest,
  });
}

/** The app leaves only when the case process has: closing the last window, or quitting, locks first. */
function leaveOnlyClosed(sitting: Sitting, windows: OpenWindows): void {
  // A hidden window of the quarantine is no reason to stay.
  windows.whenNoneIsLeft(() => app.quit());
  app.on('window-all-closed', () => undefined);
  app.on('before-quit', (event) => {
    if (!sitting.busy) return;
    event.preventDefault();
    void sitting.end().then(() => app.quit());
  });
}
