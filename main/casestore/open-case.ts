import { Low } from 'lowdb';
import type { CaseFile } from '#main/casefile/case-file.ts';
import { ed25519PublicKey, signEd25519 } from '#main/crypto/ed25519.ts';
import { sixWords } from '#main/crypto/recovery-code.ts';
import type { CaseFinding, Facts, WritableCase } from '#main/usecases/ports.ts';
import type { Collection } from '#shared/domain/case/case-record.ts';
import type { Change, EditLabel, Op } from '#shared/domain/case/change.ts';
import type { CustodyAct, CustodyEntry } from '#shared/domain/custody/custody-entry.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { verifyCase } from './case-verification.ts';
import { actsOfStep, chainActs, chainEndOf } from './custody-chain.ts';
import { startHistory } from './edit-history.ts';
import { CheckpointRefused, sealedRegister, snapshotLines } from './sealed-register.ts';
import { applyOp, checkedOp, custodyKey, emptyRecord, inverseOf, opTarget, putStored, type StoredRecord } from './stored-objects.ts';
import type { Transaction } from './transaction.ts';

/** One commit as others hear of it, after it is on the medium and in the record. */
export type CaseChange = {
  readonly label: EditLabel;
  readonly touched: readonly { readonly collection: Exclude<Collection, 'custody'>; readonly id: string; readonly removed: boolean }[];
  readonly custody: readonly CustodyEntry[];
};

/** The open case as its owner has it: what use-cases may do, and what only the case process may. */
export type OpenCase = WritableCase & {
  /** Called after every commit, undo and redo, in order; answers how to stop. A listener that throws is a bug and stops the command. */
  readonly onChange: (listener: (change: CaseChange) => void) => () => void;
  /** Ed25519 signature (64 bytes) with the key of this case. */
  readonly sign: (bytes: Uint8Array) => Uint8Array;
  /** The 32 bytes to check {@link OpenCase.sign} with; the same for the whole life of the case. */
  readonly publicKey: () => Uint8Array;
  /** Every passphrase of the case gives way to the new one; the recovery code stays. Refuses `wrong-passphrase`. Bytes are UTF-8 of NFC. */
  readonly changePassphrase: (old: Uint8Array, next: Uint8Array) => Promise<Reply<null>>;
  /** Checkpoint, close record, lock given back. Refused when the disk does not take it: the case is then as open as before. */
  readonly close: () => Promise<Reply<null>>;
  /** Gives the lock back without writing; everything acknowledged is on the medium anyway. */
  readonly abandon: () => Promise<void>;
};

