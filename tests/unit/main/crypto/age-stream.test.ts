import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { type AgeLock, sealAgeStream } from '#main/crypto/age-stream.ts';

const letter = Buffer.from('seven herons, counted at dawn; '.repeat(6_000));
/** The letter in pieces; notes when whoever reads it goes away. */
async function* pieces(left: { gone: boolean } = { gone: false }) {
  try {
    for (let at = 0; at < letter.length; at += 10_000) yield letter.subarray(at, at + 10_000);
  } finally {
    left.gone = true;
  }
}
async function sealed(lock: AgeLock): Promise<Uint8Array> {
  const stream = await sealAgeStream(lock, pieces(), 2);
  if (!stream) throw new Error('refused');
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

describe('a stream sealed to an age file', () => {
  it('opens for every recipient and for nobody else', async () => {
    const identities = [await generateIdentity(), await generateIdentity()];
    const file = await sealed({ recipients: await Promise.all(identities.map(identityToRecipient)) });
    expect(Buffer.from(file).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n/);
    for (const identity of identities) {
      const opener = new Decrypter();
      opener.addIdentity(identity);
      expect(Buffer.from(await opener.decrypt(file)).equals(letter)).toBe(true);
    }
    const stranger = new Decrypter();
    stranger.addIdentity(await generateIdentity());
    await expect(stranger.decrypt(file)).rejects.toThrow();
  });

  it('opens with its passphrase, whose cost is the one that was asked for', async () => {
    const file = await sealed({ passphrase: 'seven quiet herons' });
    expect(Buffer.from(file).toString('latin1')).toMatch(/\n-> scrypt \S+ 2\n/);
    const opener = new Decrypter();
    opener.addPassphrase('seven quiet herons');
    expect(Buffer.from(await opener.decrypt(file)).equals(letter)).toBe(true);
  });

  it('is refused for a recipient that is none, and lets go of its source when it is not read to the end', async () => {
    expect(await sealAgeStream({ recipients: ['age1nobody'] }, pieces())).toBeNull();
    const left = { gone: false };
    const stream = await sealAgeStream({ recipients: [await identityToRecipient(await generateIdentity())] }, pieces(left));
    for await (const part of stream ?? []) {
      expect(part.length).toBeGreaterThan(0);
      break;
    }
    for (let tries = 0; tries < 400 && !left.gone; tries += 1) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(left.gone).toBe(true);
  });
});
