import '#shared/kernel/no-eval.ts';

import type { MessageEvent, MessagePortMain } from 'electron';
import { readyArgon2id } from '#main/crypto/argon2id.ts';
import type { ToCaseProcess } from '#shared/contract/case-process.ts';
import type { DeskToCase } from '#shared/contract/desk-port.ts';
import type { FromUnlockPage, UnlockProgress } from '#shared/contract/unlock.ts';
import { speak } from '#shared/wording/speak.ts';
import { type CaseProcessWork, caseProcessWork } from './case-process-work.ts';

/**
 * Entry of the process that holds one open case: keys, plaintext and all work on them. It lives from the choice of a folder to the
 * lock, and its memory goes with it. Its first message brings the port of the unlock page, over which passphrases come.
 */
let work: CaseProcessWork | null = null;
readyArgon2id();

process.parentPort.on('message', ({ data, ports }: MessageEvent) => {
  const message = data as ToCaseProcess; // from the shell, which is this same program
  const [page] = ports;
  if (message.to === 'desk') return work === null || page === undefined ? undefined : listenToDesk(page, work);
  if (message.to === 'page') return page === undefined ? undefined : work?.joinPage(message.call, page);
  if (message.to !== 'start') return void work?.onShell(message);
  if (work !== null || page === undefined) return;
  speak(message.language);
  work = caseProcessWork({
    folder: message.folder,
    tool: message.tool,
    anchors: message.anchors,
    tellShell: (told) => process.parentPort.postMessage(told),
    // Reference, sort of error and frames; never a message, which could hold case content.
    reportBug: (bug) => console.error(JSON.stringify(bug)),
    leave: () => process.exit(0),
  });
  listenToPage(page, work);
  process.parentPort.postMessage({ from: 'ready' });
});

function listenToDesk(desk: MessagePortMain, { joinDesk }: CaseProcessWork): void {
  const hear = joinDesk((message) => desk.postMessage(message));
  desk.on('message', ({ data }: MessageEvent) => void hear(data as DeskToCase)); // the dispatcher checks every field
  desk.start();
}

function listenToPage(page: MessagePortMain, { onPage, onKeys, cancel }: CaseProcessWork): void {
  page.on('message', ({ data }: MessageEvent) => {
    const message = data as FromUnlockPage; // from our own page; requests about keys are checked field by field
    if ('cancel' in message) return cancel();
    const tell = (progress: UnlockProgress) => page.postMessage({ progress });
    void ('keys' in message ? onKeys(message.keys) : onPage(message.unlock, tell)).then((reply) => page.postMessage(reply));
  });
  page.start();
}
