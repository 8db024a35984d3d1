import type { IpcMainInvokeEvent } from 'electron';
import { type QuarantineClient, type QuarantinePage, quarantineClient } from '#main/intake/quarantine-client.ts';
import { originOf, pageOrigins, scheme } from '#shared/contract/page-origins.ts';
import type { ExamineJob, PageAnswer } from '#shared/contract/quarantine.ts';
import type { BuildManifest } from '../protocols/build-manifest.ts';
import { servePage } from '../protocols/serve-page.ts';
import { quarantineChannels } from './quarantine-channels.ts';
import { headerOf, serveJob } from './quarantine-job.ts';
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
 * sandbox, one for each file. To be made after the app is ready; `end` when nothing more is to be examined.
 */
export function createQuarantine(parts: QuarantineParts): QuarantineClient {
  return quarantineClient((job) => openPage(parts, job));
}

function openPage(parts: QuarantineParts, job: ExamineJob): QuarantinePage {
  serve(parts, job);
  const window = openSecureWindow({ page: 'quarantine', preload: parts.preload, width: 800, height: 600, hidden: true });
  const { webContents } = window;
  let begin: () => void = () => undefined;
  const started = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const answer = new Promise<PageAnswer>((resolve) => {
    const crashed = () => resolve({ ok: false, reason: 'crashed' });
    webContents.once('render-process-gone', crashed);
    webContents.once('did-fail-load', crashed);
    webContents.once('destroyed', crashed);
    webContents.ipc.handleOnce(quarantineChannels.take, (event) => {
      refuseStranger(event);
      begin();
      return headerOf(job);
    });
    webContents.ipc.handleOnce(quarantineChannels.answer, (event, given: PageAnswer) => {
      refuseStranger(event);
      resolve(isAnswer(given) ? given : { ok: false, reason: 'crashed' });
    });
  });
  return { started, answer, kill: () => kill(window, parts) };
}

/** A page that spins does not answer a polite close; its process is ended first. */
function kill(window: Electron.BrowserWindow, parts: QuarantineParts): void {
  serve(parts, null);
  if (window.isDestroyed()) return;
  window.webContents.forcefullyCrashRenderer();
  window.destroy();
}

/** Files of the page, and the bytes of the one job of the moment. The session has nothing else to answer with. */
function serve({ folder, manifest }: QuarantineParts, job: ExamineJob | null): void {
  const { protocol } = sessionOf('quarantine');
  if (protocol.isProtocolHandled(scheme)) protocol.unhandle(scheme);
  protocol.handle(scheme, async (request) => (job === null ? null : serveJob(request, job)) ?? servePage(request, 'quarantine', folder, manifest));
}

/** Only the top frame of the page as we loaded it may ask. */
function refuseStranger({ senderFrame }: IpcMainInvokeEvent): void {
  if (senderFrame === null || senderFrame.parent !== null || originOf(senderFrame.url) !== pageOrigins.quarantine) throw new Error('quarantine: not our page');
}

function isAnswer(given: unknown): given is PageAnswer {
  return typeof given === 'object' && given !== null && 'ok' in given && (given.ok === true ? 'draft' in given : given.ok === false);
}
