import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

type HandedOver = { readonly argv: string[]; readonly cwd: string };

/** Electron answers at once, so the lock is a file made exclusively; the second start's arguments travel over a socket beside it. */
export class InstanceLock {
  #server: Server | undefined;
  #lockFile = '';
  /** Settles when the first instance has heard of this one; exit waits for it. */
  handedOver: Promise<void> = Promise.resolve();

  acquire(folder: string, onSecond: (other: HandedOver) => void): boolean {
    if (this.#server) return true;
    mkdirSync(folder, { recursive: true });
    const lockFile = join(folder, 'stand-in.lock');
    const address = process.platform === 'win32' ? `\\\\.\\pipe\\corroborate-${Buffer.from(folder).toString('hex').slice(-60)}` : join(folder, 'stand-in.sock');
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
        this.#lockFile = lockFile;
        this.#serve(address, onSecond);
        return true;
      } catch {
        if (holderIsAlive(lockFile)) {
          this.handedOver = tell(address);
          return false;
        }
        rmSync(lockFile, { force: true });
      }
    }
    return false;
  }

  release(): void {
    if (!this.#server) return;
    this.#server.close();
    this.#server = undefined;
    rmSync(this.#lockFile, { force: true });
  }

  has(): boolean {
    return this.#server !== undefined;
  }

  #serve(address: string, onSecond: (other: HandedOver) => void): void {
    if (process.platform !== 'win32') rmSync(address, { force: true });
    this.#server = createServer((socket) => {
      let text = '';
      socket.on('data', (data) => {
        text += String(data);
      });
      socket.on('end', () => {
        if (text !== '') onSecond(JSON.parse(text) as HandedOver);
      });
    });
    this.#server.listen(address).unref();
  }
}

function holderIsAlive(lockFile: string): boolean {
  try {
    process.kill(Number(readFileSync(lockFile, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}

function tell(address: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(address).on('error', () => resolve());
    socket.on('close', () => resolve());
    socket.end(JSON.stringify({ argv: process.argv, cwd: process.cwd() }));
  });
}
