import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** What one guess of a passphrase costs: memory in KiB and passes over it. One lane, since the WebAssembly build has no more. */
export type KdfCost = { readonly memoryKiB: number; readonly passes: number };

/** The least for new cases: libsodium's MODERATE (RFC 9106 §4 allows less; a seized laptop is guessed at offline for years). */
export const defaultKdfCost: KdfCost = { memoryKiB: 256 * 1024, passes: 3 };
/** The least that a case is opened with; tests use it. */
export const leastKdfCost: KdfCost = { memoryKiB: 64 * 1024, passes: 2 };
const greatestKdfCost: KdfCost = { memoryKiB: 2 * 1024 * 1024, passes: 64 };

/** Bounds asked of a header before anything is run: below is unsafe, above would hang the machine of whoever opens a strange case. */
export function isKdfCostAllowed(cost: KdfCost): boolean {
  return (
    Number.isInteger(cost.memoryKiB) &&
    Number.isInteger(cost.passes) &&
    cost.memoryKiB >= leastKdfCost.memoryKiB &&
    cost.memoryKiB <= greatestKdfCost.memoryKiB &&
    cost.passes >= leastKdfCost.passes &&
    cost.passes <= greatestKdfCost.passes
  );
}

/**
 * Argon2id version 1.3 (RFC 9106), one lane, 32 bytes out, 16-byte salt. Runs in a thread that ends with it, because the
 * memory it filled (and the copies of the password in it) cannot be wiped from outside. `password` itself is not changed.
 * Rejects when the thread cannot get the memory or its known answer fails.
 */
export async function argon2id(password: Uint8Array, salt: Uint8Array, cost: KdfCost): Promise<Uint8Array> {
  return (await derive(password, salt, cost)).key;
}

/** Starts the thread of the next derivation, so that it has loaded its library when the password comes and has only to derive. */
export function readyArgon2id(): void {
  if (waiting !== null) return;
  const thread = startThread();
  thread.unref();
  // What goes wrong meanwhile goes wrong again in the thread that is asked, and is said there.
  const giveUp = () => {
    if (waiting === thread) waiting = null;
  };
  thread.once('error', giveUp).once('exit', giveUp);
  waiting = thread;
}
let waiting: Worker | null = null;
const startThread = () => new Worker(workerFile(), { env: {}, stdin: false });

/** How long one derivation takes here now, without the start of its thread. */
export async function millisecondsOfArgon2id(cost: KdfCost): Promise<number> {
  return (await derive(new Uint8Array(16), new Uint8Array(16), cost)).milliseconds;
}

type Derived = { readonly key: Uint8Array; readonly milliseconds: number };

async function derive(password: Uint8Array, salt: Uint8Array, cost: KdfCost): Promise<Derived> {
  if (salt.length !== 16) throw new RangeError('Argon2id: the salt must have 16 bytes');
  if (!isKdfCostAllowed(cost)) throw new RangeError('Argon2id: cost out of bounds');
  const thread = waiting ?? startThread();
  waiting = null;
  thread.ref();
  thread.postMessage({ password, salt, passes: cost.passes, memoryKiB: cost.memoryKiB });
  try {
    return await new Promise<Derived>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', (code) => reject(new Error(`Argon2id: the thread ended with ${code}`)));
    });
  } finally {
    void thread.terminate();
  }
}

/** The worker lies beside this file in the sources, beside the bundle in out/main, and one folder over for out/bench and tests. */
function workerFile(): string {
  const here = typeof __dirname === 'string' ? __dirname : dirname(fileURLToPath(import.meta.url));
  const found = ['argon2id-worker.cjs', '../main/argon2id-worker.cjs'].map((name) => join(here, name)).find((path) => existsSync(path));
  if (!found) throw new Error('Argon2id: argon2id-worker.cjs is not where the build puts it');
  return found;
}
