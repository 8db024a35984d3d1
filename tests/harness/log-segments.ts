import { caseKeys } from '#main/casefile/case-keys.ts';
import { encodeFrame } from '#main/casefile/frame.ts';
import { readSegment, type Segment, segmentHead, segmentName } from '#main/casefile/segment.ts';

/** Segments of a log as writers leave them, made record by record, and damaged where a test wants it. */
export const logKeys = caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 2));
export const noHead = '0'.repeat(64);
export const writers = { ours: '1'.repeat(32), theirs: '2'.repeat(32) };

/** What a frame says behind the opening record: an edit by its number, or another record. */
export type Said = number | { readonly t: string; readonly [field: string]: unknown };
export type SegmentOptions = {
  readonly writer?: keyof typeof writers;
  /** Edits before it. */
  readonly seq?: number;
  readonly generation?: number;
  readonly needs?: readonly string[];
  /** Indexes of frames that are damaged. */
  readonly damaged?: readonly number[];
  /** Without the opening record. */
  readonly headless?: boolean;
  /** Tells segments of one writer and number apart. */
  readonly chance?: number;
};
export type MadeSegment = { readonly name: string; readonly log: Buffer; readonly segment: Segment; readonly heads: readonly string[] };

export function madeSegment(number: number, prevHead: string, said: readonly Said[], options: SegmentOptions = {}): MadeSegment {
  const { writer = 'ours', seq = 0, generation = 1, needs = [], damaged = [], headless = false, chance = 0 } = options;
  const id = Buffer.alloc(16, number * 16 + (writer === 'ours' ? 1 : 2));
  id.writeUInt8(chance, 15);
  const open = { t: 'open', prevHead, seq, number, generation, writer: writers[writer], needs };
  const records = [...(headless ? [] : [open]), ...said.map((each) => (typeof each === 'number' ? { t: 'tx', seq: each, body: `edit ${each}` } : each))];
  let previous = Buffer.alloc(32);
  const frames = records.map((record, index) => {
    const frame = encodeFrame(logKeys, id, index, JSON.stringify({ ...record, prev: previous.toString('hex') }));
    previous = Buffer.from(frame.hash);
    return frame.bytes;
  });
  const name = segmentName(number, id);
  const whole = Buffer.concat([segmentHead(id), ...frames]);
  const log = Buffer.concat([segmentHead(id), ...frames.map((bytes, index) => (damaged.includes(index) ? flipped(bytes) : bytes))]);
  const heads = readSegment(logKeys, name, whole).frames.map(({ head }) => head);
  return { name, log, segment: readSegment(logKeys, name, log), heads };
}

function flipped(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(100) ^ 1, 100);
  return changed;
}

/** The files of a log for a disk. */
export function logFiles(...made: readonly MadeSegment[]): ReadonlyMap<string, Buffer> {
  return new Map(made.map(({ name, log }) => [`log/${name}`, log]));
}
