/** Bytes to look for, and what they are: the word and how it is written. */
export type Needle = { readonly name: string; readonly bytes: Buffer };

/** A word as memory and files may hold it: UTF-8, UTF-16, base64 in its three places, and hexadecimal. */
export function formsOf(word: string): readonly Needle[] {
  const utf8 = Buffer.from(word);
  return [
    { name: `${word} (UTF-8)`, bytes: utf8 },
    { name: `${word} (UTF-16)`, bytes: Buffer.from(word, 'utf16le') },
    ...base64Forms(word).map((bytes) => ({ name: `${word} (base64)`, bytes })),
    { name: `${word} (hex)`, bytes: Buffer.from(utf8.toString('hex')) },
    { name: `${word} (HEX)`, bytes: Buffer.from(utf8.toString('hex').toUpperCase()) },
  ];
}

/** The inner part of the three ways a word can lie across base64's groups of three bytes. */
function base64Forms(word: string): readonly Buffer[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.from('\0'.repeat(shift) + word)
      .toString('base64')
      .replace(/=+$/, '');
    return Buffer.from(text.slice(shift === 0 ? 0 : 4, -2));
  });
}
