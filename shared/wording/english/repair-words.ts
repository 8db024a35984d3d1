import { spoken } from '../spoken.ts';

/** What a repair writes into the case it makes, where the words of the case itself are lost. */
export const repairWords = spoken('repairWords', {
  lostTitle: 'Case whose title is lost',
  lostAnalyst: 'Name lost',
  recoveredSource: 'Recovered by a repair; where it came from is lost',
  repaired: 'The case was damaged. Everything authentic was put into this new folder.',
  restored: 'Entered again from its sealed bytes; its record was lost.',
  fromBranch: (branch: string, entry: number, at: string, actor: string) => `From branch ${branch}, where it was entry ${entry} of ${at} by ${actor}.`,
  settled: (branch: string) => `Branch ${branch} is settled: what was to be kept of it was made again here.`,
} as const);
