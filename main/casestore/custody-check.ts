import { sha256Hex } from '#main/crypto/digests.ts';
import { verifyConsistency } from '#main/crypto/merkle-proof.ts';
import { leafHash, type MerkleTree, startMerkleTree } from '#main/crypto/merkle-tree.ts';
import type { CaseFinding } from '#shared/domain/case/case-finding.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import { countOf } from '#shared/domain/case/objects-of.ts';
import { clockJump } from '#shared/domain/custody/clock-jumps.ts';
import { type CustodyEntry, custodyKey } from '#shared/domain/custody/custody-entry.ts';
import { frontierOf, signaturesHold, sorted, textOf } from './custody-signing.ts';
import { custodyLine } from './custody-tree.ts';
import type { KeptCheckpoint, KeptCustody } from './kept-custody.ts';

/** A clock that went wrong at every entry is told of this often. */
const mostJumps = 100;

/**
 * The custody log as a whole: every entry names the one before it, every kept checkpoint signs the entries as they are, each later
 * one goes on from the one before it (RFC 6962 §2.1.2), every signature holds, and where the clock did not run as it should.
 */
export function checkCustodyLog(record: CaseRecord, kept: KeptCustody): readonly CaseFinding[] {
  const tree = startMerkleTree();
  const jumps: CaseFinding[] = [];
  const length = countOf(record.custody);
  let digest: string = '0'.repeat(64);
  let before: CustodyEntry | undefined;
  let whole = true;
  for (let seq = 0; seq < length; seq += 1) {
    const entry = record.custody[custodyKey(seq)];
    // What stands for a lost entry cannot have the digest that the next one names.
    if (!entry || entry.seq !== seq || (entry.prev !== digest && before?.action !== 'lost')) {
      whole = false;
      break;
    }
    const line = Buffer.from(custodyLine(entry));
    digest = sha256Hex(line);
    tree.append(leafHash(line));
    const jump = clockJump(before, entry);
    if (jump && jumps.length < mostJumps)
      jumps.push({ severity: 'info', code: jump.sort === 'backwards' ? 'clock-backwards' : 'clock-jump', subject: `custody entry ${seq}` });
    before = entry;
  }
  const broken: readonly CaseFinding[] = whole ? [] : [{ severity: 'damage', code: 'custody-broken', subject: 'custody' }];
  return [...broken, ...checkpointFindings(tree, [...sorted(kept)].reverse()), ...jumps];
}

function checkpointFindings(tree: MerkleTree, checkpoints: readonly KeptCheckpoint[]): readonly CaseFinding[] {
  return checkpoints.flatMap((checkpoint, index) => {
    const subject = checkpointSubject(checkpoint.size);
    const wrong: readonly CaseFinding[] = signaturesHold(checkpoint) ? [] : [{ severity: 'damage', code: 'checkpoint-signature-wrong', subject }];
    const fits = signsTree(tree, checkpoint) && goesOn(tree, checkpoints.slice(0, index).findLast(isOf(checkpoint)), checkpoint);
    return fits ? wrong : [...wrong, { severity: 'damage', code: 'checkpoint-broken', subject } as const];
  });
}

export function checkpointSubject(size: number): string {
  return `checkpoint of ${size} entries`;
}

function signsTree(tree: MerkleTree, checkpoint: KeptCheckpoint): boolean {
  const { size, root } = textOf(checkpoint);
  return size === checkpoint.size && size <= tree.size() && tree.root(size).equals(root) && frontierOf(checkpoint) !== null;
}

/** After a repair a log may have begun anew under another origin; what was signed before is held against the entries alone. */
function isOf(checkpoint: KeptCheckpoint): (earlier: KeptCheckpoint) => boolean {
  const { origin } = textOf(checkpoint);
  return (earlier) => textOf(earlier).origin === origin;
}

function goesOn(tree: MerkleTree, before: KeptCheckpoint | undefined, checkpoint: KeptCheckpoint): boolean {
  if (!before) return true;
  const [older, newer] = [textOf(before), textOf(checkpoint)];
  if (older.size < 1 || newer.size > tree.size() || older.size > newer.size) return false;
  return verifyConsistency(older.size, newer.size, older.root, newer.root, tree.consistencyProof(older.size, newer.size));
}
