import { inflateSync } from 'node:zlib';
import { Decrypter, generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import * as vectors from 'cctv-age';
import { expect, it } from 'vitest';
import { sealToRecipients } from '#main/crypto/age.ts';
import { sha256Hex } from '#main/crypto/digests.ts';

/** One of C2SP's test vectors of the age format: fields, an empty line, the file. */
function read(bytes: Uint8Array) {
  const whole = Buffer.from(bytes);
  const end = whole.indexOf('\n\n');
  const lines = whole
    .toString('latin1', 0, end)
    .split('\n')
    .map((line) => line.split(': '));
  const fields = (name: string) => lines.filter(([key]) => key === name).map(([, value]) => value ?? '');
  const file = whole.subarray(end + 2);
  return { fields, file: fields('compressed').length > 0 ? inflateSync(file) : file };
}

// Escrow files are sealed to recipients and are not armored.
const used = Object.entries(vectors)
  .map(([name, bytes]) => ({ name, ...read(bytes) }))
  .filter(({ fields }) => fields('passphrase').length === 0 && fields('armored').length === 0);

it('the package that seals escrow files opens what the age format says to open, to the same payload, and nothing else', async () => {
  const failures: string[] = [];
  for (const { name, fields, file } of used) {
    const opener = new Decrypter();
    for (const identity of fields('identity')) opener.addIdentity(identity);
    const opened = await opener.decrypt(file).catch(() => null);
    const success = fields('expect')[0] === 'success';
    const fits = success ? opened !== null && sha256Hex(opened) === fields('payload')[0] : opened === null;
    if (!fits) failures.push(name);
  }
  expect(failures).toEqual([]);
  expect(used.length).toBeGreaterThan(70);
});

it('an escrow opens for each of its recipients and nobody else, and shows how many there are', async () => {
  const identities = [await generateX25519Identity(), await generateX25519Identity(), await generateHybridIdentity()];
  const text = 'abandon ability able\n';
  const open = async (sealed: Uint8Array, identity: string) => {
    const opener = new Decrypter();
    opener.addIdentity(identity);
    return opener.decrypt(sealed, 'text').catch(() => null);
  };
  const [first = '', second = '', hybrid = ''] = await Promise.all(identities.map((identity) => identityToRecipient(identity)));
  const sealed = await sealToRecipients([first, second], text);
  if (!sealed) throw new Error('not sealed');
  const header = Buffer.from(sealed).toString('latin1');
  expect(header.startsWith('age-encryption.org/v1\n')).toBe(true);
  expect(header.match(/^-> X25519 /gm)).toHaveLength(2);
  expect(await Promise.all(identities.map((identity) => open(sealed, identity)))).toEqual([text, text, null]);
  const changed = Buffer.from(sealed);
  changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
  expect(await open(changed, identities[0] ?? '')).toBeNull();
  const later = await sealToRecipients([hybrid], text);
  expect(later && (await open(later, identities[2] ?? ''))).toBe(text);
});

it('what is no recipient is refused without being repeated', async () => {
  const good = await identityToRecipient(await generateX25519Identity());
  for (const wrong of ['', 'age1', `${good}x`, good.slice(0, -1), good.toUpperCase().replace('A', 'a'), 'ssh-ed25519 AAAA', 'AGE-SECRET-KEY-1'])
    expect(await sealToRecipients([good, wrong], 'text'), wrong).toBeNull();
});
