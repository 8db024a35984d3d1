import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping.js';

type Commands = ProtocolMapping.Commands;
type Events = ProtocolMapping.Events;
type Answer = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};
type Pending = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void; readonly method: string };

/** Chromium closes the pipe on a message between 72 MB and 80 MB (measured), which would take every window down. */
export const cdpMessageLimitBytes = 70 * 1024 * 1024;

/** The DevTools protocol over --remote-debugging-pipe: JSON messages ended by NUL, no socket that others could reach. */
export class Cdp {
  #nextId = 0;
  readonly #pending = new Map<number, Pending>();
  readonly #events = new EventEmitter().setMaxListeners(0);
  readonly #out: Writable;
  #closed = false;

  constructor(out: Writable, input: Readable) {
    this.#out = out;
    let parts: Buffer[] = [];
    input.on('data', (chunk: Buffer) => {
      let start = 0;
      for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
        parts.push(chunk.subarray(start, end));
        const text = Buffer.concat(parts).toString();
        parts = [];
        start = end + 1;
        this.#receive(JSON.parse(text) as Answer);
      }
      if (start < chunk.length) parts.push(chunk.subarray(start));
    });
    input.on('close', () => this.#close());
    out.on('error', () => this.#close());
  }

  send<M extends keyof Commands>(method: M, params?: Commands[M]['paramsType'][0], sessionId?: string): Promise<Commands[M]['returnType']> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new Error(`${method}: the browser is closed`));
      const id = ++this.#nextId;
      const text = `${JSON.stringify({ id, method, params: params ?? {}, sessionId })}\0`;
      if (text.length > cdpMessageLimitBytes)
        return reject(new Error(`stand-in: a message of ${text.length} bytes is over the limit of ${cdpMessageLimitBytes}; send less at a time`));
      this.#pending.set(id, { resolve: resolve as (value: unknown) => void, reject, method });
      this.#out.write(text);
    });
  }

  on<E extends keyof Events>(event: E, listener: (params: Events[E][0], sessionId: string) => void): void {
    this.#events.on(event, listener);
  }

  onClose(listener: () => void): void {
    this.#events.once('close', listener);
  }

  #receive(message: Answer): void {
    if (message.id === undefined) {
      this.#events.emit(message.method ?? '', message.params, message.sessionId ?? '');
      return;
    }
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.error) pending?.reject(new Error(`${pending.method}: ${message.error.message}`));
    else pending?.resolve(message.result);
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const pending of this.#pending.values()) pending.reject(new Error(`${pending.method}: the browser is closed`));
    this.#pending.clear();
    this.#events.emit('close');
  }
}
