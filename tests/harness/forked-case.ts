import type { OpenCase } from '#main/casestore/open-case.ts';
import { makeCaseOn, openOn } from './crash-session.ts';
import { type DiskContent, recordingDisk } from './recording-file-system.ts';
import { countingFacts, good, writesNote } from './stored-case.ts';

export type Session = (open: OpenCase) => Promise<void>;
export type ForkedCase = { readonly content: DiskContent; readonly caseKey: Buffer };
/** How a session ended before the two folders came together. */
export type Ending = 'closed' | 'killed';

/** A case with note 1 that two computers went on with, each on a copy of its own, until something put both folders into one. */
export async function forkedCase(
  here: Session | readonly Session[],
  there: Session | readonly Session[],
  endings: readonly [Ending, Ending] = ['closed', 'closed'],
): Promise<ForkedCase> {
  const disk = recordingDisk();
  const facts = countingFacts();
  const caseKey = await makeCaseOn(disk.fileSystem, facts);
  const common = await goOn({ content: disk.content(), caseKey }, async (open) => void good(await open.commit(writesNote(1))), 'closed');
  const all = async (sessions: Session | readonly Session[], ending: Ending) => {
    let now = common;
    for (const session of [sessions].flat()) now = await goOn(now, session, ending);
    return now;
  };
  const ours = await all(here, endings[0]);
  const theirs = await all(there, endings[1]);
  return {
    caseKey,
    content: { folders: [...new Set([...ours.content.folders, ...theirs.content.folders])], files: new Map([...theirs.content.files, ...ours.content.files]) },
  };
}

/** One session on a folder, and the folder after it. */
export async function goOn(forked: ForkedCase, session: Session, ending: Ending = 'closed'): Promise<ForkedCase> {
  const disk = recordingDisk(forked.content);
  const { open } = good(await openOn(disk.fileSystem, forked.caseKey, countingFacts()));
  await session(open);
  if (ending === 'closed') good(await open.close());
  else await open.abandon();
  return { ...forked, content: disk.content() };
}
