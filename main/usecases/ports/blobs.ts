import type { BlobId } from '#shared/kernel/ids.ts';
import type { Sha256Hex } from '#shared/kernel/units.ts';

/** What was stored or read of one sealed blob. `bytes` and `sha256` are of the content, without padding. */
export type StoredBlob = { readonly blob: BlobId; readonly bytes: number; readonly sha256: Sha256Hex };

/** `open` is called once; another number of bytes than stated is `unreadable-file`. */
export type BlobContent = {
  readonly name: string;
  readonly mime: string;
  readonly open: (room?: PieceRoom) => AsyncIterable<Uint8Array>;
  readonly bytes: number;
};

/** Memory that the next piece may be read into, so that it is not copied; asked anew for each piece, and used up before the next is asked for. */
export type PieceRoom = () => Uint8Array;
