import { nativeTheme } from 'electron';
import type { SettingsChange } from '#shared/contract/settings.ts';
import { speak } from '#shared/wording/speak.ts';
import type { OpenWindows } from './open-windows.electron.ts';
import type { SettingsBook } from './settings-book.ts';
import { spokenLanguage } from './spoken-language.electron.ts';

/** Keeps what was chosen, and lets it hold at once in what is on the screen. True when the app speaks another language from now on. */
export function changeSettings(settings: SettingsBook, windows: OpenWindows, change: SettingsChange): boolean {
  const before = spokenLanguage(settings.now);
  settings.change(change);
  nativeTheme.themeSource = settings.now.theme;
  windows.protect(settings.now.contentProtection);
  const now = spokenLanguage(settings.now);
  speak(now);
  // What the desk composed of words is composed anew; the case stays open in its own process.
  const desk = now === before ? null : windows.get('desk');
  void desk?.webContents.loadURL(desk.webContents.getURL());
  return now !== before;
}
