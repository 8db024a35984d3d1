import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { UnlockBridge, UnlockReply, UnlockRequest } from '#shared/contract/unlock.ts';
import { channels } from './channels.ts';

/** The page's end of the channel to the case process, as far as it is used here: a MessagePort of the DOM. */
type CasePort = {
  readonly postMessage: (message: UnlockRequest) => void;
  readonly close: () => void;
  onmessage: ((message: { readonly data: UnlockReply }) => void) | null;
};

/**
 * `window.unlock`. Questions about folders go to the shell; what holds a passphrase goes over the port to the case process, of
 * which the shell only carried the ends.
 */
let port: CasePort | null = null;
let whenPortComes: () => void = () => undefined;
let whenProcessEnds: () => void = () => undefined;

ipcRenderer.on(channels.casePort, (event: IpcRendererEvent) => {
  port?.close();
  port = event.ports[0] ?? null;
  whenPortComes();
});
ipcRenderer.on(channels.caseEnded, () => {
  port = null;
  whenProcessEnds();
});

async function ask(request: UnlockRequest): Promise<UnlockReply> {
  if (port === null) {
    await new Promise<void>((resolve) => {
      whenPortComes = resolve;
      whenProcessEnds = resolve;
    });
  }
  const to = port;
  if (to === null) return ended;
  return new Promise((resolve) => {
    to.onmessage = (message) => resolve(message.data);
    whenProcessEnds = () => resolve(ended);
    to.postMessage(request);
    wipe(request);
  });
}
const ended: UnlockReply = { ok: false, problem: { kind: 'internal', reference: 'case-process-ended' } };

/** The page's bytes were copied into this world, then into the message; this world's copy goes now, the page wipes its own. */
function wipe(request: UnlockRequest): void {
  if ('passphrase' in request) request.passphrase.fill(0);
  if ('newPassphrase' in request) request.newPassphrase.fill(0);
}

const demonstrationEngine = process.argv.includes('--corroborate-demonstration-engine');
const theme = (['light', 'dark'] as const).find((each) => process.argv.includes(`--corroborate-theme=${each}`)) ?? 'system';
const unlock: UnlockBridge = {
  shell: (request) => {
    // The port to the next case process is on its way; a question must not go to the last one.
    if (request.ask === 'start-case') port = null;
    return ipcRenderer.invoke(channels.unlockShell, request);
  },
  ask,
  demonstrationEngine,
  theme,
};
contextBridge.exposeInMainWorld('unlock', unlock);
