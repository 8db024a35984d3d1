import { type AnchorPort, noAnchors } from '#main/casefile/anchor.ts';
import { checkBlob } from '#main/casefile/blob-check.ts';
import { openCaseFile } from '#main/casefile/case-file.ts';
import { caseKeys } from '#main/casefile/case-keys.ts';
import { readHeaderCopies } from '#main/casefile/header-copies.ts';
import { type OpenCase, openRecord } from '#main/casestore/open-case.ts';
import type { CaseFinding } from '#shared/domain/case/case-finding.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import { checkpoint, makeCaseOn } from './crash-session.ts';
import { ageIdentity } from './open-age.ts';
import { anchorsFolder, type DiskContent, recordingDisk } from './recording-file-system.ts';
import { contentOf, countingFacts, good, sampleEvidence, silently, takesIn, writesNote } from './stored-case.ts';

/** A case with everything in it, as it was at several times, and what a computer that saw it last remembers. */
export type TamperedCase = { readonly now: DiskContent; readonly earlier: readonly DiskContent[]; readonly caseKey: Buffer; readonly anchors: AnchorPort };

/** One change of the folder: `kind` for the table, `files` what it left. */
export type Tampering = { readonly kind: string; readonly what: string; readonly files: ReadonlyMap<string, Buffer> };

export async function tamperedCase(): Promise<TamperedCase> {
  const disk = recordingDisk();
  const caseKey = await makeCaseOn(disk.fileSystem, countingFacts());
  const memory = new Map<string, Buffer>();
  const anchors: AnchorPort = { read: (name) => memory.get(name) ?? null, write: (name, bytes) => void memory.set(name, bytes) };
  const earlier: DiskContent[] = [];
  const layers: string[] = [];
  const session = async (work: (open: OpenCase, checkpointNow: () => void) => Promise<void>, closes: boolean) => {
    const file = good(await openCaseFile(disk.fileSystem, { kind: 'case-key', bytes: caseKey }, 'write', anchors));
    const open = good(await openRecord(file, '/case', countingFacts()));
    await work(open, () => void good(checkpoint(open, file)));
    // As the search index writes its layers: whatever is done to one is told as a remark.
    const index = () => void layers.push(good(file.shelf.write(Buffer.alloc(900, 7), { below: [...layers], above: [] }, [])).name);
    if (closes) good(await open.close(index));
    else await open.abandon();
    earlier.push(disk.content());
  };
  await session(async (open) => {
    good(await open.commit(writesNote(1)));
    const stored = good(await open.storeBlob(contentOf(Buffer.alloc(200, 'e')), silently));
    good(await open.commit(takesIn(sampleEvidence(2, stored))));
    good(await open.keys.escrow([(await ageIdentity()).recipient], 'the lawyer'));
  }, true);
  await session(async (open, checkpointNow) => {
    good(await open.commit(writesNote(3)));
    const file = good(await open.storeBlob(contentOf(Buffer.alloc(300, 'f')), silently));
    good(await open.commit(takesIn(sampleEvidence(4, file))));
    checkpointNow();
    good(await open.commit(writesNote(5)));
  }, true);
  const key = good(await openCaseFile(disk.fileSystem, { kind: 'case-key', bytes: caseKey }, 'write', anchors));
  good(await key.replacePassphrase({ kind: 'case-key', bytes: caseKey }, Buffer.from('next'), 0));
  await key.abandon();
  earlier.push(disk.content());
  await session(async (open) => {
    for (const number of [6, 7]) good(await open.commit(writesNote(number)));
  }, false);
  return { now: disk.content(), earlier: earlier.slice(0, -1), caseKey, anchors };
}

/** Every `stride`th byte of every file changed; every file cut, extended, taken away, exchanged, replaced by an older one; whole folders put back. */
export function* tamperings({ now, earlier }: TamperedCase, stride: number): Iterable<Tampering> {
  const paths = [...now.files.keys()].filter((path) => path !== 'LOCK' && !path.startsWith(anchorsFolder)).sort();
  const bytesOf = (path: string) => now.files.get(path) ?? Buffer.alloc(0);
  const withFile = (path: string, bytes: Buffer) => new Map([...now.files, [path, bytes]]);
  for (const path of paths) {
    const bytes = bytesOf(path);
    const kind = path.includes('/') ? path.slice(0, path.indexOf('/')) : path === 'README.txt' ? 'README' : 'header';
    for (let at = 0; at < bytes.length; at += stride) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (at % 8)), at);
      yield { kind: `flip ${kind}`, what: `${path} at ${at}`, files: withFile(path, flipped) };
    }
    for (let length = 0; length < bytes.length; length += stride)
      yield { kind: `truncate ${kind}`, what: `${path} to ${length}`, files: withFile(path, bytes.subarray(0, length)) };
    for (const more of [Buffer.alloc(1), Buffer.alloc(64), Buffer.alloc(100, 7), bytes.subarray(0, 64), bytes])
      yield { kind: `extend ${kind}`, what: `${path} by ${more.length}`, files: withFile(path, Buffer.concat([bytes, more])) };
    // A layer of the search index that is gone is made again, and is no sign of anything.
    if (kind !== 'index') yield { kind: `delete ${kind}`, what: path, files: new Map([...now.files].filter(([name]) => name !== path)) };
    for (const other of paths)
      if (other > path && !bytesOf(other).equals(bytes))
        yield { kind: 'swap', what: `${path} and ${other}`, files: new Map([...now.files, [path, bytesOf(other)], [other, bytes]]) };
    for (const then of earlier) {
      const old = then.files.get(path);
      if (old && !old.equals(bytes)) yield { kind: `older ${kind}`, what: path, files: withFile(path, old) };
    }
  }
  for (const [index, then] of earlier.entries()) {
    yield { kind: 'whole folder put back', what: `${index}`, files: then.files };
    const headers = [...then.files].filter(
      ([path]) => !path.includes('/') && !(now.files.get(path) ?? Buffer.alloc(0)).equals(then.files.get(path) ?? Buffer.alloc(0)),
    );
    if (headers.length > 0) yield { kind: 'both headers put back', what: `${index}`, files: new Map([...now.files, ...headers]) };
  }
}

