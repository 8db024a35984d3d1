import { describe, expect, it } from 'vitest';
import { custodyDigest } from '#main/casestore/custody-chain.ts';
import type { OpenCase } from '#main/casestore/open-case.ts';
import { done } from '#shared/kernel/reply.ts';
import { makeCaseOn, openOn } from '#tests/harness/crash-session.ts';
import { type DiskContent, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { contentOf, countingFacts, good, numberedId, putNote, sampleEvidence, sampleNote, silently, takesIn, writesNote } from '#tests/harness/stored-case.ts';

let made: Promise<{ readonly content: DiskContent; readonly caseKey: Buffer }> | null = null;

async function inOpenCase(work: (open: OpenCase, reopen: () => Promise<OpenCase>) => Promise<void>): Promise<void> {
  made ??= (async () => {
    const disk = recordingDisk();
    const caseKey = await makeCaseOn(disk.fileSystem, countingFacts());
    return { content: disk.content(), caseKey };
  })();
  const { content, caseKey } = await made;
  const disk = recordingDisk(content);
  const openNow = async () => good(await openOn(disk.fileSystem, caseKey, countingFacts())).open;
  const open = await openNow();
  await work(open, openNow);
  await open.abandon();
}

const textOf = (open: OpenCase, number: number) => open.record().notes[numberedId(number)]?.text;

describe('undo and redo', () => {
  it('take back and do again edits of every kind, and say which', () =>
    inOpenCase(async (open) => {
      good(await open.commit(writesNote(1, 'first')));
      good(await open.commit(writesNote(1, 'second')));
      good(await open.commit(() => done({ label: 'remove-note', ops: [{ del: 'notes', id: numberedId(1) }], custody: [] })));
      expect(open.history().undo.map(({ label }) => label)).toEqual(['remove-note', 'write-note', 'write-note']);
      expect(good(await open.undo())).toBe('remove-note');
      expect(textOf(open, 1)).toBe('second');
      good(await open.undo());
      expect(textOf(open, 1)).toBe('first');
      good(await open.undo());
      expect(textOf(open, 1)).toBeUndefined();
      expect(await open.undo()).toEqual({ ok: false, problem: { kind: 'refused', rule: 'nothing-to-undo' } });
      good(await open.redo());
      good(await open.redo());
      expect(textOf(open, 1)).toBe('second');
      good(await open.commit(writesNote(2)));
      expect(await open.redo()).toEqual({ ok: false, problem: { kind: 'refused', rule: 'nothing-to-redo' } });
    }));

  it('are edits themselves: they are there after the case is opened again', () =>
    inOpenCase(async (open, reopen) => {
      good(await open.commit(writesNote(1, 'first')));
      good(await open.commit(writesNote(1, 'second')));
      good(await open.undo());
      good(await open.close());
      const again = await reopen();
      expect(textOf(again, 1)).toBe('first');
      expect(again.history()).toEqual({ undo: [], redo: [] });
      await again.abandon();
    }));

  it('take back one edit of several objects as one, each object once', () =>
    inOpenCase(async (open) => {
      good(await open.commit(writesNote(1, 'before')));
      good(
        await open.commit(() =>
          done({
            label: 'write-note',
            ops: [putNote(sampleNote(1, 'a')), putNote(sampleNote(2, 'b')), putNote(sampleNote(1, 'c')), { del: 'notes', id: numberedId(2) }],
            custody: [],
          }),
        ),
      );
      expect([textOf(open, 1), textOf(open, 2)]).toEqual(['c', undefined]);
      good(await open.undo());
      expect([textOf(open, 1), textOf(open, 2)]).toEqual(['before', undefined]);
    }));

  it('do not reach past an edit that cannot be taken back', () =>
    inOpenCase(async (open) => {
      good(await open.commit(writesNote(1, 'mine')));
      good(await open.commit(writesNote(2, 'other')));
      good(await open.commit(writesNote(1, 'from a job'), { undoable: false }));
      expect(open.history().undo.map(({ ids }) => ids)).toEqual([[numberedId(2)]]);
      good(await open.undo());
      expect(await open.undo()).toMatchObject({ ok: false });
      expect(textOf(open, 1)).toBe('from a job');
    }));

  it('leave a custody entry whenever they touch evidence', () =>
    inOpenCase(async (open) => {
      const stored = good(await open.storeBlob(contentOf(Buffer.from('exhibit')), silently));
      good(await open.commit(takesIn(sampleEvidence(3, stored))));
      good(await open.undo());
      good(await open.redo());
      expect(Object.values(open.record().custody).map(({ action, reason, sha256After }) => [action, reason, sha256After])).toEqual([
        ['imported', null, stored.sha256],
        ['removed', 'undo: take-in-evidence', null],
        ['restored', 'redo: take-in-evidence', stored.sha256],
      ]);
    }));
});

describe('the custody chain', () => {
  it('is written in the same frame as the edit, each entry naming the one before it', () =>
    inOpenCase(async (open, reopen) => {
      const stored = good(await open.storeBlob(contentOf(Buffer.from('exhibit')), silently));
      for (const number of [1, 2, 3]) good(await open.commit(takesIn(sampleEvidence(number, stored))));
      const entries = Object.values(open.record().custody);
      expect(entries.map(({ seq, actor, tool }) => [seq, actor, tool])).toEqual([0, 1, 2].map((seq) => [seq, 'A. Analyst', 'corroborate test']));
      expect(entries.map(({ prev }) => prev)).toEqual(['0'.repeat(64), ...entries.slice(0, 2).map(custodyDigest)]);
      expect(new Set(entries.map(({ salt }) => salt)).size).toBe(3);
      await open.abandon();
      const again = await reopen();
      good(await again.commit(takesIn(sampleEvidence(4, stored))));
      expect(good(await again.verify(silently)).findings.filter(({ code }) => code === 'custody-broken')).toEqual([]);
      expect(Object.keys(again.record().custody)).toEqual(['0000000000', '0000000001', '0000000002', '0000000003']);
      await again.abandon();
    }));
});

describe('evidence bytes', () => {
  it('are stored once, read at any place, and never handed out beyond their end', () =>
    inOpenCase(async (open) => {
      const bytes = Buffer.from(Uint8Array.from({ length: 70_000 }, (_, index) => index & 0xff));
      const first = good(await open.storeBlob(contentOf(bytes), silently));
      const second = good(await open.storeBlob(contentOf(bytes, 'another name'), silently));
      expect(second).toEqual(first);
      for (const [offset, length] of [
        [0, 70_000],
        [0, 1],
        [12_287, 2],
        [12_288, 16_384],
        [69_990, 100],
        [70_000, 10],
        [80_000, 1],
        [5, 0],
      ] as const) {
        expect(Buffer.from(good(await open.readBlob(first.blob, offset, length))).equals(bytes.subarray(offset, offset + length)), `${offset}+${length}`).toBe(
          true,
        );
      }
      expect(await open.blobLength(`${'a'.repeat(52)}` as typeof first.blob)).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
      expect(await open.readBlob('../../etc/passwd' as typeof first.blob, 0, 1)).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
      const empty = good(await open.storeBlob(contentOf(Buffer.alloc(0)), silently));
      expect(good(await open.readBlob(empty.blob, 0, 10)).length).toBe(0);
    }));
});
