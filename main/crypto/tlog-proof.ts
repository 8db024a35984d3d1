import { hashLength } from './merkle-tree.ts';

/** An inclusion proof with the checkpoint it leads to, as text (C2SP tlog-proof v1), for one entry. `note` is the signed checkpoint. */
export type TlogProof = { readonly index: number; readonly hashes: readonly Uint8Array[]; readonly note: string };

const firstLine = 'c2sp.org/tlog-proof@v1';

export function formatTlogProof({ index, hashes, note }: TlogProof): string {
  const lines = hashes.map((hash) => `${Buffer.from(hash).toString('base64')}\n`);
  return `${firstLine}\nindex ${index}\n${lines.join('')}\n${note}`;
}

/** Reads a proof; `null` for anything that {@link formatTlogProof} would not have written. Extra data is refused: it proves nothing. */
export function parseTlogProof(text: string): TlogProof | null {
  const end = text.indexOf('\n\n');
  const [, second = '', ...rest] = text.slice(0, Math.max(end, 0)).split('\n');
  const index = Number(second.slice('index '.length));
  const hashes = rest.map((line) => Uint8Array.from(Buffer.from(line, 'base64')));
  if (end < 0 || !Number.isSafeInteger(index) || index < 0 || hashes.some((hash) => hash.length !== hashLength)) return null;
  const read = { index, hashes, note: text.slice(end + 2) };
  return formatTlogProof(read) === text ? read : null;
}
