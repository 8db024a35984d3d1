import { app } from './app.ts';
import { clipboard, globalShortcut, net, powerMonitor, safeStorage, screen, shell } from './desktop.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu, MenuItem } from './menu.ts';
import { nativeTheme } from './native-theme.ts';
import { MessageChannelMain, MessagePortMain } from './ports.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { protocol, session } from './session.ts';
import { utilityProcess } from './utility-process.ts';
import { webContents } from './web-contents.ts';
import { BrowserWindow } from './window.ts';

/** What `require('electron')` answers in the main process. A module that is not here (autoUpdater, crashReporter, …) is an error. */
export const electron = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  MessagePortMain,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
};
refuseUnknown('electron', electron);
