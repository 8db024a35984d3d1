import type { SealedLetter } from '../port-seal.ts';
import { decode, encode } from '../wire.ts';

/** The page's half of port-seal.ts, with the browser's own AES-GCM. */
export type PageSeal = { readonly seal: (message: unknown) => Promise<SealedLetter>; readonly open: (letter: SealedLetter) => Promise<unknown> };

type Base64 = { readonly toBase64: () => string };
type Base64Reader = { readonly fromBase64: (text: string) => Uint8Array<ArrayBuffer> };
const ivBytes = 12;
const fromBase64 = (text: string) => (Uint8Array as unknown as Base64Reader).fromBase64(text);

export function makePageSeal(key: string): PageSeal {
  const { subtle } = crypto;
  const known = subtle.importKey('raw', fromBase64(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return {
    seal: async (message) => {
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
      const text = new TextEncoder().encode(JSON.stringify(encode(message)));
      const sealed = new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv }, await known, text));
      const whole = new Uint8Array(ivBytes + sealed.length);
      whole.set(iv);
      whole.set(sealed, ivBytes);
      return { sealed: (whole as unknown as Base64).toBase64() };
    },
    open: async ({ sealed }) => {
      const bytes = fromBase64(sealed);
      const text = await subtle.decrypt({ name: 'AES-GCM', iv: bytes.subarray(0, ivBytes) }, await known, bytes.subarray(ivBytes));
      return decode(JSON.parse(new TextDecoder().decode(text)));
    },
  };
}
