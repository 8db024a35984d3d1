import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { DeskBridge } from '#shared/contract/contract.ts';
import type { CaseToDesk, DeskToCase } from '#shared/contract/desk-port.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import { channels } from './channels.ts';

/** The desk's end of the channel to the case process, as far as it is used here: a MessagePort of the DOM. */
type CasePort = { readonly postMessage: (message: DeskToCase) => void; onmessage: ((message: { readonly data: CaseToDesk }) => void) | null };
type Listener = Parameters<DeskBridge['onEvent']>[0];

/**
 * `window.desk`: four functions that hand on and decide nothing. Work on the case goes over the port, of which the shell only carried
 * the ends; checks are in the case process. What concerns the window itself goes to the shell, through the gate.
 */
const open = new Map<number, (reply: Reply<unknown>) => void>();
const listeners = new Set<Listener>();
let calls = 0;

const port = new Promise<CasePort>((resolve) => {
  ipcRenderer.once(channels.deskPort, (event: IpcRendererEvent) => {
    const given = event.ports[0] as CasePort | undefined;
    if (given === undefined) return;
    given.onmessage = ({ data }) => receive(data);
    resolve(given);
  });
  void ipcRenderer.invoke(channels.deskPort);
});

function receive(message: CaseToDesk): void {
  if (message.tell === 'event') {
    for (const listener of listeners) listener(message.event);
    return;
  }
  open.get(message.call)?.(message.reply);
  open.delete(message.call);
}

/** `R` is what the contract says the answer is; the case process is compiled with the same contract. */
async function work<R>(ask: DeskToCase['ask'], name: DeskToCase['name'], input: unknown): Promise<R> {
  const to = await port;
  return new Promise((resolve, reject) => {
    calls += 1;
    open.set(calls, (reply) => resolve(reply as R));
    try {
      to.postMessage({ ask, call: calls, name, input });
    } catch (cannotBeCloned) {
      open.delete(calls);
      reject(cannotBeCloned);
    }
  });
}

const desk: DeskBridge = {
  command: (name, input) => work('command', name, input),
  query: (name, input) => work('query', name, input),
  shell: (request) => ipcRenderer.invoke(channels.deskShell, request),
  onEvent: (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
ipcRenderer.on(channels.deskEvent, (_event: IpcRendererEvent, event: Parameters<Listener>[0]) => {
  for (const listener of listeners) listener(event);
});
contextBridge.exposeInMainWorld('desk', desk);
