import { unlockWords } from '#shared/wording/english/unlock.ts';

/** A name for the folder of a new case. It has the local day and no name of the case, as names of folders are not encrypted. */
export function suggestedFolder(): string {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  return unlockWords.create.suggestedFolder(day);
}
