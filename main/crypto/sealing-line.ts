import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type ChunkKeys, chunkBytes, sealedChunkBytes } from './cobblestone.ts';

/** Chunks in a piece of the ring, and pieces in it: 8 MiB of plaintext at work, whatever the size of the message. */
export const pieceChunks = 64;
export const pieceBytes = pieceChunks * chunkBytes;
const sealedPieceBytes = pieceChunks * sealedChunkBytes;
const slots = 8;
/** Sealing a chunk takes twice as long as digesting it, so that one thread for it would be what all others wait for. */
const chunkers = 2;
/** What threads throw away must be collected while it still lies in the processor's cache, and long before it counts as memory. */
const youngMiB = 2;
/**
 * Bytes before the first slot. The kernel copies from the beginning of a page to the beginning of another plus 16, where large buffers
 * lie, at a fifth of the speed it has anywhere else (measured on AMD Zen 3: reads of 1 MiB, 1.7 and 8 GB/s).
 */
export const besidePage = 256;

/** A piece in shared memory; `number` counts from 0 over the message. */
export type Piece = { readonly number: number; readonly plain: Buffer; readonly sealed: Buffer };
/** `bytes` of plaintext in it; `last` piece of the message; chunks before `skip` are left alone; content to digest is from `from` to `to`. */
export type PieceExtent = { readonly bytes: number; readonly last: boolean; readonly skip: number; readonly from: number; readonly to: number };

/**
 * Seals (or opens) the chunks of a large message and digests its content in threads beside the caller, who only moves bytes. Pieces are
 * given to `take` in order. After any error, and at the end, `end` must be called.
 */
export type SealingLine = {
  /** The next piece to fill, as soon as one is free. */
  readonly next: () => Promise<Piece>;
  readonly submit: (piece: Piece, extent: PieceExtent) => void;
  /** Waits for everything and answers the SHA-256; `null` when a chunk is not what was sealed. */
  readonly finish: () => Promise<Buffer | null>;
  readonly end: () => Promise<void>;
};

/** `take` is called with every piece when its chunks are done; a line that opens calls it when the piece was authentic. */
export function startSealingLine(task: 'seal' | 'open', keys: ChunkKeys, take: (piece: Piece, extent: PieceExtent) => void): SealingLine {
  const plain = new SharedArrayBuffer(besidePage + slots * pieceBytes);
  const sealed = new SharedArrayBuffer(besidePage + slots * sealedPieceBytes);
  const data = { plain, sealed, besidePage, plainSlotBytes: pieceBytes, sealedSlotBytes: sealedPieceBytes };
  const chunking = Array.from({ length: chunkers }, () => ({
    thread: startThread({ ...data, task, key: Uint8Array.from(keys.key), baseNonce: Uint8Array.from(keys.baseNonce) }),
    busy: 0,
  }));
  const digester = startThread({ ...data, task: 'digest' });
  const threads = [...chunking.map(({ thread }) => thread), digester];
  /** Given and not taken yet, in order; `ok` once a thread is through with it. */
  const pending: { readonly piece: Piece; readonly extent: PieceExtent; ok: boolean | null }[] = [];
  let given = 0;
  let chunked = 0;
  let digested = 0;
  let sound = true;
  let failed: unknown = null;
  let wake: () => void = () => undefined;

  const digest = ({ number }: Piece, { from, to }: PieceExtent) => digester.worker.postMessage({ slot: number % slots, from, to });
  const waitUntil = async (ready: () => boolean) => {
    while (!failed && !ready())
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    if (failed) throw failed;
  };
  const guarded = (work: () => void) => {
    try {
      work();
    } catch (error) {
      failed ??= error;
    }
    wake();
  };

  let digestOfAll: Buffer | null = null;
  const takeInOrder = () => {
    for (let [next] = pending; next && next.ok !== null; [next] = pending) {
      pending.shift();
      sound &&= next.ok;
      // What was opened can only be digested now; what is sealed is digested at the same time.
      if (task === 'open' && sound) digest(next.piece, next.extent);
      else if (task === 'open') digested += 1;
      if (sound && !failed) take(next.piece, next.extent);
      chunked += 1;
    }
  };
  for (const chunker of chunking)
    chunker.thread.onMessage((message) =>
      guarded(() => {
        if (!('slot' in message)) return;
        chunker.busy -= 1;
        const done = pending.find(({ piece }) => piece.number % slots === message.slot);
        if (done) done.ok = message.ok;
        takeInOrder();
      }),
    );
  digester.onMessage((message) =>
    guarded(() => {
      if ('digest' in message) digestOfAll = message.digest ? Buffer.from(message.digest) : null;
      else digested += 1;
    }),
  );
  for (const thread of threads)
    thread.onError((error) =>
      guarded(() => {
        throw error;
      }),
    );

  return {
    next: async () => {
      await waitUntil(() => given - Math.min(chunked, digested) < slots);
      const slot = given % slots;
      return {
        number: given,
        plain: Buffer.from(plain, besidePage + slot * pieceBytes, pieceBytes),
        sealed: Buffer.from(sealed, besidePage + slot * sealedPieceBytes, sealedPieceBytes),
      };
    },
    submit: (piece, extent) => {
      given += 1;
      pending.push({ piece, extent, ok: null });
      const idlest = chunking.reduce((least, each) => (each.busy < least.busy ? each : least));
      idlest.busy += 1;
      idlest.thread.worker.postMessage({ slot: piece.number % slots, firstChunk: piece.number * pieceChunks, ...extent });
      if (task === 'seal') digest(piece, extent);
    },
    finish: async () => {
      await waitUntil(() => chunked === given && digested === given);
      if (!sound) return null;
      digester.worker.postMessage('finish');
      await waitUntil(() => digestOfAll !== null);
      return digestOfAll;
    },
    end: async () => {
      await Promise.all(threads.map((thread) => thread.stop()));
    },
  };
}

type Message = { readonly slot: number; readonly ok: boolean } | { readonly digest: Uint8Array | null };

function startThread(workerData: object) {
  const worker = new Worker(workerFile(), { workerData, env: {}, stdin: false, resourceLimits: { maxYoungGenerationSizeMb: youngMiB } });
  let stopped = false;
  return {
    worker,
    onMessage: (listener: (message: Message) => void) => {
      worker.on('message', (message) => {
        if (!stopped) listener(message);
      });
    },
    onError: (listener: (error: Error) => void) => {
      worker.on('error', listener);
      worker.on('exit', (code) => {
        if (!stopped) listener(new Error(`sealing: a thread ended with ${code}`));
      });
    },
    stop: async () => {
      stopped = true;
      await worker.terminate();
    },
  };
}

/** The worker lies beside this file in the sources, beside the bundle in out/main, and one folder over for out/cli, out/bench and tests. */
function workerFile(): string {
  const here = typeof __dirname === 'string' ? __dirname : dirname(fileURLToPath(import.meta.url));
  const found = ['sealing-worker.cjs', '../main/sealing-worker.cjs'].map((name) => join(here, name)).find((path) => existsSync(path));
  if (!found) throw new Error('sealing: sealing-worker.cjs is not where the build puts it');
  return found;
}
