import { z } from 'zod';
import { startSealing } from '#main/crypto/cobblestone.ts';
import { randomBytes } from '#main/crypto/random.ts';
import type { VerifyDepth } from '#shared/contract/care.ts';
import type { CaseFinding } from '#shared/domain/case/case-finding.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { trunkPath } from './branches.ts';
import { type CaseKeys, sealContext, u32 } from './case-keys.ts';
import { errorCode, type FileSystem, partSuffix } from './file-system.ts';
import { entriesOf, type Stretch } from './log-graph.ts';
import { readSegments } from './opening.ts';
import { padme } from './padme.ts';
import { writeNewSealed } from './sealed-file.ts';
import { openSealedFile, type SealedReader } from './sealed-reader.ts';
import { removeQuietly } from './snapshot.ts';
import { isDiskError, writeProblem } from './write-problem.ts';

/** What a layer of the search index says of itself, before its segment. */
const LayerHeadSchema = z.object({
  v: z.literal(1),
  /** Where in the log it stands: everything up to there is in it and in the layers it rests on. */
  head: z.string().regex(/^[0-9a-f]{64}$/),
  /** Every layer of the index when it was written, from the oldest; an empty name is its own. */
  layers: z.array(z.string()).max(1_000),
  /** Objects that changed up to there and were not read yet. */
  unread: z.array(z.string()).max(1_000_000),
  /** Bytes of the segment behind this. */
  bytes: z.int().min(0),
});
type LayerHead = z.infer<typeof LayerHeadSchema>;

/** A layer that is open: `read` answers `null` for bytes that are not what was sealed there. */
export type ShelfLayer = { readonly name: string; readonly bytes: number; readonly read: (at: number, length: number) => Uint8Array | null };
/** Layers from the oldest to the newest; the one written last says where they stand. */
export type ShelfContent = { readonly layers: readonly ShelfLayer[]; readonly head: string; readonly unread: readonly string[] };

/**
 * The search index in the case folder: sealed layers, of which the newest names those it rests on. They are derived from the record: nothing is lost with them, and
 * one that is damaged or gone is told, and the index made anew.
 */
export type SearchShelf = {
  /** `none` where there never was an index, `damaged` where a part of it cannot be used. Throws nothing. */
  readonly open: () => ShelfContent | 'none' | 'damaged';
  /** Ids of objects that the log changed after `head`, up to where it stands now; `null` when it does not lead there. */
  readonly changedAfter: (head: string) => readonly string[] | null;
  /** Writes a layer that lies between those named, and removes every other; on the medium when it is done. */
  readonly write: (segment: Uint8Array, beside: Beside, unread: readonly string[]) => Reply<ShelfLayer>;
  readonly clear: () => void;
  readonly letGo: () => void;
};

/** Names of the layers that are older than one, and of those that are newer. */
export type Beside = { readonly below: readonly string[]; readonly above: readonly string[] };

export const shelfFolder = 'index';
const namePattern = /^(\d{8})-([0-9a-f]{8})$/;
const leastPlainBytes = 4096;

export function isLayerName(name: string): boolean {
  return namePattern.test(name);
}

export function searchShelf(files: FileSystem, keys: CaseKeys, head: () => Buffer, barrier: () => Problem | null): SearchShelf {
  const readers = new Map<string, SealedReader>();
  const letGo = () => {
    for (const reader of readers.values()) reader.close();
    readers.clear();
  };
  const openLayer = (name: string) => {
    const opened = readLayer(files, keys, name);
    if (opened) {
      readers.get(name)?.close();
      readers.set(name, opened.reader);
    }
    return opened;
  };
  const removeOthers = (kept: ReadonlySet<string>) => {
    for (const name of files.list(shelfFolder)) {
      if (kept.has(name) || !(isLayerName(name) || name.endsWith(partSuffix))) continue;
      readers.get(name)?.close();
      readers.delete(name);
      removeQuietly(files, `${shelfFolder}/${name}`);
    }
  };

  return {
    open: () => {
      letGo();
      const names = layerNames(files);
      const newest = names.at(-1);
      if (newest === undefined) return 'none';
      const top = openLayer(newest);
      if (!top) return 'damaged';
      const layers = top.head.layers.map((name) => (name === '' ? top : openLayer(name)));
      if (!layers.every((layer) => layer !== null)) return 'damaged';
      return { layers: layers.map(({ layer }) => layer), head: top.head.head, unread: top.head.unread };
    },
    changedAfter: (since) => orNull(() => idsAfter(trunkPath(readSegments(files, keys), head().toString('hex')), since)),
    write: (segment, { below, above }, unread) => {
      const stopped = barrier();
      if (stopped) return refused(stopped);
      const number = Math.max(0, ...files.list(shelfFolder).map((name) => Number(namePattern.exec(name)?.[1] ?? 0))) + 1;
      const name = `${String(number).padStart(8, '0')}-${randomBytes(4).toString('hex')}`;
      const part = `${shelfFolder}/${name}${partSuffix}`;
      const said: LayerHead = { v: 1, head: head().toString('hex'), layers: [...below, '', ...above], unread: [...unread], bytes: segment.length };
      try {
        if (!files.list('.').includes(shelfFolder)) {
          files.createFolder(shelfFolder);
          files.syncFolder('.');
        }
        writeNewSealed(files, part, startSealing(keys.index, layerContext(keys, name)), leastPlainBytes, [upTo4(JSON.stringify(said))], () => [segment]);
        files.rename(part, `${shelfFolder}/${name}`);
        files.syncFolder(shelfFolder);
        const opened = openLayer(name);
        // It must be whole before what it stands for goes.
        if (!opened) return refused({ kind: 'write-failed', reason: 'input-output' });
        removeOthers(new Set([...below, name, ...above]));
        return done(opened.layer);
      } catch (error) {
        removeQuietly(files, part);
        return refused(writeProblem(error));
      }
    },
    clear: () => {
      if (!barrier()) orNull(() => removeOthers(new Set()));
    },
    letGo,
  };
}

