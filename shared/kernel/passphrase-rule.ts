/**
 * The one rule for a new passphrase: at least eight characters, counted as Unicode code points. It keeps out slips of the finger
 * and empty fields; it does not make a passphrase good. Asked of every new passphrase, never of one that opens a case already.
 */
export const shortestPassphrase = 8;

/** Whether a passphrase, as UTF-8, is long enough: bytes that continue a character (10xxxxxx) are not counted. */
export function isPassphraseLongEnough(utf8: Uint8Array): boolean {
  let characters = 0;
  for (const byte of utf8) if ((byte & 0xc0) !== 0x80) characters += 1;
  return characters >= shortestPassphrase;
}

/** {@link isPassphraseLongEnough} for a passphrase as it was typed. */
export function isTypedPassphraseLongEnough(typed: string): boolean {
  return [...typed.normalize('NFC')].length >= shortestPassphrase;
}
