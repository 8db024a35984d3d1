import { resolve } from 'node:path';
import { realFileSystem } from '#main/casefile/file-system.ts';
import { readHeaderCopies } from '#main/casefile/header-copies.ts';
import { readShare } from '#main/casefile/share.ts';
import type { ShareFacts } from '#shared/contract/keys.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';

/**
 * What shares say of themselves, without any key: that they are written as they were printed, for which case, and which they are.
 * With `folder`, also that they are for the case there. Refuses `bad-share`, naming the first that is wrong, and what reading the
 * folder refuses. Whether they still open it only opening shows: their key may have been removed.
 */
export function checkShares(texts: readonly string[], folder: string | null): Reply<readonly ShareFacts[]> {
  const copies = folder === null ? null : readHeaderCopies(realFileSystem(resolve(folder)));
  if (copies && !copies.ok) return copies;
  const caseId = copies?.value.whole[0].header.caseId.toString('hex', 0, 4);
  const facts: ShareFacts[] = [];
  for (const [at, text] of texts.entries()) {
    const share = readShare(text, at + 1);
    if (!share.ok) return share;
    if (caseId !== undefined && share.value.caseId !== caseId) return refused({ kind: 'bad-share', item: at + 1, reason: 'of-another-case', word: null });
    const { index, needed, of } = share.value;
    facts.push({ caseId: share.value.caseId, index, needed, of });
  }
  return done(facts);
}
