import type { CaseFinding, FindingCode } from '#shared/domain/case/case-finding.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import type { CaseEvent, Change, EditLabel } from '#shared/domain/case/change.ts';
import type { Lookup } from '#shared/domain/case/lookup.ts';
import type { CustodyEntry } from '#shared/domain/custody/custody-entry.ts';
import type { EvidenceKind } from '#shared/domain/evidence/evidence-item.ts';
import type { LinksByObject } from '#shared/domain/link/links-by-object.ts';
import type { BlobId, ObjectId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import type { Sha256Hex } from '#shared/kernel/units.ts';

/** What use-cases need from the outside, named for the work and not for the technology. */

/** The facts and chances a command may use. Tests give fixed ones. */
export type Facts = { readonly now: () => Instant; readonly newId: () => ObjectId; readonly tool: string };

/** What was stored or read of one sealed blob. `bytes` and `sha256` are of the content, without padding. */
export type StoredBlob = { readonly blob: BlobId; readonly bytes: number; readonly sha256: Sha256Hex };

/** The open case for a query: nothing in this type can change it. */
export type ReadableCase = {
  readonly caseId: string;
  readonly folder: string;
  readonly readOnly: boolean;
  /** Six words of the hash of everything written so far, to compare by voice or on paper. */
  readonly headWords: () => readonly string[];
  /** What opening the case noticed, such as an unclean end or a parallel branch; keys of the wording table. */
  readonly openingFindings: readonly CaseFinding[];
  /** The record as of now; readers must not keep it across a commit. */
  readonly record: () => CaseRecord;
  /** Reads `length` bytes of a blob from `offset`; shorter at the end. Throws nothing for damage: refused `case-damaged`. */
  readonly readBlob: (blob: BlobId, offset: number, length: number) => Promise<Reply<Uint8Array>>;
  readonly blobLength: (blob: BlobId) => Promise<Reply<number>>;
  readonly history: () => { readonly undo: readonly HistoryStep[]; readonly redo: readonly HistoryStep[] };
  /** Checks the whole case: every frame, snapshot, blob and the custody chain. */
  readonly verify: (report: Progress) => Promise<Reply<CaseVerification>>;
};
export type HistoryStep = { readonly label: EditLabel; readonly at: Instant; readonly ids: readonly string[] };
export type { CaseFinding, FindingCode };
export type CaseVerification = {
  readonly sound: boolean;
  readonly findings: readonly CaseFinding[];
  readonly counts: { readonly frames: number; readonly blobs: number; readonly blobBytes: number; readonly objects: number; readonly custody: number };
};

/** The open case for a command. */
export type WritableCase = ReadableCase & {
  /**
   * Decides on the record as it is when its turn comes (commits run one at a time), then writes the change durably.
   * The answer is `ok` only when it is on disk; memory is as before otherwise. A refusal of `decide` is handed back.
   */
  readonly commit: (decide: (record: CaseRecord) => Reply<Change>, how?: { readonly undoable: boolean }) => Promise<Reply<Change>>;
  readonly undo: () => Promise<Reply<EditLabel>>;
  readonly redo: () => Promise<Reply<EditLabel>>;
  /** Seals and stores bytes once under a name derived from their content; durable when it answers. Same content, same blob. */
  readonly storeBlob: (content: BlobContent, report: Progress) => Promise<Reply<StoredBlob>>;
};
/** `open` is called twice (digest, then seal): both passes must give the same bytes, or the answer is `unreadable-file`. */
export type BlobContent = { readonly name: string; readonly mime: string; readonly open: () => AsyncIterable<Uint8Array>; readonly bytes: number };

/** Progress and cancel of a long job. Throws nothing; `cancelled()` is asked between pieces. */
export type Progress = {
  readonly step: (phase: 'reading' | 'hashing' | 'parsing' | 'sealing' | 'composing' | 'writing' | 'verifying', done: number, total: number) => void;
  readonly cancelled: () => boolean;
};

/** A file the user gave; `item` counts from 1 for messages. Only the case process and the command line open paths. */
export type GivenFile =
  | { readonly from: 'path'; readonly path: string }
  | { readonly from: 'bytes'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly from: 'text'; readonly name: string; readonly text: string };

/** Where all parsing of untrusted bytes happens: the sandboxed page in main/windows, reached through a port. */
export type QuarantinePort = {
  /** Parses one file's bytes. Answers `quarantine-failed` when the page hangs, crashes or cannot be started; never throws. */
  readonly examine: (job: import('#shared/contract/quarantine.ts').ExamineJob) => Promise<Reply<import('#shared/contract/quarantine.ts').ExamineDraft>>;
};

/** Writing outside the case: exports only. Nothing half-written is left when it refuses or is cancelled. */
export type ExportPort = {
  readonly writeFile: (path: string, pieces: AsyncIterable<Uint8Array>) => Promise<Reply<StoredFile>>;
};
export type StoredFile = { readonly path: string; readonly bytes: number; readonly sha256: Sha256Hex };

export type ReadingDesk = {
  readonly facts: Facts;
  readonly openCase: ReadableCase;
  readonly search: SearchPort;
  /** Links by the objects they touch, as of the record now; not to be kept across a commit. */
  readonly links: () => LinksByObject;
  /** Entities by name and evidence by digest, as of the record now. */
  readonly lookup: () => Lookup;
  readonly jobs: JobsPort;
  /** SHA-256 of an entry's canonical JSON (RFC 8785): what the next entry names as `prev`. */
  readonly digestOfCustody: (entry: CustodyEntry) => Sha256Hex;
};
export type Desk = Omit<ReadingDesk, 'openCase'> & {
  readonly openCase: WritableCase;
  readonly quarantine: QuarantinePort;
  readonly identify: IdentifyPort;
  readonly files: FilesPort;
  readonly dossiers: DossierPort;
  readonly emit: (event: CaseEvent) => void;
};
/** What a file is by its first bytes (up to 64 KiB of them), never by its extension. `opaque` is kept and not examined. */
export type IdentifyPort = (head: Uint8Array, name: string) => IdentifiedFile;
export type IdentifiedFile = {
  readonly mime: string;
  readonly format: 'text' | 'html' | 'image' | 'opaque';
  readonly kind: EvidenceKind;
  readonly extensionLies: boolean;
};
/** Opens what the user gave and finds the folder of companions of a saved page (`Page_files`). */
export type FilesPort = {
  readonly open: (file: GivenFile, item: number) => Promise<Reply<OpenedFile>>;
  readonly export: ExportPort;
};
export type OpenedFile = {
  readonly name: string;
  readonly bytes: number;
  readonly pieces: () => AsyncIterable<Uint8Array>;
  /** Files beside a saved page, by their path relative to it with `/`; empty when there are none. */
  readonly companions: () => Promise<readonly { readonly path: string; readonly bytes: number; readonly read: () => Promise<Uint8Array> }[]>;
};
export type JobsPort = {
  readonly start: (jobId: string) => Progress & { readonly end: (state: 'done' | 'failed' | 'cancelled') => void };
  readonly cancel: (jobId: string) => boolean;
};

/** Full-text search over the open case; the index lives in memory and is told of every change. */
export type SearchPort = { readonly find: (query: string, limit: number) => Promise<Reply<readonly import('#shared/contract/search.ts').SearchHit[]>> };

/** Writes a composed and redacted dossier in the formats asked for, with manifest and signature, into `folder`, whole or not at all. */
export type DossierPort = {
  readonly write: (
    dossier: import('#shared/dossier/redacted-dossier.ts').RedactedDossier,
    folder: string,
    formats: readonly ('html' | 'pdf')[],
    report: Progress,
  ) => Promise<Reply<readonly StoredFile[]>>;
};
