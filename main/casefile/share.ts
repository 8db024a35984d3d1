import { equalInConstantTime } from '#main/crypto/digests.ts';
import { joinSecret, splitSecret } from '#main/crypto/shamir.ts';
import { bytesOfWords, wordsOfBytes } from '#main/crypto/word-code.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { secretWords } from '#shared/kernel/secret-words.ts';

/** One share of a secret as FORMAT.md §3 lays it out: which case, which splitting, which of how many, and its part of the secret. */
export type Share = {
  /** First 4 bytes of the case id in hex. */
  readonly caseId: string;
  /** First 4 bytes of the slot's id in hex: shares of one splitting have the same. */
  readonly splitting: string;
  readonly needed: number;
  readonly of: number;
  /** From 1. */
  readonly index: number;
  /** 32 bytes, then the x they belong to. */
  readonly part: Uint8Array;
};

export const shareWordCount = 36;
const shareBytes = 45;
const version = 1;
const context = Buffer.from('corroborate/v1/share\0');

/** Splits a secret of 32 bytes for `of` holders. */
export async function splitIntoShares(secret: Uint8Array, caseId: Uint8Array, slotId: Uint8Array, needed: number, of: number): Promise<readonly Share[]> {
  const parts = await splitSecret(secret, needed, of);
  const [forCase, splitting] = [caseId, slotId].map((id) => Buffer.from(id.subarray(0, 4)).toString('hex'));
  return parts.map((part, index): Share => ({ caseId: forCase ?? '', splitting: splitting ?? '', needed, of, index: index + 1, part }));
}

/** The 36 words of a share. */
export function wordsOfShare({ caseId, splitting, needed, of, index, part }: Share): readonly string[] {
  const bytes = Buffer.concat([Uint8Array.of(version), Buffer.from(caseId + splitting, 'hex'), Uint8Array.of(needed, of, index), part]);
  return wordsOfBytes(bytes, shareWordCount, context);
}

/** A share out of what was printed or typed. `item` counts from 1, for the refusal `bad-share`, which names the word that is in no list. */
export function readShare(text: string, item: number): Reply<Share> {
  const bad = (reason: BadShare['reason'], word: number | null = null) => refused({ kind: 'bad-share', item, reason, word });
  const words = secretWords(text);
  if (words.length !== shareWordCount) return bad('not-a-share');
  const read = bytesOfWords(words, shareBytes, context);
  if (read.state === 'unknown-word') return bad('mistyped', read.word);
  if (read.state === 'mistyped') return bad('mistyped');
  const { bytes } = read;
  const share: Share = {
    caseId: bytes.toString('hex', 1, 5),
    splitting: bytes.toString('hex', 5, 9),
    needed: bytes.readUInt8(9),
    of: bytes.readUInt8(10),
    index: bytes.readUInt8(11),
    part: bytes.subarray(12),
  };
  const sensible = bytes.readUInt8(0) === version && share.needed >= 2 && share.needed <= share.of && share.index >= 1 && share.index <= share.of;
  return sensible ? done(share) : bad('not-a-share');
}
type BadShare = Extract<Problem, { readonly kind: 'bad-share' }>;

/**
 * The secret behind enough shares of one splitting for the case with this id, in any order; more than enough do no harm. Refuses
 * `bad-share`, naming the one, `too-few-shares`, and `wrong-shares` for those that do not fit each other where there are too few to say
 * which. Whether the secret opens anything only the case can tell.
 */
export async function joinShares(texts: readonly string[], caseId: Uint8Array): Promise<Reply<Uint8Array>> {
  const shares: Share[] = [];
  for (const [index, text] of texts.entries()) {
    const read = readShare(text, index + 1);
    if (!read.ok) return read;
    shares.push(read.value);
  }
  const wanted = Buffer.from(caseId.subarray(0, 4)).toString('hex');
  const splitting = mostFrequent(shares.map((share) => share.splitting));
  const bad = (at: number, reason: BadShare['reason']) => refused({ kind: 'bad-share', item: at + 1, reason, word: null });
  for (const [at, share] of shares.entries()) {
    if (share.caseId !== wanted) return bad(at, 'of-another-case');
    if (share.splitting !== splitting) return bad(at, 'of-another-split');
    if (shares.findIndex(({ index, part }) => index === share.index || part.at(-1) === share.part.at(-1)) < at) return bad(at, 'given-twice');
  }
  const needed = shares[0]?.needed ?? 2;
  if (shares.length < needed) return refused({ kind: 'too-few-shares', given: shares.length, needed });
  const parts = shares.map(({ part }) => part);
  const secret = await commonSecret(parts, needed);
  if (secret) return done(secret);
  const odd = await oddOneOut(parts, needed);
  return odd === null ? refused({ kind: 'wrong-shares' }) : bad(odd, 'made-up');
}

/**
 * The secret that any `needed` of the parts give; `null` when they do not lie on one curve. Those of the first `needed` − 1 with each of
 * the others settle it: curves through these points that meet x = 0 in one place are one curve.
 */
async function commonSecret(parts: readonly Uint8Array[], needed: number): Promise<Uint8Array | null> {
  const first = parts.slice(0, needed - 1);
  const secrets = await Promise.all(parts.slice(needed - 1).map((part) => joinSecret([...first, part])));
  const [secret] = secrets;
  return secret && secrets.every((other) => other !== null && equalInConstantTime(other, secret)) ? secret : null;
}

/** The one part without which the others agree; `null` when they are too few to tell, or when several do not fit. */
async function oddOneOut(parts: readonly Uint8Array[], needed: number): Promise<number | null> {
  if (parts.length < needed + 2) return null;
  // No second one can be: those that agree without either have enough in common to be on one curve, and then all are.
  for (const at of parts.keys()) if (await commonSecret(parts.toSpliced(at, 1), needed)) return at;
  return null;
}

/** So that of three shares the odd one is named, wherever it stands. */
function mostFrequent(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].reduce<readonly [string, number] | undefined>((best, one) => (best && best[1] >= one[1] ? best : one), undefined)?.[0];
}
