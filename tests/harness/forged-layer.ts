import { sealContext, u32 } from '#main/casefile/case-keys.ts';
import { shelfFolder } from '#main/casefile/search-shelf.ts';
import { seal } from '#main/crypto/cobblestone.ts';
import { logKeys } from './log-segments.ts';
import { type RecordingDisk, recordingDisk } from './recording-file-system.ts';

/** Layers of the search index with any plaintext, sealed as only who has the keys can. */
export const layerHead = Buffer.alloc(32, 0xab);
export const layerName = '00000004-0123abcd';
/** What a sound layer of ten bytes says of itself. */
export const layerSaid = { v: 1, head: layerHead.toString('hex'), layers: [''], unread: [], bytes: 10 };

export function layerContext(name: string): Buffer {
  return sealContext('index', logKeys.caseId, u32(Number(name.slice(0, 8))), Buffer.from(name.slice(9), 'hex'));
}
export function layerPlain(json: string, segment = Buffer.alloc(10, 7), length = 4_096): Buffer {
  const out = Buffer.alloc(length);
  out.writeUInt32LE(Buffer.byteLength(json), 0);
  out.write(json, 4);
  segment.copy(out, 4 + Buffer.byteLength(json));
  return out;
}
/** A disk with nothing but this layer. */
export function forgedLayer(name: string, plain: Buffer): RecordingDisk {
  const files = new Map([[`${shelfFolder}/${name}`, seal(logKeys.index, layerContext(name), plain)]]);
  return recordingDisk({ folders: [shelfFolder], files });
}
