import { sha256 } from './digests.ts';
import { ed25519PublicKey, signEd25519, verifyEd25519 } from './ed25519.ts';

/**
 * Signed notes as C2SP signed-note v1 has them, with Ed25519 (type 0x01): text, an empty line, and signature lines
 * `— name base64(key id || signature)`. Notes are read strictly: whatever is not written exactly as {@link formatNote} writes it is
 * no note, so that no byte can change unnoticed.
 */
export type NoteSignature = { readonly name: string; readonly keyId: string; readonly signature: Uint8Array };
export type SignedNote = { readonly text: string; readonly signatures: readonly NoteSignature[] };
/** A public key with the name it signs under; `publicKey` has 32 bytes. */
export type NoteKey = { readonly name: string; readonly publicKey: Uint8Array };

const ed25519Type = Uint8Array.of(1);
/** The specification asks verifiers to take 16 at least. */
const mostSignatures = 100;
const longestNote = 200_000;

/** Key id of an Ed25519 key, in hex: the first four bytes of SHA-256(name || 0x0A || 0x01 || public key). */
export function noteKeyId({ name, publicKey }: NoteKey): string {
  return sha256(Buffer.from(`${name}\n`), ed25519Type, publicKey)
    .subarray(0, 4)
    .toString('hex');
}

/** Whether a name may stand in a signature line: not empty, without Unicode spaces, plus or control characters. */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\s\u180E+\p{Cc}\p{Cs}]/u.test(name);
}

/** The signature of `seed` on `text`, under `name`. Throws for a name or text that no note may have: a bug of the caller. */
export function signNote(text: string, name: string, seed: Uint8Array): NoteSignature {
  if (!isKeyName(name) || !isNoteText(text)) throw new RangeError('signed note: not a name or text of a note');
  const publicKey = ed25519PublicKey(seed);
  return { name, keyId: noteKeyId({ name, publicKey }), signature: signEd25519(seed, Buffer.from(text)) };
}

/** The note as it is written to a file. */
export function formatNote({ text, signatures }: SignedNote): string {
  return `${text}\n${signatures.map(({ name, keyId, signature }) => `\u2014 ${name} ${Buffer.concat([Buffer.from(keyId, 'hex'), signature]).toString('base64')}\n`).join('')}`;
}

/** Reads a note; `null` when it is none. Signatures are read, not checked. */
export function parseNote(note: string): SignedNote | null {
  const end = note.lastIndexOf('\n\n');
  if (note.length > longestNote || end < 0 || !note.endsWith('\n')) return null;
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split('\n');
  if (!isNoteText(text) || lines.length > mostSignatures) return null;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const [dash, name = '', base64 = '', more] = line.split(' ');
    const bytes = Buffer.from(base64, 'base64');
    if (dash !== '\u2014' || more !== undefined || !isKeyName(name) || bytes.length <= 4) return null;
    signatures.push({ name, keyId: bytes.subarray(0, 4).toString('hex'), signature: Uint8Array.from(bytes.subarray(4)) });
  }
  const read = { text, signatures };
  return formatNote(read) === note ? read : null;
}

/** The signature line that `key` would have made: `holds`, `wrong` when it does not verify, `absent` when there is none of this key. */
export function checkSignature({ text, signatures }: SignedNote, key: NoteKey): 'holds' | 'wrong' | 'absent' {
  const keyId = noteKeyId(key);
  const own = signatures.filter((each) => each.name === key.name && each.keyId === keyId);
  if (own.length === 0) return 'absent';
  return own.every(({ signature }) => verifyEd25519(key.publicKey, Buffer.from(text), signature)) ? 'holds' : 'wrong';
}

/** The line by which people hand a key to each other: `name+key id+base64(0x01 || public key)`. */
export function verifierKey(key: NoteKey): string {
  return `${key.name}+${noteKeyId(key)}+${Buffer.concat([ed25519Type, key.publicKey]).toString('base64')}`;
}

/** Reads such a line; `null` when it is none, or its id is not the one of its key. */
export function parseVerifierKey(line: string): NoteKey | null {
  const [name = '', , ...rest] = line.split('+');
  const bytes = Buffer.from(rest.join('+'), 'base64');
  const key = { name, publicKey: Uint8Array.from(bytes.subarray(1)) };
  if (!isKeyName(name) || bytes.length !== 33) return null;
  return verifierKey(key) === line ? key : null;
}

/** Valid UTF-8 without ASCII control characters but the newline. */
function isNoteText(text: string): boolean {
  return text.endsWith('\n') && !/\p{Cs}/u.test(text) && ![...text].some((character) => character < ' ' && character !== '\n');
}
