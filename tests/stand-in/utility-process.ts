import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import type * as Electron from 'electron';
import { nodePath } from './engine.ts';
import { PortLink } from './port-link.ts';
import { portKey } from './port-seal.ts';
import { takeEnds } from './ports.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { asClone, type UtilityFrame, type UtilityStart } from './utility-frames.ts';

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

class UtilityProcess extends EventEmitter implements Pick<Electron.UtilityProcess, 'kill' | 'postMessage' | 'pid' | 'stdout' | 'stderr'> {
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  readonly #child: ChildProcess;
  readonly #ports: PortLink;
  #running = true;

  constructor(modulePath: string, args: readonly string[], options: Electron.ForkOptions) {
    super();
    const [, out, err] = streams(options.stdio);
    const child = fork(join(import.meta.dirname, 'utility-child.cjs'), [], {
      execPath: nodePath,
      serialization: 'advanced',
      stdio: ['ignore', out, err, 'ipc'],
      execArgv: options.execArgv ?? [],
      env: { ...(options.env ?? process.env) },
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    this.#child = child;
    this.stdout = child.stdout;
    this.stderr = child.stderr;
    this.#ports = new PortLink('main', (frame) => this.#send(frame), asClone);
    running.add(child);
    child.once('spawn', () => this.emit('spawn'));
    child.on('message', (frame) => this.#receive(frame as UtilityFrame));
    child.once('error', (error) => console.error(`stand-in: ${options.serviceName ?? basename(modulePath)} did not start:`, error));
    child.once('exit', (code, signal) => this.#ended(code ?? (signal === null ? 1 : 15)));
    const start: UtilityStart = {
      op: 'start',
      modulePath,
      args,
      serviceName: options.serviceName ?? 'Node Utility Process',
      execPath: process.execPath,
      electron: process.versions['electron'] ?? '',
      portKey: portKey(),
    };
    child.send(start);
  }

  get pid(): number | undefined {
    return this.#running ? this.#child.pid : undefined;
  }

  postMessage(message: unknown, transfer: readonly object[] = []): void {
    const data = structuredClone(message); // throws on what cannot be sent before any port is given away
    this.#send({ op: 'message', data, ports: takeEnds(transfer).map((end) => this.#ports.export(end)) });
  }

  kill(): boolean {
    return this.#running && this.#child.kill();
  }

  #send(frame: UtilityFrame): void {
    if (this.#running && this.#child.connected) this.#child.send(frame, () => undefined); // it may end at any moment
  }

  #receive(frame: UtilityFrame): void {
    if (frame.op === 'message') this.emit('message', frame.data);
    else if (frame.op !== 'start') this.#ports.receive(frame);
  }

  #ended(code: number): void {
    this.#running = false;
    running.delete(this.#child);
    this.#ports.closeAll();
    this.emit('exit', code);
  }
}
refuseUnknown('UtilityProcess', UtilityProcess.prototype);

export const utilityProcess = {
  fork: (modulePath: string, args: readonly string[] = [], options: Electron.ForkOptions = {}): UtilityProcess => new UtilityProcess(modulePath, args, options),
};
refuseUnknown('utilityProcess', utilityProcess);

type Stream = 'pipe' | 'ignore' | 'inherit';
function streams(stdio: Electron.ForkOptions['stdio']): [Stream, Stream, Stream] {
  if (typeof stdio === 'string') return ['ignore', stdio as Stream, stdio as Stream];
  return ['ignore', stdio?.[1] ?? 'inherit', stdio?.[2] ?? 'inherit'];
}
