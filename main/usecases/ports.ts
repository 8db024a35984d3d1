import type { Branch, BranchConflict, BranchEdit, VerifyDepth } from '#shared/contract/care.ts';
import type { CustodyCheckpoint, CustodyKey } from '#shared/contract/custody.ts';
import type { FoundPlace } from '#shared/contract/places.ts';
import type { CaseFinding, FindingCode } from '#shared/domain/case/case-finding.ts';
import type { CaseHeads } from '#shared/domain/case/case-heads.ts';
import type { CaseRecord, Collection } from '#shared/domain/case/case-record.ts';
import type { CaseEvent, Change, EditLabel } from '#shared/domain/case/change.ts';
import type { Lookup } from '#shared/domain/case/lookup.ts';
import type { CustodyEntry } from '#shared/domain/custody/custody-entry.ts';
import type { EvidenceKind } from '#shared/domain/evidence/evidence-item.ts';
import type { CaseGraph } from '#shared/domain/graph/case-graph.ts';
import type { LinksByObject } from '#shared/domain/link/links-by-object.ts';
import type { BlobId, ObjectId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import type { Sha256Hex } from '#shared/kernel/units.ts';

/** What use-cases need from the outside, named for the work and not for the technology. */

/** The facts and chances a command may use. Tests give fixed ones. */
export type Facts = {
  readonly now: () => Instant;
  readonly newId: () => ObjectId;
  readonly tool: string;
  /** Milliseconds of a clock that nobody can set, from any beginning; custody entries compare the wall clock with it. */
  readonly elapsed?: () => number;
};

/** What was stored or read of one sealed blob. `bytes` and `sha256` are of the content, without padding. */
export type StoredBlob = { readonly blob: BlobId; readonly bytes: number; readonly sha256: Sha256Hex };

/** The open case for a query: nothing in this type can change it. */
export type ReadableCase = {
  readonly care: CarePort;
  readonly caseId: string;
  readonly folder: string;
  readonly readOnly: boolean;
  /** Six words of the hash of everything written so far, to compare by voice or on paper. */
  readonly headWords: () => readonly string[];
  /** What opening the case noticed, such as an unclean end or a parallel branch; keys of the wording table. */
  readonly openingFindings: readonly CaseFinding[];
  /** The record as of now; readers must not keep it across a commit. */
  readonly record: () => CaseRecord;
  /** What lists need of the same record; of a large case far cheaper to go through. */
  readonly heads: () => CaseHeads;
  /** Reads `length` bytes of a blob from `offset`; shorter at the end. Throws nothing for damage: refused `case-damaged`. */
  readonly readBlob: (blob: BlobId, offset: number, length: number) => Promise<Reply<Uint8Array>>;
  readonly blobLength: (blob: BlobId) => Promise<Reply<number>>;
  readonly history: () => { readonly undo: readonly HistoryStep[]; readonly redo: readonly HistoryStep[] };
  /** What can open the case; tells no secret. Refuses `case-damaged` when the header is not as it was written. */
  readonly listKeys: () => Promise<Reply<import('#shared/contract/keys.ts').KeyListing>>;
  /** Checks the whole case: every frame, snapshot, blob and the custody chain; every byte of the blobs unless `depth` is `quick`. */
  readonly verify: (report: Progress, depth?: VerifyDepth) => Promise<Reply<CaseVerification>>;
  readonly custody: ReadableCustody;
};
export type HistoryStep = { readonly label: EditLabel; readonly at: Instant; readonly ids: readonly string[] };
export type { CaseFinding, FindingCode };
export type CaseVerification = {
  readonly sound: boolean;
  readonly findings: readonly CaseFinding[];
  readonly counts: { readonly frames: number; readonly blobs: number; readonly blobBytes: number; readonly objects: number; readonly custody: number };
};

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

/** The open case for a command. */
export type WritableCase = ReadableCase & {
  readonly custody: WritableCustody;
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
/** `open` is called once; another number of bytes than stated is `unreadable-file`. */
export type BlobContent = {
  readonly name: string;
  readonly mime: string;
  readonly open: (room?: PieceRoom) => AsyncIterable<Uint8Array>;
  readonly bytes: number;
};
/** Memory that the next piece may be read into, so that it is not copied; asked anew for each piece, and used up before the next is asked for. */
export type PieceRoom = () => Uint8Array;

/** The care of a case that was damaged, or written in two places at once. */
export type CarePort = {
  readonly branches: () => Reply<readonly Branch[]>;
  readonly mergePlan: (id: string) => Reply<{
    readonly applies: readonly { readonly edit: BranchEdit }[];
    readonly present: readonly BranchEdit[];
    readonly conflicts: readonly BranchConflict[];
  }>;
  readonly mergeBranch: (
    id: string,
    take: readonly string[],
    report: Progress,
  ) => Promise<Reply<{ readonly applied: number; readonly left: number; readonly conflicts: readonly BranchConflict[] }>>;
  readonly settleBranch: (id: string) => Promise<Reply<null>>;
  readonly acknowledge: (code: string, subject: string) => Promise<Reply<null>>;
};

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
  readonly examine: (
    job: import('#shared/contract/quarantine.ts').ExamineJob,
    watch?: ExamineWatch,
  ) => Promise<Reply<import('#shared/contract/quarantine.ts').ExamineDraft>>;
};
/** For what takes long: how far it is, as far as the page tells, and whether somebody wants it no more; then it answers `cancelled` and the page is ended. */
export type ExamineWatch = { readonly step: (done: number, total: number) => void; readonly cancelled: () => boolean };

/** Writing outside the case: exports only. Nothing half-written is left when it refuses or is cancelled. */
export type ExportPort = {
  readonly writeFile: (path: string, pieces: AsyncIterable<Uint8Array>) => Promise<Reply<StoredFile>>;
};
export type StoredFile = { readonly path: string; readonly bytes: number; readonly sha256: Sha256Hex };

/** Towns that ship with the program, by any spelling that the tables give; read at the first question. */
export type GazetteerPort = { readonly find: (match: string, limit: number) => Promise<readonly FoundPlace[]> };

/** What `work` answers of the case, worked out anew only after one of the collections of `reads` has changed. `what` names it and everything it depends on besides. */
export type Kept = <T>(what: string, reads: readonly Collection[], work: () => T) => T;
/** What was worked out of single objects, by id: a map to be filled, from which an id goes when its object changes. */
export type KeptOf = <V>(what: string) => Map<string, V>;

export type ReadingDesk = {
  readonly facts: Facts;
  readonly openCase: ReadableCase;
  readonly search: SearchPort;
  /** Links by the objects they touch, as of the record now; not to be kept across a commit. */
  readonly links: () => LinksByObject;
  /** Objects and how they hang together, as of the record now; not to be kept across a commit. */
  readonly graph: () => CaseGraph;
  /** Entities by name and evidence by digest, as of the record now. */
  readonly lookup: () => Lookup;
  readonly gazetteer: GazetteerPort;
  readonly kept: Kept;
  readonly keptOf: KeptOf;
  readonly jobs: JobsPort;
  readonly freeable: CopiesPort['freeable'];
  readonly formats: DossierPort['formats'];
  readonly namesOfFiles: DossierPort['namesOfFiles'];
  /** SHA-256 of the UTF-8 form of a text. */
  readonly digestOfText: (text: string) => Sha256Hex;
  /** SHA-256 of an entry's canonical JSON (RFC 8785): what the next entry names as `prev`. */
  readonly digestOfCustody: (entry: CustodyEntry) => Sha256Hex;
};
export type Desk = Omit<ReadingDesk, 'openCase'> & {
  readonly openCase: WritableCase;
  readonly quarantine: QuarantinePort;
  readonly identify: IdentifyPort;
  readonly files: FilesPort;
  readonly dossiers: DossierPort;
  readonly copies: CopiesPort;
  readonly emit: (event: CaseEvent) => void;
};
/** What a file is by its first bytes (up to 64 KiB of them), never by its extension. `opaque` is kept and not examined. */
export type IdentifyPort = (head: Uint8Array, name: string) => IdentifiedFile;
export type IdentifiedFile = {
  readonly mime: string;
  readonly format: 'text' | 'html' | 'image' | 'pdf' | 'opaque';
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
  readonly pieces: (room?: PieceRoom) => AsyncIterable<Uint8Array>;
  /** Files beside a saved page, by their path relative to it with `/`; empty when there are none. */
  readonly companions: () => Promise<readonly { readonly path: string; readonly bytes: number; readonly read: () => Promise<Uint8Array> }[]>;
};
export type JobsPort = {
  readonly start: (jobId: string) => Progress & { readonly end: (state: 'done' | 'failed' | 'cancelled') => void };
  readonly cancel: (jobId: string) => boolean;
};

/** Full-text search over the open case, as of the record now; the index lies sealed in the case. Refused `cancelled` where its making was. */
export type SearchPort = {
  readonly find: (query: string, limit: number) => Promise<Reply<readonly import('#shared/contract/search.ts').SearchHit[]>>;
  /** How many objects a query finds in all; no text of them is read. */
  readonly count: (query: string) => Promise<Reply<number>>;
  /** The ids of the best, without their texts. */
  readonly ids: (query: string, limit: number) => Promise<Reply<readonly string[]>>;
};

/** Writes a composed and redacted dossier in the formats asked for, with manifest and signature, into `folder`, whole or not at all. */
/** `workFactor` of a passphrase as of `sealAgeStream`: tests take a cheaper one. */
export type HandOver = {
  readonly from: string;
  readonly to: string;
  readonly lock: { readonly recipients: readonly string[] } | { readonly passphrase: string };
  readonly partBytes: number | null;
  readonly workFactor?: number;
};

export type DossierPort = {
  /** Names of every file that an export in these formats would write, without proofs of custody. */
  readonly namesOfFiles: (dossier: import('#shared/dossier/redacted-dossier.ts').RedactedDossier, formats: readonly string[]) => readonly string[];
  /** HMAC-SHA-256 of a text under a salt of hexadecimal digits: says what it was once both are told, and nothing before. */
  readonly commitTo: (salt: string, text: string) => string;
  /** Every format there is, in the order they are written. */
  readonly formats: () => readonly import('#shared/contract/dossiers.ts').DossierFormatChoice[];
  readonly write: (
    dossier: import('#shared/dossier/redacted-dossier.ts').RedactedDossier,
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

/** Copies of the case beside it. Answers only what was read back and authenticated; nothing half-written is left under a final name. */
export type CopiesPort = {
  readonly backUp: (to: string, as: 'folder' | 'tar', report: Progress) => Promise<Reply<BackupDone>>;
  readonly freeable: () => Freeable;
  /** Removes what the listing of this digest names, after a full verification and two fresh snapshots. */
  readonly compact: (digest: string, report: Progress) => Promise<Reply<Compacted>>;
};
/** `headWords` as of the state that was copied. `damaged`: exhibits' bytes that are damaged or missing in the backup because they are in the case. */
export type BackupDone = {
  readonly place: string;
  readonly files: number;
  readonly bytes: number;
  readonly copiedFiles: number;
  readonly copiedBytes: number;
  readonly edits: number;
  readonly headWords: readonly string[];
  readonly damaged: number;
};
/** What {@link CopiesPort.compact} would remove; fields as in the contract of `case/compact-preview`. */
export type Freeable = {
  readonly digest: string;
  readonly blobs: readonly { readonly blob: BlobId; readonly name: string; readonly bytes: number }[];
  readonly blobBytes: number;
  readonly logFiles: number;
  readonly logBytes: number;
  readonly keptForUndo: number;
};
export type Compacted = { readonly blobs: number; readonly logFiles: number; readonly freedBytes: number };
