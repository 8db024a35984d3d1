import type { PortFrame } from '../port-link.ts';
import { decode, encode } from '../wire.ts';

export type PagePorts = {
  readonly export: (port: MessagePort) => string;
  readonly import: (id: string) => MessagePort;
  readonly receive: (frame: PortFrame) => void;
};

/** The page's end of a PortLink: real DOM ports here, numbers on the wire. */
export function makePagePorts(send: (frame: PortFrame) => void): PagePorts {
  const held = new Map<string, MessagePort>();
  let next = 0;

  function hold(id: string, port: MessagePort): void {
    held.set(id, port);
    port.addEventListener('message', (event) => send({ op: 'port', id, data: encode(event.data), ports: event.ports.map(exportPort) }));
    port.addEventListener('close', () => {
      if (held.delete(id)) send({ op: 'port-close', id });
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
    const port = held.get(frame.id);
    if (frame.op === 'port') {
      const ports = frame.ports.map(importPort);
      port?.postMessage(decode(frame.data), ports);
      return;
    }
    held.delete(frame.id);
    port?.close();
  }

  return { export: exportPort, import: importPort, receive };
}
