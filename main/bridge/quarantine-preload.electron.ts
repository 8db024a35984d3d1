import { contextBridge, ipcRenderer } from 'electron';
import type { QuarantineBridge } from '#shared/contract/quarantine.ts';
import { quarantineChannels } from '../windows/quarantine-channels.ts';

/** `window.quarantine`: take the one job, answer it once. */
const quarantine: QuarantineBridge = {
  take: () => ipcRenderer.invoke(quarantineChannels.take),
  answer: (answer) => ipcRenderer.invoke(quarantineChannels.answer, answer),
};
contextBridge.exposeInMainWorld('quarantine', quarantine);
