import type { IpcMainInvokeEvent, MessagePortMain } from 'electron';
import { originOf, pageOrigins, scheme } from '#shared/contract/page-origins.ts';
import type { BuildManifest } from '../protocols/build-manifest.ts';
import { servePage } from '../protocols/serve-page.ts';
import { quarantineChannels } from './quarantine-channels.ts';
import { type QuarantinePage, type QuarantinePages, quarantinePages } from './quarantine-pages.ts';
import { openSecureWindow, sessionOf } from './secure-window.electron.ts';

export type QuarantineParts = {
  /** Folder of the built pages, with the list of files that may be given out. */
  readonly folder: string;
  readonly manifest: BuildManifest;
  /** Bundled main/bridge/quarantine-preload. */
  readonly preload: string;
};

/**
 * The only place where bytes from outside are parsed: a hidden window without Node, network, storage or permission, in Chromium's
 * sandbox, one for each file. The shell holds the window and hands its page one end of a channel; the file comes and the draft goes over
 * that, and the shell sees neither. To be made after the app is ready; `end` when nothing more is to be examined.
 */
export function createQuarantine(parts: QuarantineParts): QuarantinePages<MessagePortMain> {
  return quarantinePages((port) => openPage(parts, port));
}

function openPage(parts: QuarantineParts, port: MessagePortMain): QuarantinePage {
  serve(parts);
  const window = openSecureWindow({ page: 'quarantine', preload: parts.preload, width: 800, height: 600, hidden: true });
  const { webContents } = window;
  const gone = new Promise<void>((resolve) => {
    webContents.once('render-process-gone', () => resolve());
    webContents.once('did-fail-load', () => resolve());
    webContents.once('destroyed', () => resolve());
  });
  const started = new Promise<void>((resolve) => {
    webContents.ipc.handleOnce(quarantineChannels.port, (event) => {
      refuseStranger(event);
      webContents.postMessage(quarantineChannels.port, null, [port]);
      resolve();
    });
  });
  return { started, gone, kill: () => kill(window) };
}

/** A page that spins does not answer a polite close; its process is ended first. */
function kill(window: Electron.BrowserWindow): void {
  if (window.isDestroyed()) return;
  window.webContents.forcefullyCrashRenderer();
  window.destroy();
}

/** Files of the page. The session has nothing else to answer with. */
function serve({ folder, manifest }: QuarantineParts): void {
  const { protocol } = sessionOf('quarantine');
  if (protocol.isProtocolHandled(scheme)) return;
  protocol.handle(scheme, (request) => servePage(request, 'quarantine', folder, manifest));
}

/** Only the top frame of the page as we loaded it may ask. */
function refuseStranger({ senderFrame }: IpcMainInvokeEvent): void {
  if (senderFrame === null || senderFrame.parent !== null || originOf(senderFrame.url) !== pageOrigins.quarantine) throw new Error('quarantine: not our page');
}
