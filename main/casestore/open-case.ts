import { Low } from 'lowdb';
import { keptInMind, withNotices } from '#main/casefile/care-state.ts';
import type { CaseFile } from '#main/casefile/case-file.ts';
import type { SearchShelf } from '#main/casefile/search-shelf.ts';
import { textsOf } from '#main/casefile/snapshot-tables.ts';
import { ed25519PublicKey, signEd25519 } from '#main/crypto/ed25519.ts';
import { randomBytes } from '#main/crypto/random.ts';
import { sixWords } from '#main/crypto/recovery-code.ts';
import type { CopiesPort } from '#main/usecases/ports/care.ts';
import type { Facts } from '#main/usecases/ports/facts.ts';
import type { WritableCase } from '#main/usecases/ports/open-case.ts';
import type { CaseFinding } from '#shared/domain/case/case-finding.ts';
import type { Collection } from '#shared/domain/case/case-record.ts';
import type { Change, EditLabel, Op } from '#shared/domain/case/change.ts';
import { type CustodyAct, type CustodyEntry, custodyKey } from '#shared/domain/custody/custody-entry.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { careOf } from './branch-care.ts';
import { caseCopies } from './case-copies.ts';
import { verifyCase } from './case-verification.ts';
import { actsOfStep, chainActs, chainEndOf } from './custody-chain.ts';
import { keepCustody } from './custody-keeper.ts';
import { startHistory } from './edit-history.ts';
import { applyKept, type KeptOp } from './kept-custody.ts';
import { type KeyKeeping, keyKeeping } from './key-keeping.ts';
import { type RecordLayouts, recordLayouts } from './record-layouts.ts';
import { readUnlessNewer, upgradeBeforeWriting, upgradeFindings } from './record-upgrade.ts';
import { showSalvaged } from './salvaged-record.ts';
import { CheckpointRefused, sealedRegister } from './sealed-register.ts';
import { applyOp, checkedOp, emptyRecord, inverseOf, opTarget, putStored, type StoredRecord } from './stored-objects.ts';
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
  /** What opens the case. */
  readonly keys: KeyKeeping;
  readonly copies: CopiesPort;
  /** The search index in the case folder, and the head of the log now, in hex. */
  readonly searchShelf: SearchShelf & { readonly head: () => string };
  /** Everything the case keeps as lines of a snapshot, private keys of signers among it: for the case file and nothing else. */
  readonly lines: () => Iterable<string>;
  /** Checkpoint, close record, lock given back. Refused when the disk does not take it: the case is then as open as before. `last` as in {@link CaseFile.close}. */
  readonly close: (last?: () => void) => Promise<Reply<null>>;
  /** Gives the lock back without writing; everything acknowledged is on the medium anyway. */
  readonly abandon: () => Promise<void>;
};

/** One commit as this session goes on with it: what was put beside the record is no edit to undo or to tell. */
type Edit = Pick<Transaction, 'label' | 'at' | 'custody'> & { readonly ops: readonly Op[] };

