import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { JobToPage, PageToJob, QuarantineBridge } from '#shared/contract/quarantine.ts';
import { quarantineChannels } from '../windows/quarantine-channels.ts';

/** The page's end of the channel to whoever has the file, as far as it is used here: a MessagePort of the DOM. */
type JobPort = { readonly postMessage: (message: PageToJob) => void; onmessage: ((message: { readonly data: JobToPage }) => void) | null };

/** Asked for when the page takes its job: to the shell this is the page's start, from which its time counts. */
let port: Promise<JobPort> | null = null;
function askForPort(): Promise<JobPort> {
  return new Promise((resolve, reject) => {
    ipcRenderer.once(quarantineChannels.port, (event: IpcRendererEvent) => {
      const given = event.ports[0] as JobPort | undefined;
      if (given !== undefined) resolve(given);
    });
    ipcRenderer.invoke(quarantineChannels.port).catch(reject);
  });
}

async function ask(question: PageToJob): Promise<JobToPage> {
  port ??= askForPort();
  const to = await port;
  return new Promise((resolve) => {
    to.onmessage = ({ data }) => resolve(data);
    to.postMessage(question);
  });
}

/** `window.quarantine`: take the one job, ask for its bytes one piece after the other, answer it once. */
const quarantine: QuarantineBridge = {
  take: async () => {
    const told = await ask({ ask: 'job' });
    if (!('job' in told)) throw new Error('refused');
    return told.job;
  },
  piece: async (from) => {
    const told = await ask({ ask: 'piece', from });
    if (!('piece' in told)) throw new Error('refused');
    return told.piece;
  },
  tell: (told, of) => void port?.then((to) => to.postMessage({ told, of })),
  answer: async (answer) => {
    port ??= askForPort();
    (await port).postMessage({ answer });
  },
};
contextBridge.exposeInMainWorld('quarantine', quarantine);
