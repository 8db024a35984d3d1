import type { MessageEvent, MessagePortMain } from 'electron';
import type { ToCaseProcess } from '#shared/contract/case-process.ts';
import type { UnlockRequest } from '#shared/contract/unlock.ts';
import { type CaseProcessWork, caseProcessWork } from './case-process-work.ts';

/**
 * Entry of the process that holds one open case: keys, plaintext and all work on them. It lives from the choice of a folder to the
 * lock, and its memory goes with it. Its first message brings the port of the unlock page, over which passphrases come.
 */
let work: CaseProcessWork | null = null;

process.parentPort.on('message', ({ data, ports }: MessageEvent) => {
  const message = data as ToCaseProcess; // from the shell, which is this same program
  if (message.to !== 'start') return void work?.onShell(message);
  const [page] = ports;
  if (work !== null || page === undefined) return;
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

function listenToPage(page: MessagePortMain, { onPage }: CaseProcessWork): void {
  page.on('message', ({ data }: MessageEvent) => {
    void onPage(data as UnlockRequest).then((reply) => page.postMessage(reply));
  });
  page.start();
}
