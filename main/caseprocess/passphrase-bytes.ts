import { passphraseBytes as bytesOf } from '#main/crypto/passphrase.ts';

/** A typed passphrase as the bytes that open a case: UTF-8 of its NFC form. */
export function passphraseBytes(text: string): Uint8Array {
  return bytesOf(text);
}