/** Blanks behind the JSON, so that the numbers of the segment lie where they can be read in place. */
function upTo4(text: string): string {
  return text.padEnd(Math.ceil(text.length / 4) * 4);
}

function layerContext(keys: CaseKeys, name: string): Buffer {
  const [, number = '0', chance = ''] = namePattern.exec(name) ?? [];
  return sealContext('index', keys.caseId, u32(Number(number)), Buffer.from(chance, 'hex'));
}

function layerNames(files: FileSystem): readonly string[] {
  return orNull(() => files.list(shelfFolder).filter(isLayerName)) ?? [];
}

/** `null` for a layer that is damaged, gone, or of another make. */
function readLayer(
  files: FileSystem,
  keys: CaseKeys,
  name: string,
): { readonly head: LayerHead; readonly layer: ShelfLayer; readonly reader: SealedReader } | null {
  const reader = isLayerName(name) ? orNull(() => openSealedFile(files, `${shelfFolder}/${name}`, keys.index, layerContext(keys, name), chunksKept)) : null;
  if (!reader) return null;
  reader.settle();
  const length = reader.read(0, 4);
  const headBytes = length?.length === 4 ? length.readUInt32LE(0) : 0;
  const head = headOf(reader.read(4, headBytes));
  const fits = head !== null && reader.plainBytes === padme(Math.max(leastPlainBytes, 4 + headBytes + head.bytes));
  if (!head || !fits) {
    reader.close();
    return null;
  }
  const from = 4 + headBytes;
  const read = (at: number, wanted: number) => reader.read(from + at, Math.min(wanted, head.bytes - at));
  return { head, reader, layer: { name, bytes: head.bytes, read } };
}

/** Opened chunks that are kept of a layer: 8 MiB, since the lists of one search lie all over it. */
const chunksKept = 512;

function headOf(text: Buffer | null): LayerHead | null {
  if (!text) return null;
  try {
    return LayerHeadSchema.parse(JSON.parse(text.toString('utf8')));
  } catch {
    // Authentic, but not of this format.
    return null;
  }
}

/** What a full check tells of the index: remarks only, since nothing is lost with it. */
export function checkShelf(files: FileSystem, keys: CaseKeys, depth: VerifyDepth): readonly CaseFinding[] {
  const remark = (name: string): CaseFinding => ({ severity: 'info', code: 'search-index-unusable', subject: `${shelfFolder}/${name}` });
  const names = layerNames(files);
  const read = names.map((name) => {
    const layer = readLayer(files, keys, name);
    const sound = layer !== null && (depth === 'quick' || isWhole(layer.reader, layer.layer.bytes));
    layer?.reader.close();
    return { name, sound, rests: layer?.head.layers ?? [] };
  });
  const missing = (read.at(-1)?.rests ?? []).filter((name) => name !== '' && !names.includes(name));
  const strangers = files.list(shelfFolder).filter((name) => !isLayerName(name) && !name.endsWith(partSuffix));
  return [
    ...read.filter(({ sound }) => !sound).map(({ name }) => remark(name)),
    ...missing.map(remark),
    ...strangers.map((name): CaseFinding => ({ severity: 'info', code: 'unknown-file', subject: `${shelfFolder}/${name}` })),
  ];
}

/** Whether every byte opens, and nothing but zeros lies behind the segment. */
function isWhole(reader: SealedReader, bytes: number): boolean {
  const plain = reader.read(0, reader.plainBytes);
  return plain?.subarray(4 + plain.readUInt32LE(0) + bytes).every((byte) => byte === 0) === true;
}

/** Ids that transactions behind `since` put or deleted. */
function idsAfter({ stretches, root }: { readonly stretches: readonly Stretch[]; readonly root: string }, since: string): readonly string[] | null {
  let behind = root === since;
  const ids = new Set<string>();
  for (const { segment, from, to } of stretches) {
    for (const { record, head } of entriesOf(segment).slice(from, to + 1)) {
      if (behind && record.t === 'tx') for (const id of idsIn(record.body)) ids.add(id);
      if (head === since) behind = true;
    }
  }
  return behind ? [...ids] : null;
}

function idsIn(body: unknown): readonly string[] {
  const ops = body !== null && typeof body === 'object' && 'ops' in body && Array.isArray(body.ops) ? (body.ops as readonly unknown[]) : [];
  return ops.flatMap((op) => (op !== null && typeof op === 'object' && 'id' in op && typeof op.id === 'string' ? [op.id] : []));
}

function orNull<T>(attempt: () => T): T | null {
  try {
    return attempt();
  } catch (error) {
    if (!isDiskError(error) && errorCode(error) === undefined) throw error;
    return null;
  }
}
