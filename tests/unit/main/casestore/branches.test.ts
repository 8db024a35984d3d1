import { describe, expect, it } from 'vitest';
import { noAnchors } from '#main/casefile/anchor.ts';
import { openCaseFile } from '#main/casefile/case-file.ts';
import { openRecord } from '#main/casestore/open-case.ts';
import { repairCaseIn } from '#main/casestore/repair-case.ts';
import type { Branch } from '#shared/contract/care.ts';
import { openOn } from '#tests/harness/crash-session.ts';
import { type Ending, type ForkedCase, forkedCase, goOn, type Session } from '#tests/harness/forked-case.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { contentOf, countingFacts, good, numberedId, sampleEvidence, silently, takesIn, writesNote } from '#tests/harness/stored-case.ts';

const writes =
  (...notes: readonly (readonly [number, string])[]): Session =>
  async (open) => {
    for (const [number, text] of notes) good(await open.commit(writesNote(number, text)));
  };
const textsOf = (open: { readonly record: () => { readonly notes: { readonly [id: string]: { readonly text: string } } } }) =>
  Object.values(open.record().notes)
    .map(({ text }) => text)
    .sort();

async function opened<T>(
  { content, caseKey }: ForkedCase,
  work: Parameters<typeof goOn>[1] extends (open: infer O) => unknown ? (open: O) => Promise<T> : never,
): Promise<T> {
  const { open } = good(await openOn(recordingDisk(content).fileSystem, caseKey, countingFacts()));
  const result = await work(open);
  await open.abandon();
  return result;
}
const other = (branches: readonly Branch[]): Branch => {
  const found = branches.find(({ isTrunk }) => !isTrunk);
  if (!found) throw new Error('no branch');
  return found;
};

