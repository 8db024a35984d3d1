import { parseCheckpoint } from '#main/crypto/checkpoint-note.ts';
import { sixWords } from '#main/crypto/recovery-code.ts';
import { checkSignature, formatNote, type NoteKey, noteKeyId, parseNote, parseVerifierKey, signNote, verifierKey } from '#main/crypto/signed-note.ts';
import type { ProvenEntry, WritableCustody } from '#main/usecases/ports/custody.ts';
import { type CaseRecord, metaOf } from '#shared/domain/case/case-record.ts';
import { custodyKey } from '#shared/domain/custody/custody-entry.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import {
  checkpointOf,
  countersigned,
  frontierOf,
  keyOfSigner,
  keysOn,
  newestCheckpoint,
  newOrigin,
  newSigner,
  noteOf,
  originOf,
  sorted,
  tellCheckpoint,
  tellKeys,
  textOf,
} from './custody-signing.ts';
import { custodyLine, emptyFrontier, frontierAfter, isGapless, lazyTree } from './custody-tree.ts';
import { type KeptCheckpoint, type KeptCustody, type KeptOp, putCheckpoint, putSigner, type Signer } from './kept-custody.ts';

/** What the keeper needs of the open case. `write` puts ops beside the record durably; `inTurn` lets nothing come in between. */
export type KeeperNeeds = {
  readonly kept: KeptCustody;
  readonly record: () => CaseRecord;
  /** How many entries the log has. */
  readonly length: () => number;
  readonly now: () => Instant;
  readonly write: (ops: readonly KeptOp[]) => Promise<Reply<null>>;
  readonly inTurn: <T>(work: () => Promise<Reply<T>>) => Promise<Reply<T>>;
};

/** Signs and proves the custody log of an open case. `signEnd` is for closing: it does nothing when there is nothing new to sign. */
export type CustodyKeeper = { readonly custody: WritableCustody; readonly signEnd: () => Promise<Reply<null>> };

