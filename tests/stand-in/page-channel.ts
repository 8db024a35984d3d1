import type * as Electron from 'electron';
import { reportAttempt } from './attempts.ts';
import { underDebugger } from './command-line.ts';
import { secretNames } from './engine.ts';
import { preventable } from './event.ts';
import { type IpcMain, ipcMain } from './ipc-main.ts';
import { PortLink } from './port-link.ts';
import { MessagePortMain, takeEnds } from './ports.ts';
import type { WebContents } from './web-contents.ts';
import { decode, encode } from './wire.ts';
import type { FromPage, ToPage } from './world/renderer-ipc.ts';

type Key = Extract<FromPage, { op: 'key' }>;
type Invoke = Extract<FromPage, { op: 'invoke' }>;
type Send = Extract<FromPage, { op: 'send' }>;

/** Set by the menu: what an accelerator does in the window of a page. */
let pressAccelerator: (key: Key, page: WebContents) => void = () => {};
export function onAccelerator(listener: typeof pressAccelerator): void {
  pressAccelerator = listener;
}

/** Messages between the main process and the isolated world of one page. */
export class PageChannel {
  readonly #page: WebContents;
  readonly #ports: PortLink;
  #context = 0;
  /** Messages sent before the preload's world exists, as Electron keeps them. */
  #early: ToPage[] = [];

  constructor(page: WebContents) {
    this.#page = page;
    this.#ports = this.#newLink();
  }

  send(channel: string, args: readonly unknown[], transfer: readonly object[]): void {
    const encoded = encode(args);
    const ports = takeEnds(transfer).map((end) => this.#ports.export(end));
    this.#deliver({ op: 'event', channel, args: encoded, ports });
  }

  close(): void {
    this.#ports.closeAll();
  }

  /** The page has left the document its ports and world belonged to. */
  startOver(): void {
    this.#context = 0;
    this.#ports.closeAll();
  }

  receive(payload: string, contextId: number): void {
    const message = JSON.parse(payload) as FromPage;
    if (message.op === 'hello') this.#begin(contextId);
    else if (message.op === 'wish') reportAttempt({ outcome: isKept(message.by, this.#page) ? 'refused' : 'let-through', by: message.by, url: message.url });
    else if (message.op === 'key') {
      if (!underDebugger()) pressAccelerator(message, this.#page);
    } else if (message.op === 'invoke') void this.#invoke(message);
    else if (message.op === 'send') this.#dispatch(message);
    else this.#ports.receive(message);
  }

  #begin(contextId: number): void {
    this.#context = contextId;
    const early = this.#early;
    this.#early = [];
    for (const message of early) this.#deliver(message);
  }

  #dispatch(message: Send): void {
    const ports = message.ports.map((id) => new MessagePortMain(this.#ports.import(id)));
    const reply = (channel: string, ...args: unknown[]) => this.#page.send(channel, ...args);
    const event = Object.assign(this.#sender(), { ports, reply, returnValue: undefined });
    const args = decode(message.args) as unknown[];
    this.#page.emit('ipc-message', event, message.channel, ...args);
    this.#page.ipc.emit(message.channel, event, ...args);
    ipcMain.emit(message.channel, event, ...args);
  }

  async #invoke({ id, channel, args }: Invoke): Promise<void> {
    const event = this.#sender() as unknown as Electron.IpcMainInvokeEvent;
    const handler = handlerOf(this.#page.ipc, channel) ?? handlerOf(ipcMain, channel);
    try {
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      const value = encode(await handler(event, ...(decode(args) as unknown[])));
      this.#deliver({ op: 'reply', id, channel, value });
    } catch (error) {
      this.#deliver({ op: 'reply', id, channel, error: String(error) });
    }
  }

  #sender(): object {
    const { mainFrame, id } = this.#page;
    return Object.assign(preventable(), { type: 'frame', sender: this.#page, senderFrame: mainFrame, processId: id, frameId: id });
  }

  #deliver(message: ToPage): void {
    if (this.#page.isDestroyed()) return;
    if (this.#context === 0) {
      if (message.op === 'event') this.#early.push(message);
      return;
    }
    const call = {
      executionContextId: this.#context,
      silent: true,
      functionDeclaration: `function (text) { globalThis.${secretNames.binding}_in(text); }`,
      arguments: [{ value: JSON.stringify(message) }],
    };
    this.#page.command('Runtime.callFunctionOn', call).catch((error: unknown) => {
      if (/over the limit/.test(String(error))) console.error(String(error)); // else the page has just left
    });
  }

  #newLink(): PortLink {
    return new PortLink('main', (frame) => this.#deliver(frame), { encode, decode });
  }
}

/** WebRTC stays on the machine when the application has asked for the strictest policy; nothing an application says stops the rest. */
function isKept(by: string, page: WebContents): boolean {
  return by === 'webrtc' && page.getWebRTCIPHandlingPolicy() === 'disable_non_proxied_udp';
}

function handlerOf(ipc: IpcMain, channel: string): ReturnType<IpcMain['handlerOf']> {
  return ipc.handlerOf(channel);
}
