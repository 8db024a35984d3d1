import { realpath } from 'node:fs/promises';
import { canonicalJson } from '#main/crypto/canonical-json.ts';
import { parseCheckpoint } from '#main/crypto/checkpoint-note.ts';
import { leafHash, startMerkleTree } from '#main/crypto/merkle-tree.ts';
import { sixWords } from '#main/crypto/recovery-code.ts';
import { parseNote, parseVerifierKey, verifierKey } from '#main/crypto/signed-note.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import { type ClockJump, clockJumps } from '#shared/domain/custody/clock-jumps.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { type FolderFinding, listFolder, printable, readSmall } from '../read-folder.ts';
import { type CheckedCustody, type CustodyFindingCode, checkCustody } from './check-custody.ts';
import { checkpointName, entriesName, readMeName, scriptName } from './custody-files.ts';
import { custodyReadMe } from './custody-read-me.ts';
import { verifyScript } from './verify-script.ts';

export type CustodyFolderFinding = {
  /** `custody-not-extended`: the log does not go on from the earlier checkpoint; `custody-key-absent`: the key did not sign. */
  readonly code: CustodyFindingCode | FolderFinding['code'] | 'custody-not-extended' | 'custody-key-absent';
  readonly file: string;
};
export type CustodyFolderVerification = {
  readonly sound: boolean;
  readonly findings: readonly CustodyFolderFinding[];
  readonly entries: number;
  readonly proven: number;
  readonly whole: boolean;
  readonly checkpoint: { readonly origin: string; readonly size: number; readonly root: string; readonly words: readonly string[] } | null;
  readonly signers: readonly { readonly name: string; readonly verifierKey: string }[];
  /** Where the times of neighbouring entries do not fit together; told, but nothing that makes a log unsound. */
  readonly clock: readonly ClockJump[];
};

/** What the person holds from before: a checkpoint that the log must go on from, keys that must have signed. */
export type HeldBefore = { readonly checkpoint?: string | undefined; readonly verifierKeys: readonly string[] };

const mostFiles = 2_000_000;
const longestEntries = 1024 * 1024 * 1024;
const longestOther = 4 * 1024 * 1024;

/** The files of custody below `folder`; those that cannot be read are left out. */
export async function readCustodyFiles(folder: string, names: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const name of names) {
    const bytes = await readSmall(folder, name, name.endsWith(entriesName) ? longestEntries : longestOther);
    if (bytes) files.set(name, bytes);
  }
  return files;
}

/** Checks an exported custody log without the case. Refused only `not-found`, `cancelled` and `invalid-input` for what was held before. */
export async function verifyCustodyFolder(given: string, held: HeldBefore, report: Progress): Promise<Reply<CustodyFolderVerification>> {
  const folder = await realpath(given).catch(() => given);
  const findings: CustodyFolderFinding[] = [];
  const there = await listFolder(folder, (finding) => findings.push(finding), mostFiles);
  if (there === null) return refused({ kind: 'not-found', what: 'folder', id: '' });
  const earlier = held.checkpoint === undefined ? null : earlierCheckpoint(held.checkpoint);
  if (held.checkpoint !== undefined && !earlier) return refused({ kind: 'invalid-input', where: 'against', reason: 'a checkpoint as it was exported' });
  const keys = held.verifierKeys.map(parseVerifierKey);
  if (keys.includes(null)) return refused({ kind: 'invalid-input', where: 'key', reason: 'a key line such as name+0123abcd+AbCd…' });
  const names = [...there].flatMap(([path, kind]) => (kind === 'file' ? [path] : []));
  report.step('verifying', 0, 1);
  const files = new Map(await readCustodyFiles(folder, names));
  for (const name of names) if (!files.has(name)) findings.push({ code: 'unreadable', file: printable(name) });
  if (report.cancelled()) return refused({ kind: 'cancelled' });
  const texts = takeOut(files);
  const checked = checkCustody(files);
  findings.push(...checked.findings.map(({ code, file }) => ({ code, file: printable(file) })), ...checkTexts(texts, checked));
  // A part of a log has not what it takes to show it, and that is no fault of the log.
  if (earlier && checked.checkpoint && !checked.whole && earlier.origin === checked.checkpoint.origin && earlier.size < checked.checkpoint.size)
    return refused({
      kind: 'invalid-input',
      where: 'against',
      reason: 'compared with an export of the whole log: a part cannot show that it goes on from there',
    });
  if (earlier && !goesOnFrom(earlier, checked)) findings.push({ code: 'custody-not-extended', file: checkpointName });
  const signed = new Set(checked.signers.map(verifierKey));
  for (const key of keys) if (key && !signed.has(verifierKey(key))) findings.push({ code: 'custody-key-absent', file: checkpointName });
  report.step('verifying', 1, 1);
  const { checkpoint, entries, proven, whole, signers } = checked;
  return done({
    sound: findings.length === 0,
    findings,
    entries: entries.length,
    proven,
    whole,
    checkpoint: checkpoint && {
      origin: checkpoint.origin,
      size: checkpoint.size,
      root: Buffer.from(checkpoint.root).toString('base64'),
      words: sixWords(checkpoint.root),
    },
    signers: signers.map((key) => ({ name: key.name, verifierKey: verifierKey(key) })),
    clock: whole ? clockJumps(entries) : [],
  });
}

/** README and script are ours to the byte, or a stranger could be told to run or believe something else. */
function takeOut(files: Map<string, Uint8Array>): ReadonlyMap<string, string | null> {
  return new Map(
    [readMeName, scriptName].map((name) => {
      const bytes = files.get(name);
      files.delete(name);
      return [name, bytes ? Buffer.from(bytes).toString('latin1') : null];
    }),
  );
}

function checkTexts(texts: ReadonlyMap<string, string | null>, { whole, checkpoint, entries }: CheckedCustody): readonly CustodyFolderFinding[] {
  const expected: readonly (readonly [string, string | null])[] = [
    [readMeName, custodyReadMe({ whole, size: checkpoint?.size ?? 0, entries: entries.length })],
    [scriptName, whole ? verifyScript : null],
  ];
  return expected.flatMap(([file, text]): readonly CustodyFolderFinding[] => {
    const found = texts.get(file) ?? null;
    const same = found === (text === null ? null : Buffer.from(text).toString('latin1'));
    if (same) return [];
    return [{ code: found === null ? 'custody-missing' : text === null ? 'custody-added' : 'custody-malformed', file }];
  });
}

function earlierCheckpoint(file: string) {
  const note = parseNote(file);
  return note && parseCheckpoint(note.text);
}

/** Whether the log begins with what the earlier checkpoint signed. Only a whole log can show it for a smaller size. */
function goesOnFrom(earlier: NonNullable<ReturnType<typeof earlierCheckpoint>>, { checkpoint, whole, entries }: CheckedCustody): boolean {
  if (!checkpoint || earlier.origin !== checkpoint.origin || earlier.size > checkpoint.size) return false;
  if (earlier.size === checkpoint.size) return Buffer.from(earlier.root).equals(checkpoint.root);
  if (!whole) return false;
  const tree = startMerkleTree();
  for (const entry of entries.slice(0, earlier.size)) tree.append(leafHash(Buffer.from(canonicalJson(entry))));
  return tree.root().equals(earlier.root);
}
