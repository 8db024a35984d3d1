import type { PortFrame } from '../port-link.ts';
import type { SealedLetter } from '../port-seal.ts';
import type { PageSeal } from './page-seal.ts';

export type PagePorts = {
  readonly export: (port: MessagePort) => string;
  readonly import: (id: string) => MessagePort;
  readonly receive: (frame: PortFrame) => void;
};
/** A port of the page; sealing takes time, so each direction keeps its letters in a line. */
type Held = { readonly port: MessagePort; outgoing: Promise<void>; incoming: Promise<void> };

/** The page's end of a PortLink: real DOM ports here, numbers on the wire. */
export function makePagePorts(seal: PageSeal, send: (frame: PortFrame) => void): PagePorts {
  const held = new Map<string, Held>();
  let next = 0;

  function hold(id: string, port: MessagePort): void {
    const one: Held = { port, outgoing: Promise.resolve(), incoming: Promise.resolve() };
    held.set(id, one);
    port.addEventListener('message', (event) => {
      const ports = event.ports.map(exportPort);
      one.outgoing = one.outgoing.then(async () => send({ op: 'port', id, data: await seal.seal(event.data), ports }));
    });
    port.addEventListener('close', () => {
      void one.outgoing.then(() => {
        if (held.delete(id)) send({ op: 'port-close', id });
      });
    });
    port.start();
  }

  function exportPort(port: MessagePort): string {
    const id = `page${++next}`;
    hold(id, structuredClone(port, { transfer: [port] })); // the former holder's port is dead from here on
    return id;
  }

  function importPort(id: string): MessagePort {
    const { port1, port2 } = new MessageChannel();
    hold(id, port1);
    return port2;
  }

  function receive(frame: PortFrame): void {
    const one = held.get(frame.id);
    if (frame.op === 'port') {
      const ports = frame.ports.map(importPort);
      if (one) one.incoming = one.incoming.then(async () => one.port.postMessage(await seal.open(frame.data as SealedLetter), ports));
      return;
    }
    held.delete(frame.id);
    void one?.incoming.then(() => one.port.close());
  }

  return { export: exportPort, import: importPort, receive };
}
