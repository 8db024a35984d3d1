import { custodyDigest } from '#main/casestore/custody-chain.ts';
import type { OpenCase } from '#main/casestore/open-case.ts';
import type { Facts } from '#main/usecases/ports/facts.ts';
import type { CustodyEntry } from '#shared/domain/custody/custody-entry.ts';
import { type CaseAct, recordCaseAct } from '#shared/domain/custody/record-case-act.ts';
import { makeCaseOn, openOn } from './crash-session.ts';
import { recordingDisk } from './recording-file-system.ts';
import { countingFacts, good, silently } from './stored-case.ts';

/** A case in memory whose sittings can be opened one after the other, without deriving a key. */
export async function newDisk(facts: Facts = countingFacts()) {
  const disk = recordingDisk();
  const caseKey = await makeCaseOn(disk.fileSystem, facts, []);
  return { open: async () => good(await openOn(disk.fileSystem, caseKey, facts)) };
}

/** Entries of the custody log that need no evidence. */
export async function act(open: OpenCase, times = 1, action: CaseAct = 'backed-up'): Promise<void> {
  for (let time = 0; time < times; time += 1) good(await open.commit(() => recordCaseAct(action, `number ${time}`), { undoable: false }));
}

/** What verify finds, as code and subject. */
export async function codes(open: OpenCase): Promise<readonly (readonly [string, string])[]> {
  return good(await open.verify(silently)).findings.map(({ code, subject }) => [code, subject] as const);
}

export function entriesOf(open: OpenCase): readonly CustodyEntry[] {
  return Object.values(open.record().custody).sort((a, b) => a.seq - b.seq);
}

/** The lines of a snapshot with each custody entry changed and the chain made to fit again, as somebody with the key could write them. */
export function rechained(lines: readonly unknown[][], change: (entry: CustodyEntry) => CustodyEntry): readonly unknown[][] {
  let prev: CustodyEntry['prev'] | null = null;
  return lines.map(([collection, key, value]) => {
    if (collection !== 'custody') return [collection, key, value];
    const changed = change(value as CustodyEntry);
    const entry = { ...changed, prev: prev ?? changed.prev };
    prev = custodyDigest(entry);
    return [collection, key, entry];
  });
}
