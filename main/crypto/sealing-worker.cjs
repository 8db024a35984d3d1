// One half of sealing or checking a large message (sealing-line.ts): seals or opens its chunks, or digests what they hold. Threads
// work on a ring of pieces in shared memory, so that a file is taken in as fast as the slowest of them and not as their sum.
// Plain CommonJS, because Node starts it as it is, both from the sources in tests and from the bundle.
const { createCipheriv, createDecipheriv, createHash } = require('node:crypto');
const { parentPort, workerData } = require('node:worker_threads');

const chunkBytes = 16_384;
const tagBytes = 16;
const { task, plain, sealed, besidePage, plainSlotBytes, sealedSlotBytes, key, baseNonce } = workerData;

/** As in cobblestone.ts: the chunk number, big-endian in the last 40 bits, XORed into the base nonce. @param {number} index */
function nonceOf(index) {
  const nonce = Buffer.from(baseNonce);
  nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ (index % 0x1_0000_0000)) >>> 0, 8);
  nonce.writeUInt8(nonce.readUInt8(7) ^ (Math.floor(index / 0x1_0000_0000) & 0xff), 7);
  return nonce;
}

/** @param {{ slot: number, firstChunk: number, skip: number, bytes: number, last: boolean }} piece */
function eachChunk({ slot, firstChunk, skip, bytes, last }, use) {
  const from = new Uint8Array(plain, besidePage + slot * plainSlotBytes, plainSlotBytes);
  const to = new Uint8Array(sealed, besidePage + slot * sealedSlotBytes, sealedSlotBytes);
  const chunks = Math.floor(bytes / chunkBytes) + (last ? 1 : 0);
  for (let number = skip; number < chunks; number += 1) {
    const at = number * (chunkBytes + tagBytes);
    const chunk = from.subarray(number * chunkBytes, Math.min((number + 1) * chunkBytes, bytes));
    if (!use(firstChunk + number, chunk, to.subarray(at, at + chunk.length + tagBytes))) return false;
  }
  return true;
}

function sealChunk(index, chunk, out) {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index));
  out.set(cipher.update(chunk), 0);
  cipher.final();
  out.set(cipher.getAuthTag(), chunk.length);
  return true;
}

function openChunk(index, chunk, from) {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index), { authTagLength: tagBytes });
  decipher.setAuthTag(from.subarray(chunk.length));
  chunk.set(decipher.update(from.subarray(0, chunk.length)), 0);
  try {
    decipher.final();
    return true;
  } catch {
    // node:crypto signals a wrong tag by throwing; nothing of the chunk may be used then.
    return false;
  }
}

const hash = task === 'digest' ? createHash('sha256') : null;
parentPort.on('message', (piece) => {
  if (piece === 'finish') {
    parentPort.postMessage({ digest: hash ? hash.digest() : null });
    return;
  }
  if (hash) {
    hash.update(new Uint8Array(plain, besidePage + piece.slot * plainSlotBytes + piece.from, piece.to - piece.from));
    parentPort.postMessage({ slot: piece.slot, ok: true });
  } else parentPort.postMessage({ slot: piece.slot, ok: eachChunk(piece, task === 'seal' ? sealChunk : openChunk) });
});
