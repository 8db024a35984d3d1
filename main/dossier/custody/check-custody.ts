import { canonicalJson } from '#main/crypto/canonical-json.ts';
import { type CheckpointText, parseCheckpoint } from '#main/crypto/checkpoint-note.ts';
import { sha256Hex } from '#main/crypto/digests.ts';
import { parseEd25519Pem } from '#main/crypto/ed25519.ts';
import { verifyInclusion } from '#main/crypto/merkle-proof.ts';
import { leafHash, startMerkleTree } from '#main/crypto/merkle-tree.ts';
import { checkSignature, type NoteKey, noteKeyId, parseNote, type SignedNote } from '#main/crypto/signed-note.ts';
import { parseTlogProof } from '#main/crypto/tlog-proof.ts';
import { type CustodyEntry, CustodyEntrySchema } from '#shared/domain/custody/custody-entry.ts';
import { checkpointName, entriesName, keyFileName, proofName } from './custody-files.ts';

/** One thing wrong with a folder of custody; `file` is its path in it. */
export type CustodyFinding = { readonly code: CustodyFindingCode; readonly file: string };
export type CustodyFindingCode =
  | 'custody-missing'
  /** A file that belongs to no entry and no signature. */
  | 'custody-added'
  /** Not written as Corroborate writes it. */
  | 'custody-malformed'
  | 'custody-signature-wrong'
  /** The key file is not the one that the signature line names. */
  | 'custody-key-differs'
  /** An entry that is not the one that was signed at its place. */
  | 'custody-proof-wrong'
  | 'custody-chain-broken'
  | 'custody-root-differs';

/** What a folder of custody proves. `whole`: it holds every entry up to the checkpoint. `proven`: entries shown to be under the signed root. */
export type CheckedCustody = {
  readonly findings: readonly CustodyFinding[];
  readonly entries: readonly CustodyEntry[];
  readonly whole: boolean;
  readonly proven: number;
  readonly checkpoint: CheckpointText | null;
  readonly signers: readonly NoteKey[];
};

const missing: CustodyFindingCode = 'custody-missing';

/** Checks the files of a folder of custody, by their paths in it. Whatever they hold is a finding, never an exception. */
export function checkCustody(files: ReadonlyMap<string, Uint8Array>): CheckedCustody {
  const findings: CustodyFinding[] = [];
  const text = (file: string): string | null => {
    const bytes = files.get(file);
    const read = bytes === undefined ? null : utf8(bytes);
    if (read === null) findings.push({ code: bytes === undefined ? missing : 'custody-malformed', file });
    return read;
  };
  const noteText = text(checkpointName);
  const note = noteText === null ? null : parseNote(noteText);
  const checkpoint = note && parseCheckpoint(note.text);
  if (noteText !== null && !checkpoint) findings.push({ code: 'custody-malformed', file: checkpointName });
  const signers = note ? checkSigners(note, text, findings) : [];
  const entries = readEntries(text(entriesName), findings);
  checkChain(entries, findings);
  const whole = checkpoint !== null && entries.length === checkpoint.size && entries.every(({ entry }, index) => entry.seq === index);
  const rootHolds = whole && checkpoint !== null && isRootOf(checkpoint, entries);
  if (whole && !rootHolds) findings.push({ code: 'custody-root-differs', file: entriesName });
  const proofs = [...files.keys()].filter((file) => file.startsWith('proofs/'));
  let proven = rootHolds ? entries.length : 0;
  if (checkpoint && noteText !== null && (!whole || proofs.length > 0)) {
    const held = entries.filter((each) => isProven(each, checkpoint, noteText, text, findings)).length;
    proven = whole ? Math.min(proven, held) : held;
  }
  const known = new Set([entriesName, checkpointName, ...keyFilesOf(note), ...entries.map(({ entry }) => proofName(entry.seq))]);
  for (const file of files.keys()) if (!known.has(file)) findings.push({ code: 'custody-added', file });
  return { findings: unique(findings), entries: entries.map(({ entry }) => entry), whole, proven, checkpoint, signers };
}

