import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { DeskBridge } from '#shared/contract/contract.ts';
import { channels } from './channels.ts';

/** `window.desk`: four functions that hand on and decide nothing. Checks are in the gate and in the case process. */
const desk: DeskBridge = {
  command: (name, input) => ipcRenderer.invoke(channels.deskCommand, name, input),
  query: (name, input) => ipcRenderer.invoke(channels.deskQuery, name, input),
  shell: (request) => ipcRenderer.invoke(channels.deskShell, request),
  onEvent: (listener) => {
    const pass = (_event: IpcRendererEvent, event: Parameters<typeof listener>[0]) => listener(event);
    ipcRenderer.on(channels.deskEvent, pass);
    return () => void ipcRenderer.off(channels.deskEvent, pass);
  },
};
contextBridge.exposeInMainWorld('desk', desk);
