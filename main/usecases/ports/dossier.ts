import type { DossierFormatChoice } from '#shared/contract/dossiers.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import type { CustodyProof } from './custody.ts';
import type { StoredFile } from './files.ts';
import type { Progress } from './progress.ts';

/** `workFactor` of a passphrase as of `sealAgeStream`: tests take a cheaper one. */
export type HandOver = {
  readonly from: string;
  readonly to: string;
  readonly lock: { readonly recipients: readonly string[] } | { readonly passphrase: string };
  readonly partBytes: number | null;
  readonly workFactor?: number;
};

/** Writes a composed and redacted dossier in the formats asked for, with manifest and signature, into `folder`, whole or not at all. */
export type DossierPort = {
  /** Names of every file that an export in these formats would write, without proofs of custody. */
  readonly namesOfFiles: (dossier: RedactedDossier, formats: readonly string[]) => readonly string[];
  /** HMAC-SHA-256 of a text under a salt of hexadecimal digits: says what it was once both are told, and nothing before. */
  readonly commitTo: (salt: string, text: string) => string;
  /** Every format there is, in the order they are written. */
  readonly formats: () => readonly DossierFormatChoice[];
  readonly write: (
    dossier: RedactedDossier,
    folder: string,
    /** Ids of {@link DossierPort.formats}; one that is none of them is refused `invalid-input`. */
    formats: readonly string[],
    report: Progress,
    /** Proofs of the entries it tells, written into its folder `custody`; null or absent when none of them may be proven. */
    custody?: CustodyProof | null,
  ) => Promise<Reply<readonly StoredFile[]>>;
  /** The folder that {@link DossierPort.write} wrote last since the case was opened; null before. */
  readonly lastWritten: () => string | null;
  /** A passphrase of eleven random words (121 bits). */
  readonly newPassphrase: () => string;
  /** Encrypts a dossier or the tar of a backup to a folder, and reads it back; what it refuses is told by `dossiers/hand-over`. */
  readonly handOver: (asked: HandOver, report: Progress) => Promise<Reply<readonly StoredFile[]>>;
  /** The custody log alone, in the form that `corroborate custody verify` and its own `verify.sh` check. */
  readonly writeCustody: (proof: CustodyProof, folder: string, report: Progress) => Promise<Reply<readonly StoredFile[]>>;
};
