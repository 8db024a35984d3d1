// Runs Argon2id once in a thread of its own, so that the memory it filled goes away with the thread.
// Plain CommonJS, because Node starts it as it is, both from the sources in tests and from the bundle.
const { parentPort } = require('node:worker_threads');
const sodium = require('libsodium-wrappers-sumo');

// Frozen answer of three implementations (tests/unit/main/crypto/argon2id.test.ts): a build of the library that computes
// anything else must never lock or unlock a case.
const knownAnswer = '9d17912e0e8f90a976af2f8926ae09a13b013e78b20864dcbe5948595d8ac6e3';

/** @param {Uint8Array} password @param {Uint8Array} salt @param {number} passes @param {number} memoryKiB */
function derive(password, salt, passes, memoryKiB) {
  return sodium.crypto_pwhash(32, password, salt, passes, memoryKiB * 1024, sodium.crypto_pwhash_ALG_ARGON2ID13);
}

async function run() {
  const work = new Promise((resolve) => {
    parentPort.once('message', resolve);
  });
  await sodium.ready;
  const probe = derive(new Uint8Array(16).fill(1), new Uint8Array(16).fill(2), 2, 64);
  if (sodium.to_hex(probe) !== knownAnswer) throw new Error('Argon2id gives a wrong known answer');
  const { password, salt, passes, memoryKiB } = await work;
  const started = performance.now();
  const key = derive(password, salt, passes, memoryKiB);
  const milliseconds = performance.now() - started;
  password.fill(0);
  parentPort.postMessage({ key, milliseconds }, [key.buffer]);
}

run().catch((error) => {
  setImmediate(() => {
    throw error;
  });
});
