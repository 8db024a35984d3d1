import type { FoundPlace } from '#shared/contract/places.ts';
import type { Collection } from '#shared/domain/case/case-record.ts';
import type { CaseEvent } from '#shared/domain/case/change.ts';
import type { Lookup } from '#shared/domain/case/lookup.ts';
import type { CustodyEntry } from '#shared/domain/custody/custody-entry.ts';
import type { CaseGraph } from '#shared/domain/graph/case-graph.ts';
import type { LinksByObject } from '#shared/domain/link/links-by-object.ts';
import type { Sha256Hex } from '#shared/kernel/units.ts';
import type { CopiesPort } from './care.ts';
import type { DossierPort } from './dossier.ts';
import type { Facts } from './facts.ts';
import type { FilesPort, IdentifyPort } from './files.ts';
import type { ReadableCase, WritableCase } from './open-case.ts';
import type { Progress } from './progress.ts';
import type { QuarantinePort } from './quarantine.ts';
import type { SearchPort } from './search.ts';

/** Towns that ship with the program, by any spelling that the tables give; read at the first question. */
export type GazetteerPort = { readonly find: (match: string, limit: number) => Promise<readonly FoundPlace[]> };

/** What `work` answers of the case, worked out anew only after one of the collections of `reads` has changed. `what` names it and everything it depends on besides. */
export type Kept = <T>(what: string, reads: readonly Collection[], work: () => T) => T;

/** What was worked out of single objects, by id: a map to be filled, from which an id goes when its object changes. */
export type KeptOf = <V>(what: string) => Map<string, V>;

/**
 * What was worked out of the whole case and is kept up with its edits by who asks for it. `begin` makes it at the first question; `changed` gathers ids of
 * objects that changed, until they are taken out.
 */
export type KeptUp = <T>(what: string, begin: () => T) => { readonly worked: T; readonly changed: Set<string> };

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
  readonly keptUp: KeptUp;
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

export type JobsPort = {
  readonly start: (jobId: string) => Progress & { readonly end: (state: 'done' | 'failed' | 'cancelled') => void };
  readonly cancel: (jobId: string) => boolean;
};
