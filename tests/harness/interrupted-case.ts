import { stateOf } from './crash-check.ts';
import { openOn } from './crash-session.ts';
import { type DiskContent, recordingDisk } from './recording-file-system.ts';
import { contentOf, countingFacts, good, sampleEvidence, silently, takesIn, writesNote } from './stored-case.ts';

/**
 * What a bad crash leaves of a case: two snapshots, a log with a torn frame at its end, a header copy cut off in the middle, half files of
 * an import and a snapshot. `state` is what opening must show.
 */
export async function interruptedCase(start: DiskContent, caseKey: Buffer): Promise<{ readonly content: DiskContent; readonly state: string }> {
  const disk = recordingDisk(start);
  for (const [pass, ends] of (['close', 'close', 'abandon'] as const).entries()) {
    const { open } = good(await openOn(disk.fileSystem, caseKey, countingFacts()));
    const stored = good(await open.storeBlob(contentOf(Buffer.alloc(500, pass)), silently));
    good(await open.commit(takesIn(sampleEvidence(30 + pass, stored))));
    good(await open.commit(writesNote(40 + pass)));
    if (ends === 'close') good(await open.close());
    else await open.abandon();
  }
  const files = new Map(disk.content().files);
  const segment =
    [...files.keys()]
      .filter((path) => path.startsWith('log/'))
      .sort()
      .at(-1) ?? '';
  const log = files.get(segment) ?? Buffer.alloc(0);
  files.set(segment, Buffer.concat([log, log.subarray(64, 200)]));
  files.set('case.b', (files.get('case.b') ?? Buffer.alloc(0)).subarray(0, 3_000));
  files.set('blob/0123456789abcdef.part', Buffer.alloc(300, 1));
  files.set('snap/00000009-01234567.part', Buffer.alloc(300, 1));
  const content = { folders: disk.content().folders, files };
  const { open } = good(await openOn(recordingDisk(content).fileSystem, caseKey, countingFacts(), 'read'));
  const state = stateOf(open);
  await open.abandon();
  return { content, state };
}