type Text = (file: string) => string | null;
type Line = { readonly entry: CustodyEntry; readonly bytes: Uint8Array };

function keyFilesOf(note: SignedNote | null): readonly string[] {
  return (note?.signatures ?? []).map(({ keyId }, index) => keyFileName(index, keyId));
}

/** Every line of the checkpoint must hold for the key beside it: a line that nobody can check would be a place to write anything. */
function checkSigners(note: SignedNote, text: Text, findings: CustodyFinding[]): readonly NoteKey[] {
  return note.signatures.flatMap(({ name, keyId }, index) => {
    const file = keyFileName(index, keyId);
    const pem = text(file);
    const publicKey = pem === null ? null : parseEd25519Pem(pem);
    if (pem !== null && !publicKey) findings.push({ code: 'custody-malformed', file });
    if (!publicKey) return [];
    const key = { name, publicKey };
    if (noteKeyId(key) !== keyId) findings.push({ code: 'custody-key-differs', file });
    else if (checkSignature(note, key) !== 'holds') findings.push({ code: 'custody-signature-wrong', file: checkpointName });
    else return [key];
    return [];
  });
}

function readEntries(text: string | null, findings: CustodyFinding[]): readonly Line[] {
  if (text === null) return [];
  const lines = text.split('\n');
  const entries = lines.slice(0, -1).flatMap((line) => {
    const entry = entryOf(line);
    return entry ? [{ entry, bytes: new TextEncoder().encode(line) }] : [];
  });
  // Nothing told is nothing proven: an export of no entry does not exist.
  if (lines.length < 2 || lines.at(-1) !== '' || entries.length !== lines.length - 1) findings.push({ code: 'custody-malformed', file: entriesName });
  return entries;
}

/** An entry, only from the very line that it is written as. */
function entryOf(line: string): CustodyEntry | null {
  try {
    const parsed = CustodyEntrySchema.safeParse(JSON.parse(line));
    return parsed.success && canonicalJson(parsed.data) === line ? parsed.data : null;
  } catch {
    // No JSON, or a string that no canonical JSON may hold.
    return null;
  }
}

/** Neighbours name each other; entries apart only stand in order. The first entry of a log names 64 zeros. */
function checkChain(entries: readonly Line[], findings: CustodyFinding[]): void {
  const broken = entries.some(({ entry }, index) => {
    const before = entries[index - 1];
    if (entry.seq === 0) return entry.prev !== '0'.repeat(64) || before !== undefined;
    if (!before) return false;
    return before.entry.seq >= entry.seq || (before.entry.seq === entry.seq - 1 && sha256Hex(before.bytes) !== entry.prev);
  });
  if (broken) findings.push({ code: 'custody-chain-broken', file: entriesName });
}

function isRootOf({ root }: CheckpointText, entries: readonly Line[]): boolean {
  const tree = startMerkleTree();
  for (const { bytes } of entries) tree.append(leafHash(bytes));
  return tree.root().equals(root);
}

function isProven({ entry, bytes }: Line, checkpoint: CheckpointText, note: string, text: Text, findings: CustodyFinding[]): boolean {
  const file = proofName(entry.seq);
  const written = text(file);
  const proof = written === null ? null : parseTlogProof(written);
  if (written !== null && !proof) findings.push({ code: 'custody-malformed', file });
  if (!proof) return false;
  const holds = proof.note === note && proof.index === entry.seq && verifyInclusion(leafHash(bytes), entry.seq, checkpoint.size, proof.hashes, checkpoint.root);
  if (!holds) findings.push({ code: 'custody-proof-wrong', file });
  return holds;
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not UTF-8: no text of ours.
    return null;
  }
}

function unique(findings: readonly CustodyFinding[]): readonly CustodyFinding[] {
  return [...new Map(findings.map((finding) => [`${finding.code} ${finding.file}`, finding])).values()];
}
