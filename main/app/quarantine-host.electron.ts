import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { app, MessageChannelMain, type MessagePortMain } from 'electron';
import type { FromEngine, ToEngine } from '#main/intake/engine-messages.ts';
import { encodeFrame, frameReader } from '#main/intake/frames.ts';
import { type QuarantineClient, quarantineClient } from '#main/intake/quarantine-client.ts';
import { registerScheme } from '../protocols/app-scheme.electron.ts';
import { manifestFrom } from '../protocols/build-manifest.ts';
import { guardAllContents } from '../windows/guard-contents.electron.ts';
import { hardenAllSessions } from '../windows/harden-session.electron.ts';
import type { QuarantinePages } from '../windows/quarantine-pages.ts';
import { createQuarantine } from '../windows/quarantine-window.electron.ts';
import { hardenCommandLine } from './harden-command-line.electron.ts';
import { places } from './places.electron.ts';

/**
 * The app as the quarantine of a command line (main/intake/engine-quarantine): no window, no case, no lock of the single instance, a
 * profile of its own that goes with it. It leaves when the pipe closes, so that no command leaves it behind.
 */
export async function runQuarantineHost(): Promise<void> {
  hardenCommandLine();
  app.enableSandbox();
  const profile = mkdtempSync(join(app.getPath('temp'), 'corroborate-quarantine-'));
  app.setPath('userData', profile);
  process.on('exit', () => rmSync(profile, { recursive: true, force: true }));
  // Standard output carries frames; a stray line on it would end the conversation.
  console.log = console.info = console.debug = () => undefined;
  registerScheme();
  hardenAllSessions();
  guardAllContents();
  app.on('window-all-closed', () => undefined); // between two files there is no window
  await app.whenReady();
  answerFrames();
}

function answerFrames(): void {
  const manifest = manifestFrom(readFileSync(places.manifest, 'utf8'));
  const pages = createQuarantine({ folder: places.pages, manifest, preload: places.quarantinePreload });
  const quarantine = clientOf(pages);
  const read = frameReader();
  const leave = () => {
    pages.end();
    app.exit(0);
  };
  const say = (message: FromEngine) => {
    for (const part of encodeFrame(message)) process.stdout.write(part);
  };
  process.stdout.on('error', leave);
  process.stdin.on('end', leave);
  process.stdin.on('error', leave);
  process.stdin.on('data', (piece: Uint8Array) => {
    try {
      for (const message of read(piece)) void quarantine.examine((message as ToEngine).examine).then((reply) => say({ reply }));
    } catch {
      leave(); // whoever started us speaks something else
    }
  });
  say({ ready: true });
}

/** This process ends with its command, so it may hold both ends: the pages' and the files'. */
function clientOf(pages: QuarantinePages<MessagePortMain>): QuarantineClient {
  const finish = new Map<number, () => void>();
  const client: QuarantineClient = quarantineClient({
    needPage: (call, patienceMs) => {
      const { port1, port2 } = new MessageChannelMain();
      const finished = new Promise<void>((resolve) => void finish.set(call, resolve));
      void pages.lend(port2, { patienceMs, finished }).then((end) => {
        finish.delete(call);
        if (end !== 'finished') client.over(call, end);
      });
      client.join(call, port1);
    },
    pageDone: (call) => finish.get(call)?.(),
  });
  return client;
}
