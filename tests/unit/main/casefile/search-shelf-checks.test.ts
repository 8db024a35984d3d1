import { describe, expect, it } from 'vitest';
import { checkShelf, searchShelf, shelfFolder } from '#main/casefile/search-shelf.ts';
import { forgedLayer, layerHead, layerName, layerPlain, layerSaid } from '#tests/harness/forged-layer.ts';
import { logKeys as keys, logFiles, madeSegment, noHead } from '#tests/harness/log-segments.ts';
import { type RecordingDisk, recordingDisk } from '#tests/harness/recording-file-system.ts';

const disk = () => recordingDisk({ folders: ['log', 'snap', 'blob'], files: new Map() });
const codes = (on: RecordingDisk, depth: 'quick' | 'full' = 'full') =>
  checkShelf(on.fileSystem, keys, depth).map(({ severity, code, subject }) => `${severity} ${code} ${subject}`);

describe('a check of the search index', () => {
  it('says nothing of one that is sound, or is not there', () => {
    expect(codes(disk())).toEqual([]);
    expect(codes(forgedLayer(layerName, layerPlain(JSON.stringify(layerSaid))))).toEqual([]);
  });

  it('names what is damaged, missing or strange, each as a remark', () => {
    const on = forgedLayer(layerName, layerPlain(JSON.stringify({ ...layerSaid, layers: ['', '00000001-00000000'] })));
    for (const strange of ['notes.txt', '00000009-00000000.part']) on.fileSystem.create(`${shelfFolder}/${strange}`).close();
    on.fileSystem.create(`${shelfFolder}/00000003-0123abcd`).close();
    expect(codes(on)).toEqual([
      `info search-index-unusable ${shelfFolder}/00000003-0123abcd`,
      `info search-index-unusable ${shelfFolder}/00000001-00000000`,
      `info unknown-file ${shelfFolder}/notes.txt`,
    ]);
  });

  it('looks at every byte only when it is a full one', () => {
    const padding = layerPlain(JSON.stringify(layerSaid));
    padding.writeUInt8(1, 4_095);
    expect(codes(forgedLayer(layerName, padding))).toEqual([`info search-index-unusable ${shelfFolder}/${layerName}`]);
    expect(codes(forgedLayer(layerName, padding), 'quick')).toEqual([]);
    const first = layerPlain(JSON.stringify(layerSaid));
    first.writeUInt8(1, 4 + JSON.stringify(layerSaid).length + 10);
    expect(codes(forgedLayer(layerName, first))).toHaveLength(1);
  });
});

describe('what changed since the index was written', () => {
  const ops = (...of: readonly unknown[]) => ({ ops: of });
  const tx = (seq: number, body: unknown) => ({ t: 'tx', seq, body });
  const first = madeSegment(1, noHead, [
    tx(1, ops({ put: 'notes', id: 'a' }, { del: 'notes', id: 'b' })),
    tx(2, ops({ put: 'notes', id: 'a' })),
    { t: 'close' },
  ]);
  const second = madeSegment(2, first.heads[3] ?? '', [
    tx(3, ops({ put: 'notes', id: 'c' }, null, 'text', { id: 5 }, {})),
    tx(4, null),
    tx(5, 'text'),
    tx(6, {}),
    tx(7, { ops: 'text' }),
  ]);
  const changedAfter = (since: string, at = second.heads[5] ?? '') => {
    const on = recordingDisk({ folders: ['log'], files: logFiles(first, second) });
    return searchShelf(
      on.fileSystem,
      keys,
      () => Buffer.from(at, 'hex'),
      () => null,
    ).changedAfter(since);
  };

  it('is every object that an edit behind that head names, once; whatever else an edit says', () => {
    expect(changedAfter(noHead)).toEqual(['a', 'b', 'c']);
    expect(changedAfter(first.heads[0] ?? '')).toEqual(['a', 'b', 'c']);
    expect(changedAfter(first.heads[1] ?? '')).toEqual(['a', 'c']);
    expect(changedAfter(first.heads[3] ?? '')).toEqual(['c']);
    expect(changedAfter(second.heads[1] ?? '')).toEqual([]);
    expect(changedAfter(second.heads[5] ?? '')).toEqual([]);
    expect(changedAfter(noHead, first.heads[2])).toEqual(['a', 'b']);
  });

  it('is not known where the log does not lead there, or cannot be read', () => {
    expect(changedAfter('cd'.repeat(32))).toBeNull();
    expect(changedAfter(second.heads[1] ?? '', first.heads[2])).toBeNull();
    const on = recordingDisk({ folders: ['log'], files: logFiles(first) });
    on.failWith(() => ({ code: 'EIO', share: 0 }));
    expect(
      searchShelf(
        on.fileSystem,
        keys,
        () => layerHead,
        () => null,
      ).changedAfter(noHead),
    ).toBeNull();
  });
});
