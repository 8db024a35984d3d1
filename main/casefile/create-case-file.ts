import type { KdfCost } from '#main/crypto/argon2id.ts';
import { randomBytes } from '#main/crypto/random.ts';
import { cryptoSelfTest } from '#main/crypto/self-test.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { caseKeys } from './case-keys.ts';
import { type FileSystem, writeNew } from './file-system.ts';
import { headerNames, writeHeaderCopy } from './header-copies.ts';
import { startLogWriter } from './log-writer.ts';
import { caseReadme } from './readme.ts';
import { type LabelledSecret, newHeader } from './unlocking.ts';
import { isDiskError, writeProblem } from './write-problem.ts';

/** Makes a case in a folder that does not exist or is empty. Leaves nothing behind when it is refused. */
export async function createCaseFile(
  files: FileSystem,
  secrets: readonly LabelledSecret[],
  cost: KdfCost,
  madeAt: number,
  firstBody: unknown,
): Promise<Reply<{ readonly caseKey: Buffer }>> {
  if (!(await cryptoSelfTest())) return refused({ kind: 'self-test-failed' });
  const caseKey = randomBytes(32);
  const keys = caseKeys(caseKey, randomBytes(16));
  let made = false;
  try {
    const root = files.createRoot();
    if (root === 'not-empty' || root === 'not-a-folder') return refused({ kind: 'folder-not-empty' });
    made = root === 'made';
    const header = await newHeader(caseKey, keys.caseId, cost, secrets, madeAt);
    for (const folder of ['log', 'snap', 'blob']) files.createFolder(folder);
    writeNew(files, 'README.txt', Buffer.from(caseReadme));
    const log = startLogWriter(
      files,
      keys,
      { head: Buffer.alloc(32), seq: 0, segmentNumber: 0 },
      () => 1,
      () => undefined,
    );
    const problem = log.append(firstBody) ?? log.appendClose();
    log.letGo();
    if (problem) {
      removeNewCase(files, made);
      return refused(problem);
    }
    // The header comes last: a folder without one is no case, whatever a crash left in it.
    for (const name of headerNames) writeHeaderCopy(files, name, header);
    return done({ caseKey });
  } catch (error) {
    removeNewCase(files, made);
    return refused(writeProblem(error));
  }
}

function removeNewCase(files: FileSystem, itself: boolean): void {
  try {
    for (const folder of ['log', 'snap', 'blob']) {
      for (const name of files.list(folder)) files.remove(`${folder}/${name}`);
      if (files.list('.').includes(folder)) files.removeFolder(folder);
    }
    for (const name of [...headerNames, 'README.txt']) if (files.list('.').includes(name)) files.remove(name);
    if (itself) files.removeFolder('.');
  } catch (error) {
    // The disk that refused the case may refuse to tidy it up; a folder without a header is no case.
    if (!isDiskError(error)) throw error;
  }
}
