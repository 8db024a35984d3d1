import type { CustodyCheckpoint, CustodyKey } from '#shared/contract/custody.ts';
import type { Reply } from '#shared/kernel/reply.ts';

/** What a case keeps of its custody log beside the entries. No private key ever crosses this port. */
export type ReadableCustody = {
  /** Newest first. */
  readonly checkpoints: () => readonly CustodyCheckpoint[];
  readonly keys: () => readonly CustodyKey[];
};

/** Refusals: `not-an-analyst`, `nothing-to-sign`, `checkpoint-of-another-log`, `signature-wrong`, `signer-unknown`, and those of a commit. */
export type WritableCustody = ReadableCustody & {
  /** Signs the log as it is, or the kept checkpoint of `size`, in the name of `as` (else the acting analyst). The same twice changes nothing. */
  readonly sign: (as?: string, size?: number) => Promise<Reply<CustodyCheckpoint>>;
  /** Takes lines of others on a kept checkpoint in, each checked with a key of the case or of `verifierKeys`. */
  readonly addSignatures: (
    note: string,
    verifierKeys: readonly string[],
  ) => Promise<Reply<{ readonly checkpoint: CustodyCheckpoint; readonly added: readonly string[] }>>;
  /** Signs somebody else's checkpoint with a key of this case. */
  readonly cosign: (note: string, as?: string) => Promise<Reply<Cosigned>>;
  /**
   * Entries as lines with their proofs. `seqs` null: all that the checkpoint covers. `fresh` signs the log as it is; otherwise the smallest
   * kept checkpoint that covers them is taken, so that the same entries are always proven by the same one.
   */
  readonly prove: (asked: {
    readonly seqs: readonly number[] | null;
    readonly fresh: boolean;
    readonly proofs: boolean;
    readonly as?: string | undefined;
  }) => Promise<Reply<CustodyProof>>;
};

/** A note with one line more, the key that made it, and what was signed, to compare by voice. */
export type Cosigned = { note: string; name: string; verifierKey: string; origin: string; size: number; words: string[] };

/** `line` is the entry in RFC 8785 form; `proof` its inclusion proof (RFC 6962 §2.1.1), hashes in base64, null when not asked for. */
export type ProvenEntry = { readonly seq: number; readonly line: string; readonly proof: readonly string[] | null };

export type CustodyProof = { readonly checkpoint: CustodyCheckpoint; readonly entries: readonly ProvenEntry[] };