export function keepCustody({ kept, record, length, now, write, inTurn }: KeeperNeeds): CustodyKeeper {
  const tree = lazyTree(record);

  /** Whether a checkpoint signs the entries as they are now. */
  const fits = (checkpoint: KeptCheckpoint): boolean => {
    const { size, root } = textOf(checkpoint);
    return size === checkpoint.size && size <= tree().size() && tree().root(size).equals(root);
  };

  /** The key of an analyst of the case, and the op that keeps it when it is new. */
  const signerOf = (as: string | undefined): Reply<{ readonly signer: Signer; readonly made: readonly KeptOp[] }> => {
    const { analysts } = metaOf(record());
    const name = as === undefined ? (analysts[0] ?? '') : (analysts.find((analyst) => analyst === as.normalize('NFC').trim()) ?? null);
    if (name === null) return refused({ kind: 'refused', rule: 'not-an-analyst' });
    const known = kept.signers[name];
    if (known) return done({ signer: known, made: [] });
    const signer = newSigner(name, now());
    return done({ signer, made: [putSigner(signer)] });
  };

  const keep = async (made: readonly KeptOp[], checkpoint: KeptCheckpoint): Promise<Reply<KeptCheckpoint>> => {
    const written = await write([...made, putCheckpoint(checkpoint)]);
    return written.ok ? done(checkpoint) : written;
  };

  const signNow = async (as: string | undefined, size: number): Promise<Reply<KeptCheckpoint>> => {
    const by = signerOf(as);
    if (!by.ok) return by;
    const { signer, made } = by.value;
    const there = kept.checkpoints[custodyKey(size)];
    if (there) {
      const key = keyOfSigner(signer);
      return checkSignature(noteOf(there), key) === 'holds' ? done(there) : keep(made, countersigned(there, signer, now()));
    }
    if (size === 0 || size !== length()) return refused({ kind: 'refused', rule: 'nothing-to-sign' });
    if (!isGapless(record(), size)) return refused({ kind: 'case-damaged', part: 'custody' });
    const newest = newestCheckpoint(kept);
    if (newest && wasRepaired(record(), newest.size, size) && !fits(newest))
      return keep(made, checkpointOf(frontierAfter(emptyFrontier, record(), size), newOrigin(), signer, now()));
    // A log must never sign what does not extend all that it signed before (C2SP tlog-checkpoint): it goes on from the last one.
    const from = frontierOf(newest);
    if (!from || from.size > size) return refused({ kind: 'case-damaged', part: 'custody' });
    return keep(made, checkpointOf(frontierAfter(from, record(), size), originOf(newest), signer, now()));
  };

  const keptOf = (text: string): KeptCheckpoint | undefined => {
    const asked = parseCheckpoint(text);
    const there = asked ? kept.checkpoints[custodyKey(asked.size)] : undefined;
    return there && noteOf(there).text === text ? there : undefined;
  };

  const prove = async (seqs: readonly number[] | null, checkpoint: KeptCheckpoint, proofs: boolean): Promise<Reply<readonly ProvenEntry[]>> => {
    const { size } = checkpoint;
    if (!fits(checkpoint)) return refused({ kind: 'case-damaged', part: 'custody' });
    const asked = seqs ?? Array.from({ length: size }, (_, seq) => seq);
    return done(
      asked.flatMap((seq) => {
        const entry = record().custody[custodyKey(seq)];
        if (!entry) return [];
        const proof = proofs
          ? tree()
              .inclusionProof(seq, size)
              .map((hash) => hash.toString('base64'))
          : null;
        return [{ seq, line: custodyLine(entry), proof }];
      }),
    );
  };

  const custody: WritableCustody = {
    checkpoints: () => sorted(kept).map(tellCheckpoint),
    keys: () => tellKeys(kept),
    sign: (as, size) =>
      inTurn(async () => {
        const signed = await signNow(as, size ?? length());
        return signed.ok ? done(tellCheckpoint(signed.value)) : signed;
      }),
    addSignatures: (note, verifierKeys) =>
      inTurn(async () => {
        const given = verifierKeys.map(parseVerifierKey);
        if (given.includes(null)) return refused({ kind: 'invalid-input', where: 'verifierKeys', reason: 'a key line such as name+0123abcd+AbCd…' });
        const read = parseNote(note);
        if (!read) return refused({ kind: 'invalid-input', where: 'note', reason: 'a signed checkpoint as it was exported' });
        const there = keptOf(read.text);
        if (!there) return refused({ kind: 'refused', rule: 'checkpoint-of-another-log' });
        const own = Object.values(kept.signers).map(keyOfSigner);
        const known: readonly NoteKey[] = [...own, ...sorted(kept).flatMap(keysOn), ...given.filter((key) => key !== null)];
        const has = new Set(keysOn(there).map(verifierKey));
        let grown = there;
        for (const line of read.signatures) {
          const key = known.find((each) => each.name === line.name && noteKeyId(each) === line.keyId);
          if (!key) return refused({ kind: 'refused', rule: 'signer-unknown' });
          if (checkSignature(read, key) !== 'holds') return refused({ kind: 'refused', rule: 'signature-wrong' });
          if (has.has(verifierKey(key))) continue;
          has.add(verifierKey(key));
          const by = { name: key.name, publicKey: Buffer.from(key.publicKey).toString('base64'), at: now() };
          const lines = [...noteOf(grown).signatures, line];
          const isOwn = own.some((each) => verifierKey(each) === verifierKey(key));
          grown = { ...grown, note: formatNote({ text: read.text, signatures: lines }), signers: [...grown.signers, { ...by, own: isOwn }] };
        }
        const added = grown.signers.slice(there.signers.length).map(({ name }) => name);
        const stored = added.length > 0 ? await keep([], grown) : done(there);
        return stored.ok ? done({ checkpoint: tellCheckpoint(stored.value), added }) : stored;
      }),
    cosign: (note, as) =>
      inTurn(async () => {
        const read = parseNote(note);
        const asked = read && parseCheckpoint(read.text);
        if (!asked) return refused({ kind: 'invalid-input', where: 'note', reason: 'a signed checkpoint as it was exported' });
        const by = signerOf(as);
        if (!by.ok) return by;
        const { signer, made } = by.value;
        const written = made.length > 0 ? await write(made) : done(null);
        if (!written.ok) return written;
        const key = keyOfSigner(signer);
        const line = signNote(read.text, signer.keyName, Buffer.from(signer.seed, 'hex'));
        const others = read.signatures.filter((each) => each.name !== key.name || each.keyId !== line.keyId);
        const cosigned = formatNote({ text: read.text, signatures: [...others, line] });
        const words = [...sixWords(asked.root)];
        return done({ note: cosigned, name: key.name, verifierKey: verifierKey(key), origin: asked.origin, size: asked.size, words });
      }),
    prove: ({ seqs, fresh, proofs, as }) =>
      inTurn(async () => {
        if (!isGapless(record(), length())) return refused({ kind: 'case-damaged', part: 'custody' });
        const least = seqs === null ? length() : seqs.reduce((most, seq) => Math.max(most, seq), 0) + 1;
        const covering = fresh ? undefined : sorted(kept).findLast((each) => each.size >= least && fits(each));
        const checkpoint = covering ? done(covering) : await signNow(as, length());
        if (!checkpoint.ok) return checkpoint;
        const entries = await prove(seqs, checkpoint.value, proofs);
        return entries.ok ? done({ checkpoint: tellCheckpoint(checkpoint.value), entries: entries.value }) : entries;
      }),
  };

  return {
    custody,
    signEnd: async () => {
      const size = length();
      if (size === 0 || kept.checkpoints[custodyKey(size)]) return done(null);
      const signed = await signNow(undefined, size);
      // A log that no longer fits its checkpoints is for verify to tell; it must not keep a case from being closed.
      return signed.ok || signed.problem.kind === 'case-damaged' ? done(null) : signed;
    },
  };
}

/**
 * After a repair entries may be missing behind a checkpoint, and no later one can go on from it. Then the log begins anew under another
 * origin; the old checkpoints stay, and verify says that they no longer fit. Without a repair nothing excuses that.
 */
function wasRepaired(record: CaseRecord, from: number, to: number): boolean {
  for (let seq = from; seq < to; seq += 1) if (record.custody[custodyKey(seq)]?.action === 'repaired') return true;
  return false;
}
