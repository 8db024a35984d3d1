import type { EvidenceKind } from '#shared/domain/evidence/evidence-item.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import type { Sha256Hex } from '#shared/kernel/units.ts';
import type { PieceRoom } from './blobs.ts';

/** A file the user gave; `item` counts from 1 for messages. Only the case process and the command line open paths. */
export type GivenFile =
  | { readonly from: 'path'; readonly path: string }
  | { readonly from: 'bytes'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly from: 'text'; readonly name: string; readonly text: string };

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

/** Writing outside the case: exports only. Nothing half-written is left when it refuses or is cancelled. */
export type ExportPort = {
  readonly writeFile: (path: string, pieces: AsyncIterable<Uint8Array>) => Promise<Reply<StoredFile>>;
};

export type StoredFile = { readonly path: string; readonly bytes: number; readonly sha256: Sha256Hex };

/** What a file is by its first bytes (up to 64 KiB of them), never by its extension. `opaque` is kept and not examined. */
export type IdentifyPort = (head: Uint8Array, name: string) => IdentifiedFile;

export type IdentifiedFile = {
  readonly mime: string;
  readonly format: 'text' | 'html' | 'mhtml' | 'mail' | 'image' | 'pdf' | 'opaque';
  readonly kind: EvidenceKind;
  readonly extensionLies: boolean;
};
