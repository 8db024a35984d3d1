import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import threads from 'node:worker_threads';
import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import { argon2id as wasmArgon2id } from 'hash-wasm';
import sodium from 'libsodium-wrappers-sumo';
import { describe, expect, it } from 'vitest';
import { argon2id, isKdfCostAllowed, leastKdfCost, readyArgon2id } from '#main/crypto/argon2id.ts';

const bytes = (length: number, value: number) => new Uint8Array(length).fill(value);
const hex = (value: Uint8Array) => Buffer.from(value).toString('hex');

describe('Argon2id', () => {
  it('is tied to the vector of RFC 9106 §5.3 through an implementation that takes its secret and associated data', () => {
    const tag = nobleArgon2id(bytes(32, 1), bytes(16, 2), { t: 3, m: 32, p: 4, version: 0x13, dkLen: 32, key: bytes(8, 3), personalization: bytes(12, 4) });
    expect(hex(tag)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });

  it('gives one answer in three implementations, the one the worker asks of itself before every use', async () => {
    await sodium.ready;
    const frozen = '9d17912e0e8f90a976af2f8926ae09a13b013e78b20864dcbe5948595d8ac6e3';
    const [password, salt] = [bytes(16, 1), bytes(16, 2)];
    expect(hex(nobleArgon2id(password, salt, { t: 2, m: 64, p: 1, dkLen: 32 }))).toBe(frozen);
    expect(await wasmArgon2id({ password, salt, iterations: 2, memorySize: 64, parallelism: 1, hashLength: 32, outputType: 'hex' })).toBe(frozen);
    expect(hex(sodium.crypto_pwhash(32, password, salt, 2, 64 * 1024, sodium.crypto_pwhash_ALG_ARGON2ID13))).toBe(frozen);
  });

  it('derives in its thread what hash-wasm derives, and leaves the password as it was', async () => {
    const [password, salt] = [new TextEncoder().encode('пароль 암호'), bytes(16, 5)];
    const ours = hex(await argon2id(password, salt, leastKdfCost));
    expect(ours).toBe(await wasmArgon2id({ password, salt, iterations: 2, memorySize: 64 * 1024, parallelism: 1, hashLength: 32, outputType: 'hex' }));
    expect(new TextDecoder().decode(password)).toBe('пароль 암호');
  });

  it('refuses a cost that would be unsafe, or would hang the machine of whoever opens a strange case', async () => {
    for (const cost of [
      { memoryKiB: 1024, passes: 3 },
      { memoryKiB: 65_536, passes: 1 },
      { memoryKiB: 65_536, passes: 65 },
      { memoryKiB: 4 * 1024 * 1024, passes: 3 },
      { memoryKiB: 65_536.5, passes: 3 },
    ]) {
      expect(isKdfCostAllowed(cost)).toBe(false);
      await expect(argon2id(bytes(4, 1), bytes(16, 1), cost)).rejects.toThrow('cost out of bounds');
    }
    for (const cost of [
      { memoryKiB: 65_536, passes: 2 },
      { memoryKiB: 2 * 1024 * 1024, passes: 64 },
    ])
      expect(isKdfCostAllowed(cost)).toBe(true);
    await expect(argon2id(bytes(4, 1), bytes(15, 1), leastKdfCost)).rejects.toThrow('the salt must have 16 bytes');
  });

  it.each([
    ['dies', 'process.exit(3);', 'the thread ended with 3'],
    ['cannot get its memory', "throw new RangeError('no memory');", 'no memory'],
    [
      'computes otherwise',
      "const s = require('libsodium-wrappers-sumo'); s.ready.then(() => { const f = s.crypto_pwhash; s.crypto_pwhash = (...g) => f(...g).map((b) => b ^ 1); });",
      'gives a wrong known answer',
    ],
  ])('is refused when its thread %s', async (_, fault, message) => {
    const folder = mkdtempSync(join(tmpdir(), 'corroborate-argon2id-'));
    const before = join(folder, 'fault.cjs');
    // What the fault needs is found from here, as the worker finds it.
    writeFileSync(before, fault.replace("'libsodium-wrappers-sumo'", JSON.stringify(createRequire(import.meta.url).resolve('libsodium-wrappers-sumo'))));
    try {
      await withThreads(['--require', before], async () => {
        await expect(argon2id(bytes(4, 1), bytes(16, 1), leastKdfCost)).rejects.toThrow(message);
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('has its thread started ahead, once, for one derivation, and does without one that died', async () => {
    const derived = async () => hex(await argon2id(bytes(4, 1), bytes(16, 1), leastKdfCost));
    const alone = await derived();
    const started = await withThreads([], async (threads) => {
      readyArgon2id();
      readyArgon2id();
      expect(threads).toHaveLength(1);
      expect(await derived()).toBe(alone);
      expect(threads).toHaveLength(1);
      expect(await derived()).toBe(alone);
      expect(threads).toHaveLength(2);
      readyArgon2id();
      await threads[2]?.terminate();
      expect(await derived()).toBe(alone);
      return threads.length;
    });
    expect(started).toBe(4);
  });
});

/** Does something while threads are started with these options of the engine; `work` is told of each that was. */
async function withThreads<R>(execArgv: string[], work: (started: readonly threads.Worker[]) => Promise<R>): Promise<R> {
  const engine = threads as unknown as { Worker: typeof threads.Worker };
  const real = engine.Worker;
  const started: threads.Worker[] = [];
  engine.Worker = class extends real {
    constructor(file: string | URL, options: threads.WorkerOptions) {
      super(file, { ...options, execArgv });
      started.push(this);
    }
  };
  syncBuiltinESMExports();
  try {
    return await work(started);
  } finally {
    engine.Worker = real;
    syncBuiltinESMExports();
  }
}
