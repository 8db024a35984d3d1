import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import type { PackageFile } from '../package-file.ts';
import type { Signer } from '../sshsig.ts';
import type { WrittenFiles } from '../written-files.ts';
import type { ExhibitCopy } from './exhibit-copies.ts';
import type { ExhibitOriginal } from './exhibit-originals.ts';

/**
 * A form in which a dossier leaves the case: one folder here and its line in list.ts. It is given a dossier that has passed the redaction
 * gate and the copies of its exhibits, and gives files, one after the other, each written before the next is asked for: so a format that
 * makes its pieces as they are asked for holds no more than one of them. The same dossier gives the same bytes; what cannot says so in `varies`.
 */
export type DossierFormat = {
  /** Stands in plans and on the command line: never changed. Lower-case letters, digits and hyphens. */
  readonly id: string;
  /** As people call it, such as *PDF/A*. Names of formats are the same in every language. */
  readonly title: string;
  /** For whom or what it is, in a few words. */
  readonly about: string;
  /** Chosen when nobody says which formats. */
  readonly usual: boolean;
  /** Why two exports of it are not the same bytes; null when they are. */
  readonly varies: string | null;
  /** Names of the files it gives, known before they are made: the preview of an export shows them. `before` are those written before it. */
  readonly names: (dossier: RedactedDossier, copies: readonly ExhibitCopy[], before: readonly string[]) => readonly string[];
  readonly files: (dossier: RedactedDossier, copies: readonly ExhibitCopy[], job: FormatJob) => AsyncIterable<Reply<PackageFile>>;
};

export type FormatJob = {
  readonly cancelled: () => boolean;
  /** How far this format has come. */
  readonly step: (done: number, total: number) => void;
  /** What of this package is written already, dossier.json, exhibits/ and custody/ included: for a format that holds the others. */
  readonly written: WrittenFiles;
  /** Bytes of exhibits as they were taken in, where the profile hands them over. */
  readonly originals: readonly ExhibitOriginal[];
  /** Signs as the case does; what is signed is public. */
  readonly signer: Signer;
};
