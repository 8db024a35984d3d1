/** Bytes of a body from one character for each byte as they came, by its Content-Transfer-Encoding in lower case (RFC 2045 §6). What is no letter of the encoding is passed over. */
export function decodeTransfer(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  if (encoding === 'base64') return decodeBase64(text);
  return bytesOf(encoding === 'quoted-printable' ? decodeQuotedPrintable(text) : text);
}

export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const letters = text.replace(/[^A-Za-z0-9+/]/g, '');
  // A remainder of one letter is no byte.
  return bytesOf(atob(letters.length % 4 === 1 ? letters.slice(0, -1) : letters));
}

/** An escape that is none stays as it is written. */
export function decodeQuotedPrintable(text: string): string {
  return text
    .replace(/[ \t]+(?=\r?\n|$)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** One byte for each character. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
