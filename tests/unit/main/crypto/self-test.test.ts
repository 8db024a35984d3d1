import crypto from 'node:crypto';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { Worker } from 'node:worker_threads';
import { wordlist as englishWords } from '@scure/bip39/wordlists/english.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { verifyEd25519 } from '#main/crypto/ed25519.ts';
import { cryptoSelfTest, failedPrimitives } from '#main/crypto/self-test.ts';

/** The engine's functions as the product reaches them. A fault is put into the engine itself, never into code of ours. */
const engine = crypto as unknown as { [name: string]: (...given: unknown[]) => unknown };
const sound = { ...engine };

/** From now on the engine answers with `fault`, which is given the true function. */
function break_(name: string, fault: (real: (...given: unknown[]) => unknown, given: unknown[]) => unknown): void {
  const real = sound[name];
  if (!real) throw new Error(`the engine has no ${name}`);
  engine[name] = (...given) => fault(real, given);
  syncBuiltinESMExports();
}
afterEach(mend);
function mend(): void {
  for (const [name, real] of Object.entries(sound)) if (engine[name] !== real) engine[name] = real;
  syncBuiltinESMExports();
}

/** The last byte off by one bit, as a broken vector unit may have it. */
function spoiled(answer: unknown): Buffer {
  const bytes = Buffer.from(answer as Uint8Array);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  return bytes;
}

/** An object of the engine of which one method answers otherwise. */
function withMethod(of: unknown, name: string, answer: (real: (...given: unknown[]) => unknown, given: unknown[]) => unknown): unknown {
  const object = of as { [name: string]: (...given: unknown[]) => unknown };
  const real = object[name]?.bind(object);
  if (!real) throw new Error(`no method ${name}`);
  object[name] = (...given) => answer(real, given);
  return object;
}
const spoilDigest = (real: (...given: unknown[]) => unknown, given: unknown[]) => spoiled(real(...given));

const words = '@scure/bip39/wordlists/english.js';

