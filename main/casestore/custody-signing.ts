import { formatCheckpoint, parseCheckpoint } from '#main/crypto/checkpoint-note.ts';
import { ed25519PublicKey } from '#main/crypto/ed25519.ts';
import { randomBytes } from '#main/crypto/random.ts';
import { sixWords } from '#main/crypto/recovery-code.ts';
import { checkSignature, formatNote, type NoteKey, noteKeyId, parseNote, type SignedNote, signNote, verifierKey } from '#main/crypto/signed-note.ts';
import type { CustodyCheckpoint, CustodyKey } from '#shared/contract/custody.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Frontier } from './custody-tree.ts';
import { emptyFrontier, rootOfFrontier } from './custody-tree.ts';
import type { KeptCheckpoint, KeptCustody, Signer } from './kept-custody.ts';

/** A new key for an analyst, from chance: whoever holds the case key cannot compute it, and another case has another. */
export function newSigner(name: string, at: Instant): Signer {
  return { name, keyName: keyNameOf(name), seed: randomBytes(32).toString('hex'), madeAt: at };
}

/** How an analyst signs notes: the name, with what no key name may hold (C2SP signed-note) as one low line. */
function keyNameOf(name: string): string {
  return name.replace(/[\s\u180E+\p{Cc}\p{Cs}]+/gu, '_');
}

export function keyOfSigner({ keyName, seed }: Signer): NoteKey {
  return { name: keyName, publicKey: ed25519PublicKey(Buffer.from(seed, 'hex')) };
}

/**
 * The log's name in the first line of its checkpoints: from chance, so that an exported checkpoint cannot be matched with a folder,
 * and kept for the life of the log, through backups and new keys.
 */
export function originOf(newest: KeptCheckpoint | undefined): string {
  return newest ? textOf(newest).origin : newOrigin();
}

export function newOrigin(): string {
  return `corroborate/custody/${randomBytes(16).toString('hex')}`;
}

export function newestCheckpoint(kept: KeptCustody): KeptCheckpoint | undefined {
  return sorted(kept)[0];
}

/** Newest first. */
export function sorted(kept: KeptCustody): readonly KeptCheckpoint[] {
  return Object.values(kept.checkpoints).sort((a, b) => b.size - a.size);
}

export function noteOf({ note }: KeptCheckpoint): SignedNote {
  const read = parseNote(note);
  if (!read) throw new Error('a kept checkpoint holds no note');
  return read;
}

/** The text of a kept checkpoint; one that cannot be read says so by a size that no log has. */
export function textOf(checkpoint: KeptCheckpoint): { readonly origin: string; readonly size: number; readonly root: Uint8Array } {
  return parseCheckpoint(noteOf(checkpoint).text) ?? { origin: '', size: -1, root: new Uint8Array(32) };
}

/** Where the tree goes on from: the newest checkpoint, if its peaks give the root that was signed. */
export function frontierOf(checkpoint: KeptCheckpoint | undefined): Frontier | null {
  if (!checkpoint) return emptyFrontier;
  const frontier = { size: checkpoint.size, peaks: checkpoint.peaks.map((peak) => Buffer.from(peak, 'base64')) };
  const { size, root } = textOf(checkpoint);
  // One peak for each one in the size: the root alone would also be given by other pieces.
  const ones = [...size.toString(2)].filter((digit) => digit === '1').length;
  return size === frontier.size && ones === frontier.peaks.length && rootOfFrontier(frontier).equals(root) ? frontier : null;
}

/** A checkpoint of `frontier` with one signature. */
export function checkpointOf(frontier: Frontier, origin: string, signer: Signer, at: Instant): KeptCheckpoint {
  const text = formatCheckpoint({ origin, size: frontier.size, root: rootOfFrontier(frontier) });
  const bare = { size: frontier.size, at, note: text, signers: [], peaks: frontier.peaks.map((peak) => peak.toString('base64')) };
  return withSignature(bare, { text, signatures: [] }, signer, at);
}

/** The checkpoint with the signature of one more key of this case. */
export function countersigned(checkpoint: KeptCheckpoint, signer: Signer, at: Instant): KeptCheckpoint {
  return withSignature(checkpoint, noteOf(checkpoint), signer, at);
}

function withSignature(checkpoint: KeptCheckpoint, note: SignedNote, signer: Signer, at: Instant): KeptCheckpoint {
  const signature = signNote(note.text, signer.keyName, Buffer.from(signer.seed, 'hex'));
  const by = { name: signer.keyName, publicKey: Buffer.from(keyOfSigner(signer).publicKey).toString('base64'), own: true, at };
  return { ...checkpoint, note: formatNote({ ...note, signatures: [...note.signatures, signature] }), signers: [...checkpoint.signers, by] };
}

export function keysOn(checkpoint: KeptCheckpoint): readonly NoteKey[] {
  return checkpoint.signers.map(({ name, publicKey }) => ({ name, publicKey: Buffer.from(publicKey, 'base64') }));
}

/** Whether every line of a kept checkpoint is a signature that holds, of a key that is kept with it. */
export function signaturesHold(checkpoint: KeptCheckpoint): boolean {
  const note = noteOf(checkpoint);
  const keys = keysOn(checkpoint);
  return note.signatures.length === keys.length && keys.every((key) => checkSignature(note, key) === 'holds');
}

/** A kept checkpoint as the contract tells it. */
export function tellCheckpoint(checkpoint: KeptCheckpoint): CustodyCheckpoint {
  const { size, root } = textOf(checkpoint);
  const keys = keysOn(checkpoint);
  const signatures = checkpoint.signers.map((signer, index) => ({ ...signer, keyId: idOf(keys[index]) }));
  const told = { root: Buffer.from(root).toString('base64'), words: [...sixWords(root)] };
  return { size, ...told, at: checkpoint.at, note: checkpoint.note, signatures };
}

/** Every key that signed for the case: its own in the order they were made, then those of others. */
export function tellKeys(kept: KeptCustody): readonly CustodyKey[] {
  const told = new Map<string, CustodyKey>();
  const tell = (key: NoteKey, own: boolean, madeAt: Instant): void => {
    const line = verifierKey(key);
    if (!told.has(line))
      told.set(line, { name: key.name, keyId: noteKeyId(key), publicKey: Buffer.from(key.publicKey).toString('base64'), verifierKey: line, own, madeAt });
  };
  for (const signer of Object.values(kept.signers).sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1))) tell(keyOfSigner(signer), true, signer.madeAt);
  for (const checkpoint of [...sorted(kept)].reverse())
    for (const [index, key] of keysOn(checkpoint).entries()) tell(key, checkpoint.signers[index]?.own === true, checkpoint.signers[index]?.at ?? checkpoint.at);
  return [...told.values()];
}

function idOf(key: NoteKey | undefined): string {
  return key ? noteKeyId(key) : '';
}
