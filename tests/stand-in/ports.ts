import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { open, type SealedLetter, seal } from './port-seal.ts';
import { refuseUnknown } from './refuse-unknown.ts';

type Letter = { readonly data: unknown; readonly ports: readonly PortEnd[] };

/** One end of a message channel. Letters wait until somebody listens; whoever holds an end may hand it on. */
export class PortEnd {
  #peer: PortEnd | undefined;
  #waiting: Letter[] = [];
  #receive: ((letter: Letter) => void) | undefined;
  #closed: (() => void) | undefined;
  #isClosed = false;

  static pair(): [PortEnd, PortEnd] {
    const [one, other] = [new PortEnd(), new PortEnd()];
    one.#peer = other;
    other.#peer = one;
    return [one, other];
  }

  post(letter: Letter): void {
    const peer = this.#peer;
    if (this.#isClosed || peer === undefined || peer.#isClosed) return;
    peer.#waiting.push(letter);
    peer.#deliver();
  }

  listen(receive: (letter: Letter) => void, closed: () => void): void {
    this.#receive = receive;
    this.#closed = closed;
    this.#deliver();
    if (this.#isClosed) setImmediate(closed);
  }

  close(): void {
    for (const end of [this, this.#peer]) {
      if (end === undefined || end.#isClosed) continue;
      end.#deliver();
      end.#isClosed = true;
      const closed = end.#closed;
      if (closed) setImmediate(closed); // after letters that are on their way
    }
  }

  #deliver(): void {
    const receive = this.#receive;
    if (!receive) return;
    const letters = this.#waiting;
    this.#waiting = [];
    for (const letter of letters) setImmediate(() => receive(letter));
  }
}

const endOf = new WeakMap<MessagePortMain, PortEnd>();

export class MessagePortMain extends EventEmitter implements Pick<Electron.MessagePortMain, 'postMessage' | 'start' | 'close'> {
  constructor(end: PortEnd) {
    super();
    endOf.set(this, end);
  }

  postMessage(message: unknown, transfer: readonly object[] = []): void {
    const end = endOf.get(this);
    if (!end) throw new TypeError('Cannot post from a port that was transferred or closed');
    end.post({ data: seal(message), ports: takeEnds(transfer) });
  }

  start(): void {
    endOf.get(this)?.listen(
      ({ data, ports }) => this.emit('message', { data: open(data as SealedLetter), ports: ports.map((port) => new MessagePortMain(port)) }),
      () => this.emit('close'),
    );
  }

  close(): void {
    endOf.get(this)?.close();
    endOf.delete(this);
  }
}
refuseUnknown('MessagePortMain', MessagePortMain.prototype);

export class MessageChannelMain implements Electron.MessageChannelMain {
  readonly port1: Electron.MessagePortMain;
  readonly port2: Electron.MessagePortMain;

  constructor() {
    const [one, other] = PortEnd.pair();
    this.port1 = new MessagePortMain(one);
    this.port2 = new MessagePortMain(other);
  }
}

/** Takes the ends out of ports that are given away: their former holder can no longer use them. */
export function takeEnds(ports: readonly object[]): PortEnd[] {
  return ports.map((port) => {
    const end = endOf.get(port as MessagePortMain);
    if (!end) throw new TypeError('Invalid value for transfer: not a MessagePortMain, or already transferred');
    endOf.delete(port as MessagePortMain);
    return end;
  });
}
