import { sha256 } from './digests.ts';

/**
 * The secret of a passphrase together with a key file: UTF-8 of the passphrase in NFC || 0x00 || SHA-256 of the whole file (32 bytes).
 * Any file can be one. The zero byte cannot stand in a passphrase that was typed, so no two pairs give the same bytes.
 */
export function passphraseWithKeyFile(passphrase: Uint8Array, keyFile: Uint8Array): Uint8Array {
  return Buffer.concat([passphrase, Uint8Array.of(0), sha256(keyFile)]);
}
