/**
 * A typed passphrase as the bytes the key derivation takes: UTF-8 of its NFC form (Unicode Standard Annex 15), so that the same
 * passphrase typed on another system opens the case. Callers that hold a passphrase as text use this; it leaves the string in memory.
 */
export function passphraseBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text.normalize('NFC'));
}
