import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { KeysReply, KeysRequest } from '#shared/contract/keys.ts';
import type { FromUnlockPage, ToUnlockPage, UnlockBridge, UnlockProgress, UnlockReply, UnlockRequest } from '#shared/contract/unlock.ts';
import { languageChoices } from '#shared/kernel/languages.ts';
import { channels } from './channels.ts';

/** The page's end of the channel to the case process, as far as it is used here: a MessagePort of the DOM. */
type CasePort = {
  readonly postMessage: (message: FromUnlockPage) => void;
  readonly close: () => void;
  onmessage: ((message: { readonly data: ToUnlockPage }) => void) | null;
};

/**
 * `window.unlock`. Questions about folders go to the shell; what holds a passphrase goes over the port to the case process, of
 * which the shell only carried the ends.
 */
let port: CasePort | null = null;
let whenPortComes: () => void = () => undefined;
let whenProcessEnds: () => void = () => undefined;
let tellProgress: (progress: UnlockProgress) => void = () => undefined;

ipcRenderer.on(channels.casePort, (event: IpcRendererEvent) => {
  port?.close();
  port = event.ports[0] ?? null;
  whenPortComes();
});
ipcRenderer.on(channels.caseEnded, () => {
  port = null;
  whenProcessEnds();
});

/** `R` is what the contract says the answer to this sort of message is. */
async function send<R extends UnlockReply | KeysReply>(message: Exclude<FromUnlockPage, { readonly cancel: true }>): Promise<R> {
  if (port === null) {
    await new Promise<void>((resolve) => {
      whenPortComes = resolve;
      whenProcessEnds = resolve;
    });
  }
  const to = port;
  if (to === null) return ended as R;
  return new Promise((resolve) => {
    to.onmessage = ({ data }) => ('progress' in data ? tellProgress(data.progress) : resolve(data as R));
    whenProcessEnds = () => resolve(ended as R);
    to.postMessage(message);
    wipe('unlock' in message ? message.unlock : message.keys);
  });
}
const ended = { ok: false, problem: { kind: 'internal', reference: 'case-process-ended' } } satisfies UnlockReply;

/** The page's bytes were copied into this world, then into the message; this world's copy goes now, the page wipes its own. */
function wipe(request: UnlockRequest | KeysRequest): void {
  const proof = 'proof' in request ? request.proof : 'old' in request ? request.old : 'secret' in request ? request.secret : null;
  if (proof?.by === 'passphrase') for (const bytes of [proof.passphrase, proof.keyFile]) bytes?.fill(0);
  if ('passphrase' in request) request.passphrase.fill(0);
  if ('keyFile' in request) request.keyFile?.fill(0);
  if ('newPassphrase' in request) request.newPassphrase.fill(0);
}

const demonstrationEngine = process.argv.includes('--corroborate-demonstration-engine');
const theme = (['light', 'dark'] as const).find((each) => process.argv.includes(`--corroborate-theme=${each}`)) ?? 'system';
const said = (fact: string) => process.argv.find((each) => each.startsWith(`--corroborate-${fact}=`))?.split('=')[1];
const unlock: UnlockBridge = {
  shell: (request) => {
    // The port to the next case process is on its way; a question must not go to the last one.
    if (request.ask === 'start-case' || request.ask === 'start-demonstration') port = null;
    return ipcRenderer.invoke(channels.unlockShell, request);
  },
  ask: (request) => send({ unlock: request }),
  keys: (request) => send({ keys: request }),
  onProgress: (listener) => {
    tellProgress = listener;
  },
  cancel: () => port?.postMessage({ cancel: true }),
  demonstrationEngine,
  theme,
  language: languageChoices.find((each) => each === said('language')) ?? 'system',
  spoken: languageChoices.find((each) => each === said('spoken')) ?? 'en',
};
contextBridge.exposeInMainWorld('unlock', unlock);
