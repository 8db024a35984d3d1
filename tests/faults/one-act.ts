import { readSync, writeSync } from 'node:fs';
import { startupSnapshot } from 'node:v8';
import { openCaseFile } from '#main/casefile/case-file.ts';
import { realFileSystem } from '#main/casefile/file-system.ts';
import { openRecord } from '#main/casestore/open-case.ts';
import { stateOf } from '#tests/harness/crash-check.ts';
import { contentOf, countingFacts, good, sampleEvidence, silently, takesIn, writesNote } from '#tests/harness/stored-case.ts';

/**
 * A process of its own that opens a case by its key, says `ready`, waits for a line and does one act: `commit`, `import`, `close` (its
 * snapshot) or `passphrase`. Each answer is a line: `done STATE` when it is acknowledged, `refused KIND` when it is not. The long run starts
 * it a thousand times, from a snapshot of a process that has loaded everything.
 */
if (startupSnapshot.isBuildingSnapshot()) startupSnapshot.setDeserializeMainFunction(() => void oneAct());
else void oneAct();

async function oneAct(): Promise<void> {
  const [act = '', folder = '', caseKey = ''] = process.argv.slice(2);
  const key = Buffer.from(caseKey, 'hex');
  const file = good(await openCaseFile(realFileSystem(folder), { kind: 'case-key', bytes: key }, 'write'));
  const open = good(await openRecord(file, folder, countingFacts()));
  if (act === 'close') good(await open.commit(writesNote(11)));
  tell(`ready ${stateOf(open)}`);
  readSync(0, Buffer.alloc(1));

  const acts: { readonly [act: string]: () => Promise<{ readonly ok: boolean; readonly problem?: { readonly kind: string } }> } = {
    commit: async () => open.commit(writesNote(12, 'y'.repeat(700))),
    import: async () => {
      const stored = await open.storeBlob(contentOf(Buffer.alloc(20_000, 7)), silently);
      return stored.ok ? open.commit(takesIn(sampleEvidence(13, stored.value))) : stored;
    },
    close: async () => open.close(),
    passphrase: async () => file.replacePassphrase({ kind: 'case-key', bytes: key }, Buffer.from('the next passphrase'), 0),
  };
  const answer = await acts[act]?.();
  tell(answer?.ok ? `done ${stateOf(open)}` : `refused ${answer?.problem?.kind}`);
  if (act !== 'close') {
    // The session goes on after a disk error, or tells that it cannot.
    const again = await open.commit(writesNote(14));
    tell(again.ok ? `done ${stateOf(open)}` : `refused ${again.problem.kind}`);
    await open.abandon();
  }
  tell('left');
}

function tell(line: string): void {
  writeSync(1, `${line}\n`);
}