/** Reads an opened case file into its record and gives the case to work with. The signing seed never leaves it. */
export async function openRecord(file: CaseFile, folder: string, facts: Facts, layouts: RecordLayouts = recordLayouts): Promise<Reply<OpenCase>> {
  const register = sealedRegister(file, layouts);
  // Low stays inside this function: its `update` would change memory before the disk has the edit.
  const low = new Low<StoredRecord>(register, emptyRecord());
  const newer = await readUnlessNewer(() => low.read());
  if (newer) return refused(newer);
  // What is intact stays readable, even without a title; nothing of this is ever written.
  const filled = file.writeBarrier() ? showSalvaged(low.data, facts) : [];
  if (!low.data.meta['case']) return refused({ kind: 'case-damaged', part: 'log' });
  // A record that does not fit its schema was left out; a checkpoint would lose it for good.
  const unreadable = (): Problem | null => (register.findings.some(({ code }) => code === 'record-invalid') ? { kind: 'read-only' } : null);
  const barrier = () => unreadable() ?? file.writeBarrier();
  const atOpening = [...file.findings, ...upgradeFindings(register), ...filled];
  /** More is told when a part of the record that is met later turns out damaged. */
  const told = (): readonly CaseFinding[] => [...atOpening, ...register.findings];
  const openingFindings = () => withNotices(told(), file.care());
  const keepInMind = (findings: readonly CaseFinding[]) => {
    const next = barrier() ? null : keptInMind(file.care(), findings, facts.now());
    if (next) file.keepInMind(next);
  };
  keepInMind(told());
  const history = startHistory();
  const listeners = new Set<(change: CaseChange) => void>();
  const session = randomBytes(8).toString('hex');
  const began = facts.elapsed?.() ?? 0;
  let chainEnd = chainEndOf(low.data);
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;

  const inTurn = <T>(work: () => Promise<Reply<T>>): Promise<Reply<T>> => {
    const mine = turn.then(() => (closed ? refused({ kind: 'case-locked' }) : work()));
    turn = mine.catch(() => undefined);
    return mine;
  };

  const upgradeOnce = upgradeBeforeWriting(file, register, () => low.data);

  /** Disk first, then memory, then whoever listens. */
  const write = async (label: EditLabel, ops: readonly Op[], acts: readonly CustodyAct[], beside: readonly KeptOp[] = []): Promise<Reply<Edit>> => {
    const stopped = barrier();
    if (stopped) return refused(stopped.kind === 'write-failed' ? { kind: 'read-only' } : stopped);
    const upgrade = upgradeOnce();
    if (!upgrade.ok) return upgrade;
    const at = facts.now();
    const chained = chainActs(low.data, chainEnd, [...upgrade.value, ...acts], {
      at,
      tool: facts.tool,
      session,
      elapsed: facts.elapsed ? Math.round(facts.elapsed() - began) : null,
    });
    const transaction: Transaction = { label, at, ops: [...ops, ...beside], custody: chained.entries };
    const written = file.append(register.inLayout(transaction));
    if (!written.ok) return written;
    for (const op of ops) applyOp(low.data, op);
    for (const op of beside) applyKept(register.kept, op);
    for (const entry of chained.entries) putStored(low.data, 'custody', custodyKey(entry.seq), entry);
    chainEnd = chained.end;
    return done({ label, at, ops, custody: chained.entries });
  };

  const afterwards = async ({ label, ops, custody }: Edit) => {
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

  const commit: WritableCase['commit'] = (decide, how) =>
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
    });
  const keys = keyKeeping({ file, facts, inTurn, commit });

  const keeper = keepCustody({
    kept: register.kept,
    record: () => low.data,
    length: () => chainEnd.length,
    now: facts.now,
    inTurn,
    write: async (beside) => {
      const written = await write('sign-custody', [], [], beside);
      if (written.ok) await afterwards(written.value);
      return written.ok ? done(null) : written;
    },
  });

  const placed = () => register.lines(low.data);
  const lines = () => textsOf(placed());
  const verify: WritableCase['verify'] = async (report, depth = 'full') => {
    const verified = await verifyCase(file, low.data, register.kept, { depth, opening: openingFindings(), report, invalid: () => register.check(low.data) });
    if (verified.ok) keepInMind(verified.value.findings);
    return verified;
  };

  /** What custody wrote in this session is signed before the case is closed, so that the last state of the log is always a signed one. */
  const closeSigned = async (last?: () => void): Promise<Reply<null>> => {
    const signed = barrier() ? done(null) : await keeper.signEnd();
    return signed.ok ? file.close(placed(), last) : signed;
  };

  return done({
    caseId: file.caseId,
    folder,
    get readOnly() {
      return barrier() !== null;
    },
    headWords: () => sixWords(file.head()),
    get openingFindings() {
      return openingFindings();
    },
    record: () => low.data,
    heads: register.heads,
    readBlob: async (blob, offset, length) => file.blobs.read(blob, offset, length),
    blobLength: async (blob) => {
      const meta = file.blobs.meta(blob);
      return meta.ok ? done(meta.value.bytes) : meta;
    },
    history: history.show,
    listKeys: keys.list,
    keys,
    verify,
    care: careOf({ file, record: () => low.data, facts, commit, barrier, inTurn }),
    custody: keeper.custody,
    lines,
    commit,
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
    copies: caseCopies({ file, folder, facts, record: () => low.data, lines: placed, barrier, undoable: history.ops, verify, inTurn }),
    publicKey: () => ed25519PublicKey(file.keys.sign),
    searchShelf: { ...file.shelf, head: () => file.head().toString('hex') },
    close: (last) =>
      inTurn(async () => {
        const given = unreadable() ? done(await file.abandon().then(() => null)) : await closeSigned(last);
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