describe('two programs that wrote one case at once', () => {
  const endings: readonly (readonly [Ending, Ending])[] = [
    ['closed', 'closed'],
    ['closed', 'killed'],
    ['killed', 'closed'],
    ['killed', 'killed'],
  ];
  it.each(endings)('are told of, and neither branch is lost, when one was %s and the other %s', async (...both) => {
    const forked = await forkedCase(writes([2, 'here'], [3, 'here again']), writes([4, 'there']), both);
    await opened(forked, async (open) => {
      expect(open.openingFindings).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'fork', severity: 'damage' })]));
      const branches = good(open.care.branches());
      expect(branches.map(({ isTrunk, isOpen }) => [isTrunk, isOpen])).toEqual([
        [true, true],
        [false, false],
      ]);
      const ids = branches.flatMap(({ edits }) => edits.flatMap((edit) => edit.ids));
      expect(ids.sort()).toEqual([numberedId(2), numberedId(3), numberedId(4)]);
      expect(new Set(branches.flatMap(({ edits }) => edits.map(({ writer }) => writer))).size).toBe(2);
    });
  });

  it('each branch opens for reading with what was written on it', async () => {
    const forked = await forkedCase(writes([2, 'here']), writes([3, 'there']));
    const trunk = await opened(forked, async (open) => ({ texts: textsOf(open), branch: other(good(open.care.branches())).id }));
    const file = good(
      await openCaseFile(recordingDisk(forked.content).fileSystem, { kind: 'case-key', bytes: forked.caseKey }, 'read', noAnchors, trunk.branch),
    );
    const branch = good(await openRecord(file, '/case', countingFacts()));
    expect(branch.readOnly).toBe(true);
    expect([trunk.texts, textsOf(branch)].sort()).toEqual([
      ['here', 'note 1'],
      ['note 1', 'there'],
    ]);
    await branch.abandon();
    const unknown = await openCaseFile(
      recordingDisk(forked.content).fileSystem,
      { kind: 'case-key', bytes: forked.caseKey },
      'read',
      noAnchors,
      '0123456789ab',
    );
    expect(unknown).toEqual({ ok: false, problem: { kind: 'not-found', what: 'branch', id: '0123456789ab' } });
  });

  it('a merge makes the other edits again, tells conflicts, and deletes nothing', async () => {
    const forked = await forkedCase(writes([1, 'changed here'], [2, 'here']), writes([1, 'changed there'], [3, 'there'], [1, 'changed there again']));
    const merged = await goOn(forked, async (open) => {
      const branch = other(good(open.care.branches()));
      const plan = good(open.care.mergePlan(branch.id));
      const { applied, conflicts } = good(await open.care.mergeBranch(branch.id, [], silently));
      expect(applied).toBe(plan.applies.length);
      expect(conflicts.every(({ objects }) => objects.every(({ id }) => id === numberedId(1)))).toBe(true);
      expect(textsOf(open)).toEqual(expect.arrayContaining(['here', 'there']));
      expect(open.history().undo.map(({ label }) => label)).toContain('write-note');
    });
    await opened(merged, async (open) => {
      const branch = other(good(open.care.branches()));
      const again = good(open.care.mergePlan(branch.id));
      expect(again.applies).toEqual([]);
      good(await open.care.mergeBranch(branch.id, [numberedId(1)], silently));
      const plan = good(open.care.mergePlan(branch.id));
      expect([plan.applies, textsOf(open).filter((text) => text.startsWith('changed'))]).toEqual([[], [expect.stringContaining('changed')]]);
    });
  });

  it('a merge that is stopped keeps what it has made, says how much is left, and goes on from there', async () => {
    const forked = await forkedCase(
      writes([2, 'here'], [6, 'here'], [7, 'here'], [8, 'here']),
      writes([3, 'one'], [4, 'two'], [5, 'three']),
      // Without a snapshot on either side the longer one is the trunk.
      ['killed', 'killed'],
    );
    await opened(forked, async (open) => {
      const { id } = other(good(open.care.branches()));
      const steps: string[] = [];
      const stopping = { step: (phase: string, at: number, of: number) => void steps.push(`${phase} ${at}/${of}`), cancelled: () => steps.length === 3 };
      expect(good(await open.care.mergeBranch(id, [], stopping))).toEqual({ applied: 2, left: 1, conflicts: [] });
      expect(steps).toEqual(['writing 0/3', 'writing 1/3', 'writing 2/3']);
      expect(textsOf(open)).toEqual(expect.arrayContaining(['here', 'one', 'two']));
      expect(good(await open.care.mergeBranch(id, [], silently))).toEqual({ applied: 1, left: 0, conflicts: [] });
      expect(textsOf(open)).toEqual(expect.arrayContaining(['here', 'one', 'two', 'three']));
    });
  });

  it('a branch of several sessions, whose first edits are left only in its snapshots, comes over whole', async () => {
    const takesExhibit: Session = async (open) => {
      const stored = good(await open.storeBlob(contentOf(Buffer.alloc(500, 'x')), silently));
      good(await open.commit(takesIn(sampleEvidence(7, stored))));
    };
    const forked = await forkedCase(
      [writes([2, 'here'], [1, 'changed here']), writes([3, 'here']), writes([4, 'here'])],
      [takesExhibit, writes([5, 'there'], [1, 'changed there']), writes([6, 'there']), writes([8, 'there'])],
    );
    await opened(forked, async (open) => {
      const branches = good(open.care.branches());
      const branch = other(branches);
      expect([branch.commonSeq, branches.flatMap(({ edits }) => edits).length > 0]).toEqual([null, true]);
      const { applied, conflicts } = good(await open.care.mergeBranch(branch.id, [], silently));
      expect(conflicts.map(({ objects }) => objects)).toEqual([[{ id: numberedId(1), reason: 'changed-in-both' }]]);
      expect(applied).toBeGreaterThan(0);
      expect(Object.keys(open.record().notes).sort()).toEqual([1, 2, 3, 4, 5, 6, 8].map(numberedId));
      expect(Object.keys(open.record().evidence)).toEqual([numberedId(7)]);
      const imported = Object.values(open.record().custody).filter(({ action }) => action === 'imported');
      expect(imported).toHaveLength(1);
      good(await open.care.mergeBranch(branch.id, [numberedId(1)], silently));
      const again = good(open.care.mergePlan(branch.id));
      expect([again.applies, again.conflicts]).toEqual([[], []]);
      expect(good(await open.verify(silently)).findings.filter(({ severity, code }) => severity === 'damage' && code !== 'fork')).toEqual([]);
    });
  });

  it('an exhibit of the branch comes over with its bytes and with custody of its own', async () => {
    const takesExhibit: Session = async (open) => {
      const stored = good(await open.storeBlob(contentOf(Buffer.alloc(500, 'x')), silently));
      good(await open.commit(takesIn(sampleEvidence(7, stored))));
    };
    const forked = await forkedCase(takesExhibit, writes([2, 'there'], [3, 'there'], [4, 'there']), ['closed', 'closed']);
    await opened(forked, async (open) => {
      const branch = other(good(open.care.branches()));
      good(await open.care.mergeBranch(branch.id, [], silently));
      expect(Object.keys(open.record().evidence)).toEqual([numberedId(7)]);
      expect(textsOf(open)).toEqual(['note 1', 'there', 'there', 'there']);
      const verified = good(await open.verify(silently));
      expect(verified.findings.filter(({ severity, code }) => severity === 'damage' && code !== 'fork')).toEqual([]);
      expect(Object.values(open.record().custody).filter(({ action }) => action === 'imported')).toHaveLength(1);
    });
  });

  it('is a remark once the branch is settled, and tidying up may go on', async () => {
    const forked = await forkedCase(writes([2, 'here']), writes([3, 'there']));
    const settled = await goOn(forked, async (open) => {
      const branch = other(good(open.care.branches()));
      good(await open.care.mergeBranch(branch.id, [], silently));
      good(await open.care.settleBranch(branch.id));
      expect(textsOf(open)).toEqual(['here', 'note 1', 'there']);
    });
    await opened(settled, async (open) => {
      expect(open.openingFindings.filter(({ severity }) => severity !== 'info')).toEqual([]);
      expect(Object.values(open.record().custody).map(({ action }) => action)).toContain('branch-resolved');
      expect(good(await open.verify(silently)).sound).toBe(true);
    });
  });

  it('a repair carries the other branch over, to be looked at and merged as before', async () => {
    const { content, caseKey } = await forkedCase(writes([2, 'here']), writes([3, 'there']));
    const target = recordingDisk();
    const wishes = { header: null, anchors: noAnchors, facts: countingFacts(), report: silently };
    const report = good(await repairCaseIn(recordingDisk(content).fileSystem, target.fileSystem, { kind: 'case-key', bytes: caseKey }, wishes));
    expect(report.from.branches).toBe(1);
    const merged = await goOn({ caseKey, content: target.content() }, async (open) => {
      const [branch, ...more] = good(open.care.branches()).filter(({ isTrunk, settled }) => !isTrunk && !settled);
      expect(more).toEqual([]);
      good(await open.care.mergeBranch(branch?.id ?? '', [], silently));
      expect(textsOf(open)).toEqual(['here', 'note 1', 'there']);
      good(await open.care.settleBranch(branch?.id ?? ''));
    });
    await opened(merged, async (open) => expect(good(await open.verify(silently)).findings.filter(({ severity }) => severity !== 'info')).toEqual([]));
  });
});
