import { expect, it } from 'vitest';
import { makeCaseOn, openOn } from '#tests/harness/crash-session.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { countingFacts, good, writesNote } from '#tests/harness/stored-case.ts';

it.each(['null', '1', '{', '[1]', '["notes"]', '"text"', '{"0":"notes"}'])(
  'a line of a snapshot that is no record (%s) is left out, told, and nothing is written over it',
  async (line) => {
    const disk = recordingDisk();
    const caseKey = await makeCaseOn(disk.fileSystem, countingFacts());
    const { open, file } = good(await openOn(disk.fileSystem, caseKey, countingFacts()));
    good(await open.commit(writesNote(1)));
    good(file.snapshot([...open.lines(), line]));
    await open.abandon();
    const again = good(await openOn(disk.fileSystem, caseKey, countingFacts())).open;
    expect(again.openingFindings.map(({ code }) => code)).toContain('record-invalid');
    expect(Object.keys(again.record().notes)).toHaveLength(1);
    expect(await again.commit(writesNote(2))).toEqual({ ok: false, problem: { kind: 'read-only' } });
    await again.abandon();
  },
);