describe('the self-test of the crypto', () => {
  it('finds nothing wrong with a sound engine, and keeps nobody waiting', async () => {
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const started = performance.now();
      expect(await failedPrimitives()).toEqual([]);
      times.push(performance.now() - started);
    }
    expect(Math.min(...times)).toBeLessThan(50);
    expect(await cryptoSelfTest()).toBe(true);
  });

  it.each<readonly [string, readonly string[], () => void]>([
    [
      'SHA-256 is off by a bit',
      ['SHA-256', 'SHA-256 in pieces', 'sealing'],
      () => break_('createHash', (real, given) => withMethod(real(...given), 'digest', spoilDigest)),
    ],
    [
      'SHA-256 forgets what came before the last piece',
      ['SHA-256 in pieces'],
      () =>
        break_('createHash', (real, given) => {
          let last: unknown = '';
          return { update: (piece: unknown) => (last = piece), digest: () => (real(...given) as crypto.Hash).update(last as Buffer).digest() };
        }),
    ],
    [
      'HMAC is off by a bit in its last byte',
      ['HMAC-SHA-512', 'HKDF-Expand', 'sealing'],
      () => break_('createHmac', (real, given) => withMethod(real(...given), 'digest', spoilDigest)),
    ],
    ['HMAC ignores its key', ['HMAC-SHA-512', 'HKDF-Expand', 'sealing'], () => break_('createHmac', (real, [algorithm]) => real(algorithm, Buffer.alloc(64)))],
    [
      'SHA-512 is missing',
      ['HMAC-SHA-512', 'HKDF-Expand', 'sealing', 'unsealing', 'refusing what was changed'],
      () => break_('createHmac', () => fail('unsupported')),
    ],
    [
      'AES leaves the text as it is',
      ['sealing', 'unsealing'],
      () => break_('createCipheriv', (real, given) => withMethod(real(...given), 'update', (_, [text]) => Buffer.from(text as Buffer))),
    ],
    [
      'AES-GCM makes a wrong tag',
      ['sealing', 'unsealing'],
      () => break_('createCipheriv', (real, given) => withMethod(real(...given), 'getAuthTag', spoilDigest)),
    ],
    ['AES is missing', ['sealing', 'unsealing', 'refusing what was changed'], () => break_('createCipheriv', () => fail('unsupported'))],
    ['AES-GCM opens to another text', ['unsealing'], () => break_('createDecipheriv', (real, given) => withMethod(real(...given), 'update', spoilDigest))],
    [
      'AES-GCM does not look at the tag',
      ['refusing what was changed'],
      () => break_('createDecipheriv', (real, given) => withMethod(real(...given), 'final', () => Buffer.alloc(0))),
    ],
    ['everything is equal', ['constant-time comparison', 'refusing what was changed'], () => break_('timingSafeEqual', () => true)],
    ['nothing is equal', ['constant-time comparison', 'unsealing'], () => break_('timingSafeEqual', () => false)],
    ['chance gives zeros', ['random bytes'], () => break_('randomBytes', (_, [length]) => Buffer.alloc(Number(length)))],
    ['chance repeats itself', ['random bytes'], () => break_('randomBytes', (_, [length]) => Buffer.alloc(Number(length), 7))],
    ['chance gives too little', ['random bytes'], () => break_('randomBytes', (real, [length]) => real(Number(length) - 1))],
    ['signatures are off by a bit', ['Ed25519 signing'], () => break_('sign', (real, given) => spoiled(real(...given)))],
    ['every signature is good', ['Ed25519 verification'], () => break_('verify', () => true)],
    ['no signature is good', ['Ed25519 verification'], () => break_('verify', () => false)],
    [
      'Ed25519 is missing',
      ['Ed25519 keys', 'Ed25519 signing', 'Ed25519 verification'],
      () => {
        break_('createPrivateKey', () => fail('unsupported'));
        break_('createPublicKey', () => fail('unsupported'));
      },
    ],
    ['public keys are off by a bit', ['Ed25519 keys'], () => break_('createPublicKey', (real, given) => withMethod(real(...given), 'export', spoilDigest))],
  ])('tells that %s', async (_, expected, fault) => {
    fault();
    expect(await failedPrimitives()).toEqual(expected);
  });

  it.each([
    [words, { wordlist: englishWords.toReversed() }, ['recovery words']],
    [words, { wordlist: englishWords.map((word) => (word === 'useful' ? 'useless' : word)) }, ['recovery words']],
    [words, { wordlist: [] }, ['recovery words']],
    ['shamir-secret-sharing', { combine: async () => Uint8Array.of(8) }, ['shares of a secret']],
    ['shamir-secret-sharing', { combine: async () => fail('broken') }, ['shares of a secret']],
  ])('tells that %s of another build computes otherwise', async (name, fault, expected) => {
    vi.resetModules();
    vi.doMock(name, async (original) => ({ ...(await original<object>()), ...fault }));
    try {
      const fresh = await import('#main/crypto/self-test.ts');
      expect(await fresh.failedPrimitives()).toEqual(expected);
      expect(await fresh.cryptoSelfTest()).toBe(false);
    } finally {
      vi.doUnmock(name);
      vi.resetModules();
    }
  });

  it.each([
    [
      'seals what it does not open',
      {
        Encrypter: class {
          addRecipient() {}
          encrypt = async () => new Uint8Array(200);
        },
      },
    ],
    [
      'opens to another text',
      {
        Decrypter: class {
          addIdentity() {}
          decrypt = async () => 'another';
        },
      },
    ],
    [
      'opens what it sealed, and not what others did',
      {
        Decrypter: class {
          addIdentity() {}
          files = 0;
          decrypt = async () => {
            this.files += 1;
            return this.files === 1 ? 'another' : 'known answer';
          };
        },
      },
    ],
  ])('an age package that %s seals no escrow', async (_, fault) => {
    vi.resetModules();
    vi.doMock('age-encryption', async (original) => ({ ...(await original<object>()), ...fault }));
    try {
      const { sealToRecipients } = await import('#main/crypto/age.ts');
      await expect(sealToRecipients([], 'text')).rejects.toThrow('age gives a wrong known answer');
    } finally {
      vi.doUnmock('age-encryption');
      vi.resetModules();
    }
  });

  it('an engine that refuses a public key verifies nothing with it', () => {
    break_('createPublicKey', () => fail('no point of the curve'));
    expect(verifyEd25519(Buffer.alloc(32, 1), Buffer.from('text'), Buffer.alloc(64))).toBe(false);
  });

  it('fails when the language itself writes numbers or letters otherwise', async () => {
    const stringify = JSON.stringify;
    JSON.stringify = (value: unknown) => stringify(value).replace('e+', 'e');
    try {
      expect(await failedPrimitives()).toEqual(['canonical JSON']);
    } finally {
      JSON.stringify = stringify;
    }
    const { charAt } = String.prototype;
    String.prototype.charAt = () => 'a';
    try {
      expect(await failedPrimitives()).toEqual(['base32']);
    } finally {
      String.prototype.charAt = charAt;
    }
  });
});

describe('the thread that runs Argon2id', () => {
  it('asks the library a known answer first, and ends in an error when it is wrong', async () => {
    const workerFile = createRequire(import.meta.url).resolve('#main/crypto/argon2id-worker.cjs');
    const work = { password: new Uint8Array(8), salt: new Uint8Array(16), passes: 2, memoryKiB: 64 };
    const wrong =
      "const s = require('libsodium-wrappers-sumo'); s.ready.then(() => { const f = s.crypto_pwhash; s.crypto_pwhash = (...g) => f(...g).map((b) => b ^ 1); });";
    const run = (fault: string) =>
      new Promise((resolve) => {
        const worker = new Worker(`${fault}; require(${JSON.stringify(workerFile)});`, { eval: true });
        worker.once('message', () => resolve('a key'));
        worker.once('error', ({ message }) => resolve(message));
        worker.postMessage(work);
      });
    expect(await run('')).toBe('a key');
    expect(await run(wrong)).toBe('Argon2id gives a wrong known answer');
  });
});

function fail(reason: string): never {
  throw new Error(reason);
}
