/**
 * Characters that a reader cannot see but that change what is read: controls, marks that turn the direction of writing
 * (CVE-2021-42574), private use, halves of surrogate pairs. They are written out as `[U+202E]` instead. Joiners stay: scripts
 * and emoji need them.
 */
const invisible = /(?![\t\n\u00ad\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

/** The text with every invisible character written out. Line ends are `\n`; tabs stay. */
export function visibleText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(invisible, codePointInWords);
}

/** `[U+0639]`. */
export function codePointInWords(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** An address that a format may turn into a link: http and https only, spelt as the URL standard spells it; otherwise null. */
export function linkTarget(address: string): string | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

/** `2025-01-12 09:00:00 UTC` for a moment of the case's clock. */
export function momentInWords(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
}

/** `1,204 bytes`. */
export function bytesInWords(bytes: number): string {
  return `${String(bytes).replace(/\B(?=(\d{3})+$)/g, ',')} ${bytes === 1 ? 'byte' : 'bytes'}`;
}