/** Reads an opened case file into its record and gives the case to work with. The signing seed never leaves it. */
export async function openRecord(file: CaseFile, folder: string, facts: Facts): Promise<Reply<OpenCase>> {
  const register = sealedRegister(file);
  // Low stays inside this function: its `update` would change memory before the disk has the edit.
  const low = new Low<StoredRecord>(register, emptyRecord());
  await low.read();
  if (!low.data.meta['case']) return refused({ kind: 'case-damaged', part: 'log' });
  // A record that does not fit its schema was left out; a checkpoint would lose it for good.
  const unreadable: Problem | null = register.findings.length > 0 ? { kind: 'read-only' } : null;
  const barrier = () => unreadable ?? file.writeBarrier();
  const openingFindings: readonly CaseFinding[] = [...file.findings, ...register.findings];
  const history = startHistory();
  const listeners = new Set<(change: CaseChange) => void>();
  let chainEnd = chainEndOf(low.data);
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;

  const inTurn = <T>(work: () => Promise<Reply<T>>): Promise<Reply<T>> => {
    const mine = turn.then(() => (closed ? refused({ kind: 'case-locked' }) : work()));
    turn = mine.catch(() => undefined);
    return mine;
  };

  /** Disk first, then memory, then whoever listens. */
  const write = async (label: EditLabel, ops: readonly Op[], acts: readonly CustodyAct[]): Promise<Reply<Transaction>> => {
    const stopped = barrier();
    if (stopped) return refused(stopped.kind === 'write-failed' ? { kind: 'read-only' } : stopped);
    const at = facts.now();
    const chained = chainActs(low.data, chainEnd, acts, at, facts.tool);
    const transaction: Transaction = { label, at, ops, custody: chained.entries };
    const written = file.append(transaction);
    if (!written.ok) return written;
    for (const op of ops) applyOp(low.data, op);
    for (const entry of chained.entries) putStored(low.data, 'custody', custodyKey(entry.seq), entry);
    chainEnd = chained.end;
    return done(transaction);
  };

  const afterwards = async ({ label, ops, custody }: Transaction) => {
    const touched = ops.map((op) => ({ ...opTarget(op), removed: 'del' in op }));
    for (const listener of listeners) listener({ label, touched, custody });
    if (!file.wantsSnapshot()) return;
    try {
      await low.write();
    } catch (error) {
      // The edit is in the log; the checkpoint is tried again when the log has grown.
      if (!(error instanceof CheckpointRefused)) throw error;
    }
  };

  const step = (direction: 'undo' | 'redo') =>
    inTurn(async (): Promise<Reply<EditLabel>> => {
      const next = direction === 'undo' ? history.nextUndo() : history.nextRedo();
      if (!next) return refused({ kind: 'refused', rule: direction === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo' });
      const ops = direction === 'undo' ? next.back : next.forth;
      const written = await write(direction, ops, actsOfStep(low.data, ops, direction, next.label));
      if (!written.ok) return written;
      if (direction === 'undo') history.undone();
      else history.redone();
      await afterwards(written.value);
      return done(next.label);
    });

  return done({
    caseId: file.caseId,
    folder,
    get readOnly() {
      return barrier() !== null;
    },
    headWords: () => sixWords(file.head()),
    openingFindings,
    record: () => low.data,
    readBlob: async (blob, offset, length) => file.blobs.read(blob, offset, length),
    blobLength: async (blob) => {
      const meta = file.blobs.meta(blob);
      return meta.ok ? done(meta.value.bytes) : meta;
    },
    history: history.show,
    verify: (report) => verifyCase(file, low.data, openingFindings, report),
    commit: (decide, how) =>
      inTurn(async (): Promise<Reply<Change>> => {
        const decision = decide(low.data);
        if (!decision.ok) return decision;
        const change = decision.value;
        if (change.ops.length === 0 && change.custody.length === 0) return done(change);
        const forth = change.ops.map(checkedOp);
        const back = inverseOf(low.data, forth);
        const written = await write(change.label, forth, change.custody);
        if (!written.ok) return written;
        if (how?.undoable === false || forth.length === 0) history.passOver(forth);
        else history.push({ label: change.label, at: written.value.at, forth, back });
        await afterwards(written.value);
        return done(change);
      }),
    undo: () => step('undo'),
    redo: () => step('redo'),
    storeBlob: async (content, report) => {
      const stopped = closed ? ({ kind: 'case-locked' } as const) : barrier();
      return stopped ? refused(stopped) : file.blobs.store(content, facts.now(), report);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    sign: (bytes) => signEd25519(file.keys.sign, bytes),
    publicKey: () => ed25519PublicKey(file.keys.sign),
    changePassphrase: (old, next) =>
      inTurn(async () => {
        if (next.length === 0) return refused({ kind: 'invalid-input', where: 'passphrase', reason: 'must not be empty' });
        return file.replacePassphrase({ kind: 'passphrase', bytes: old }, next, Date.parse(facts.now()));
      }),
    close: () =>
      inTurn(async () => {
        const given = unreadable ? done(await file.abandon().then(() => null)) : await file.close(snapshotLines(low.data));
        closed = given.ok;
        return given;
      }),
    abandon: async () => {
      closed = true;
      await turn;
      await file.abandon();
    },
  });
}