/**
 * What opening and a full verification say; `anchored` with the memory of a computer that saw the case last. Where opening says something
 * that is not in `clean`, the rest is not asked.
 */
export async function toldOf(
  tampered: TamperedCase,
  files: ReadonlyMap<string, Buffer>,
  anchored: boolean,
  clean: ReadonlySet<string> = new Set(),
): Promise<readonly string[]> {
  const disk = recordingDisk({ folders: tampered.now.folders, files });
  const file = await openCaseFile(disk.fileSystem, { kind: 'case-key', bytes: tampered.caseKey }, 'read', anchored ? tampered.anchors : noAnchors);
  if (!file.ok) return [file.problem.kind];
  const opened = await openRecord(file.value, '/case', countingFacts());
  if (!opened.ok) return [opened.problem.kind];
  const atOnce = opened.value.openingFindings.map(wordsOf);
  const verified = clean.size > 0 && atOnce.some((each) => !clean.has(each)) ? null : await opened.value.verify(silently);
  await opened.value.abandon();
  if (!verified) return atOnce;
  return verified.ok ? [...atOnce, ...verified.value.findings.map(wordsOf)] : [verified.problem.kind];
}

function wordsOf({ severity, code, subject }: CaseFinding): string {
  return `${severity} ${code} ${subject}`;
}

export type TamperRow = { tried: number; noticed: number; onlyByAnchor: number; readonly missed: string[] };

const openedWhole = 64;

/** Runs the matrix; a change counts as noticed when something is told that is not told of the untouched case. */
export async function runTamperMatrix(stride: number, enough: () => boolean = () => false): Promise<ReadonlyMap<string, TamperRow>> {
  const tampered = await tamperedCase();
  const rows = new Map<string, TamperRow>();
  const clean = new Set(await toldOf(tampered, tampered.now.files, true));
  const tells = async (files: ReadonlyMap<string, Buffer>, anchored: boolean) =>
    (await toldOf(tampered, files, anchored, clean)).some((each) => !clean.has(each));
  /** Both copies of the header are read first of all, and what is found there is passed on. */
  const toldOfHeaders = (files: ReadonlyMap<string, Buffer>) => {
    const copies = readHeaderCopies(recordingDisk({ folders: tampered.now.folders, files }).fileSystem);
    return copies.ok && copies.value.findings.some((each) => !clean.has(wordsOf(each)));
  };
  const keys = caseKeys(tampered.caseKey, good(readHeaderCopies(recordingDisk(tampered.now).fileSystem)).whole[0].header.caseId);
  /** Verification asks this of each blob, and of each it tells. */
  const toldOfBlob = async (path: string, files: ReadonlyMap<string, Buffer>) => {
    const disk = recordingDisk({ folders: tampered.now.folders, files }).fileSystem;
    return (await checkBlob(disk, keys, path.slice(path.lastIndexOf('/') + 1) as BlobId, path, silently)).state === 'damaged';
  };
  const toldInPart = async ({ kind, what, files }: Tampering) => {
    if (kind.endsWith(' header')) return toldOfHeaders(files);
    const [path = ''] = what.split(' ');
    return kind.endsWith(' blob') && files.has(path) && toldOfBlob(path, files);
  };
  for (const tampering of tamperings(tampered, stride)) {
    if (enough()) break;
    const { kind, what, files } = tampering;
    const row = rows.get(kind) ?? { tried: 0, noticed: 0, onlyByAnchor: 0, missed: [] };
    rows.set(kind, row);
    row.tried += 1;
    // What tells of its part tells of it in every whole verification: one in so many is opened and verified whole to show that it does.
    const quickly = row.tried % openedWhole !== 1 && (await toldInPart(tampering));
    if (quickly || (await tells(files, false))) row.noticed += 1;
    else if (await tells(files, true)) {
      row.noticed += 1;
      row.onlyByAnchor += 1;
    } else if (row.missed.length < 100) row.missed.push(what);
  }
  return rows;
}
