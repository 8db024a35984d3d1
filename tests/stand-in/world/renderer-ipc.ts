import type { IpcRenderer, IpcRendererEvent } from 'electron';
import type { PortFrame } from '../port-link.ts';
import { decode, encode } from '../wire.ts';
import { makePagePorts } from './page-ports.ts';
import { makePageSeal } from './page-seal.ts';

export type ToPage =
  | { readonly op: 'event'; readonly channel: string; readonly args: unknown; readonly ports: readonly string[] }
  | { readonly op: 'reply'; readonly id: number; readonly channel: string; readonly value?: unknown; readonly error?: string }
  | PortFrame;
export type FromPage =
  | { readonly op: 'hello' }
  | { readonly op: 'wish'; readonly by: string; readonly url: string }
  | { readonly op: 'invoke'; readonly id: number; readonly channel: string; readonly args: unknown }
  | { readonly op: 'send'; readonly channel: string; readonly args: unknown; readonly ports: readonly string[] }
  | { readonly op: 'key'; readonly key: string; readonly ctrl: boolean; readonly meta: boolean; readonly alt: boolean; readonly shift: boolean }
  | PortFrame;

type Listener = (event: IpcRendererEvent, ...args: unknown[]) => void;
type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

/** ipcRenderer of one page, over one text channel in each direction. */
export function makeIpcRenderer(
  portKey: string,
  post: (message: FromPage) => void,
): { readonly ipcRenderer: object; readonly receive: (message: ToPage) => void } {
  const listeners = new Map<string, Listener[]>();
  const replies = new Map<number, Waiting>();
  const ports = makePagePorts(makePageSeal(portKey), post);
  let next = 0;
  const on = (channel: string, listener: Listener) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    return ipcRenderer;
  };
  const off = (channel: string, listener: Listener) => {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((each) => each !== listener),
    );
    return ipcRenderer;
  };

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise<unknown>((resolve, reject) => {
        const id = ++next;
        post({ op: 'invoke', id, channel, args: encode(args) });
        replies.set(id, { resolve, reject });
      }),
    send: (channel: string, ...args: unknown[]) => post({ op: 'send', channel, args: encode(args), ports: [] }),
    postMessage: (channel: string, message: unknown, transfer: readonly MessagePort[] = []) =>
      post({ op: 'send', channel, args: encode([message]), ports: transfer.map(ports.export) }),
    on,
    addListener: on,
    once: (channel: string, listener: Listener) => {
      const once: Listener = (event, ...args) => {
        off(channel, once);
        listener(event, ...args);
      };
      return on(channel, once);
    },
    off,
    removeListener: off,
    removeAllListeners: (channel: string) => {
      listeners.delete(channel);
      return ipcRenderer;
    },
    sendSync: () => {
      throw new Error('stand-in: ipcRenderer.sendSync is not supported');
    },
  };

  function receive(message: ToPage): void {
    if (message.op === 'port' || message.op === 'port-close') ports.receive(message);
    else if (message.op === 'event') {
      const event = {
        sender: ipcRenderer as unknown as IpcRenderer,
        ports: message.ports.map(ports.import),
        preventDefault: () => {},
        defaultPrevented: false,
      };
      for (const listener of listeners.get(message.channel) ?? []) listener(event, ...(decode(message.args) as unknown[]));
    } else {
      const waiting = replies.get(message.id);
      replies.delete(message.id);
      if (message.error === undefined) waiting?.resolve(decode(message.value));
      else waiting?.reject(new Error(`Error invoking remote method '${message.channel}': ${message.error}`));
    }
  }
  return { ipcRenderer, receive };
}
