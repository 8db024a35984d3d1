import { describe, expect, it } from 'vitest';
import { openCaseFile } from '#main/casefile/case-file.ts';
import { type OpenCase, openRecord } from '#main/casestore/open-case.ts';
import { type RecordLayouts, recordLayouts } from '#main/casestore/record-layouts.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import { makeCaseOn } from '#tests/harness/crash-session.ts';
import { type DiskContent, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { countingFacts, good, numberedId, sampleNote, silently, writesNote } from '#tests/harness/stored-case.ts';

/** A later layout, in which a note has what notes of the first layout did not have. */
const second: RecordLayouts = {
  current: 2,
  steps: new Map([[1, (collection, value) => (collection === 'notes' && typeof value === 'object' ? { ...value, earlier: [] } : value)]]),
};

/** A case whose snapshot and log hold notes of the first layout: `earlier` is not there. */
async function oldCase(): Promise<{ readonly content: DiskContent; readonly caseKey: Buffer }> {
  const disk = recordingDisk();
  const caseKey = await makeCaseOn(disk.fileSystem, countingFacts(), []);
  const file = good(await openCaseFile(disk.fileSystem, { kind: 'case-key', bytes: caseKey }, 'write'));
  const [meta] = file.replay().bodies as { ops: { value: unknown }[] }[];
  const noteOf = (number: number) => ({ ...sampleNote(number), earlier: undefined });
  const body = (number: number) => ({
    label: 'write-note',
    at: '2025-01-12T09:00:00.000Z',
    ops: [{ put: 'notes', id: numberedId(number), value: noteOf(number) }],
    custody: [],
  });
  good(file.append(body(1)));
  good(file.snapshot([JSON.stringify(['meta', 'case', meta?.ops[0]?.value]), JSON.stringify(['notes', numberedId(1), noteOf(1)])]));
  good(file.append(body(2)));
  await file.abandon();
  return { content: disk.content(), caseKey };
}

async function opened(
  disk: ReturnType<typeof recordingDisk>,
  caseKey: Buffer,
  layouts: RecordLayouts,
  mode: 'read' | 'write' = 'write',
): Promise<Reply<OpenCase>> {
  const file = good(await openCaseFile(disk.fileSystem, { kind: 'case-key', bytes: caseKey }, mode));
  const open = await openRecord(file, '/case', countingFacts(), layouts);
  if (!open.ok) await file.abandon();
  return open;
}

describe('a record of an older layout', { timeout: 60_000 }, () => {
  it('is shown in the current one, told of, and not changed as long as it is only read', async () => {
    const { content, caseKey } = await oldCase();
    const disk = recordingDisk(content);
    const without = good(await opened(disk, caseKey, recordLayouts, 'read'));
    expect(without.openingFindings.map(({ code }) => code)).toContain('record-invalid');
    await without.abandon();
    const open = good(await opened(disk, caseKey, second));
    expect(Object.values(open.record().notes).map(({ text, earlier }) => [text, earlier])).toEqual([
      ['note 1', []],
      ['note 2', []],
    ]);
    expect(open.openingFindings).toContainEqual({ severity: 'warning', code: 'record-older', subject: 'record' });
    expect(open.readOnly).toBe(false);
    await open.abandon();
    expect(disk.content().files).toEqual(content.files);
  });

  it('is written in the current layout with the first edit, beside the old snapshot, and custody says so', async () => {
    const { content, caseKey } = await oldCase();
    const disk = recordingDisk(content);
    const open = good(await opened(disk, caseKey, second));
    good(await open.commit(writesNote(3)));
    expect(Object.values(open.record().custody)).toMatchObject([{ action: 'migrated', reason: 'from record layout 1', evidenceId: null }]);
    good(await open.commit(writesNote(4)));
    expect(Object.keys(open.record().custody)).toHaveLength(1);
    const names = [...disk.content().files.keys()];
    // The old snapshot and the log since; what was before it, it had superseded already.
    for (const name of content.files.keys()) if (!/^log\/0000000[12]/.test(name)) expect(names).toContain(name);
    const before = JSON.stringify(open.record());
    await open.abandon();
    const again = good(await opened(disk, caseKey, second));
    expect(JSON.stringify(again.record())).toBe(before);
    expect(again.openingFindings.map(({ code }) => code)).toEqual(['unclean-end']);
    expect(good(await again.verify(silently)).sound).toBe(true);
    good(await again.close());
    const last = good(await opened(disk, caseKey, second, 'read'));
    expect(last.openingFindings).toEqual([]);
    await last.abandon();
  });

  it('is refused by a program that knows only the older layout, in the log and in a snapshot', async () => {
    const { content, caseKey } = await oldCase();
    const disk = recordingDisk(content);
    const open = good(await opened(disk, caseKey, second));
    good(await open.commit(writesNote(3)));
    await open.abandon();
    const newer = { ok: false, problem: { kind: 'newer-format', found: 2, known: 1 } };
    expect(await opened(disk, caseKey, recordLayouts)).toEqual(newer);
    const again = good(await opened(disk, caseKey, second));
    good(await again.commit(writesNote(5)));
    good(await again.close());
    expect(await opened(disk, caseKey, recordLayouts, 'read')).toEqual(newer);
  });

  it('stays as it was when the disk refuses any step of it', async () => {
    const { content, caseKey } = await oldCase();
    let refusals = 0;
    for (let at = 0; ; at += 1) {
      const disk = recordingDisk(content);
      const open = good(await opened(disk, caseKey, second));
      const start = disk.steps();
      disk.failWith((step) => (step >= start + at ? { code: 'ENOSPC', share: 0.5 } : null));
      const committed = await open.commit(writesNote(3));
      disk.failWith(null);
      await open.abandon();
      const after = good(await opened(disk, caseKey, second));
      expect(Object.keys(after.record().notes)).toHaveLength(committed.ok ? 3 : 2);
      good(await after.commit(writesNote(6)));
      await after.abandon();
      if (committed.ok) break;
      refusals += 1;
    }
    expect(refusals).toBeGreaterThan(5);
  });

  it('needs a step for each layout: a release that forgot one cannot open anything by guessing', async () => {
    const { content, caseKey } = await oldCase();
    await expect(opened(recordingDisk(content), caseKey, { current: 3, steps: second.steps })).rejects.toThrow('no step from record layout 2');
  });
});
