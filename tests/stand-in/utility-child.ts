import { EventEmitter } from 'node:events';
import Module from 'node:module';
import { pathToFileURL } from 'node:url';
import type * as Electron from 'electron';
import { PortLink } from './port-link.ts';
import { takePortKey } from './port-seal.ts';
import { MessagePortMain } from './ports.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { asClone, type UtilityFrame, type UtilityStart } from './utility-frames.ts';

// Runs inside a utility process before the application's module: gives it process.parentPort and hides Node's own channel.

const post = process.send?.bind(process);
const send = (frame: UtilityFrame) => {
  post?.(frame, undefined, undefined, () => undefined); // the main process may have gone
};
const ports = new PortLink('child', send, asClone);

class ParentPort extends EventEmitter implements Pick<Electron.ParentPort, 'postMessage'> {
  #waiting: Electron.MessageEvent[] = [];

  constructor() {
    super();
    this.on('newListener', (event) => {
      if (event === 'message') setImmediate(() => this.#drain());
    });
  }

  postMessage(message: unknown): void {
    send({ op: 'message', data: structuredClone(message), ports: [] });
  }

  arrive(data: unknown, numbers: readonly string[]): void {
    this.#waiting.push({ data, ports: numbers.map((id) => new MessagePortMain(ports.import(id))) });
    this.#drain();
  }

  #drain(): void {
    if (this.listenerCount('message') === 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const event of waiting) this.emit('message', event);
  }
}
refuseUnknown('parentPort', ParentPort.prototype);
const parentPort = new ParentPort();

process.on('message', (received) => {
  const frame = received as UtilityFrame;
  if (frame.op === 'start') start(frame);
  else if (frame.op === 'message') parentPort.arrive(frame.data, frame.ports);
  else ports.receive(frame);
});
process.on('disconnect', () => process.exit(0)); // never outlive the main process, whatever ended it

function start({ modulePath, args, serviceName, execPath, electron, portKey }: UtilityStart): void {
  takePortKey(portKey);
  process.title = serviceName;
  process.execPath = execPath;
  process.argv = [execPath, modulePath, ...args];
  Object.defineProperty(process.versions, 'electron', { value: electron, enumerable: true });
  Object.assign(process, { type: 'utility', parentPort, send: undefined });
  const loader = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };
  const load = loader._load;
  const inside = {};
  refuseUnknown('electron (in a utility process)', inside);
  loader._load = (request, ...rest) => (request === 'electron' ? inside : load.call(Module, request, ...rest));
  import(pathToFileURL(modulePath).href).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
}
