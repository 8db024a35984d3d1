import type { RepairReport } from '../../contract/care.ts';
import type { EditRange, Touched } from '../../domain/case/case-finding.ts';
import { spoken } from '../spoken.ts';

export const touchedTerms = spoken('touchedTerms', {
  custody: (id: string) => `custody entry ${id}`,
  case: 'the title and purpose of the case',
  whole: (label: string) => label,
  original: (label: string) => `the original of ${label}`,
  text: (label: string) => `the text taken from ${label}`,
  page: (label: string) => `the page shown of ${label}`,
  display: (label: string) => `the picture shown of ${label}`,
  sheets: (label: string) => `pages drawn of ${label}`,
  figure: (label: string) => `the picture for dossiers of ${label}`,
} as const);

/** What a finding touches; `label` is what the list shows for the object, or its id where there is no record of it. */
export function touchedWords({ kind, id, part }: Touched, label: string): string {
  if (kind === 'custody') return touchedTerms.custody(id);
  if (kind === 'case') return touchedTerms.case;
  return touchedTerms[part](label);
}

/** *edits 4 and 7 to 9*; edits are counted from the first one of the case. */
export const lostEditsTerms = spoken('lostEditsTerms', {
  edits: (ranges: readonly EditRange[]) => englishRanges(ranges),
});
export const lostEditsWords = (ranges: readonly EditRange[]): string => lostEditsTerms.edits(ranges);

function englishRanges(ranges: readonly EditRange[]): string {
  const parts = ranges.map(({ from, to }) => (from === to ? from.toLocaleString('en') : `${from.toLocaleString('en')} to ${to.toLocaleString('en')}`));
  const one = parts.length === 1 && ranges[0]?.from === ranges[0]?.to;
  return `${one ? 'edit' : 'edits'} ${parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`}`;
}

export const repairReportWords = spoken('repairReportWords', {
  done: 'Repaired: everything that is authentic is in the new folder. The damaged folder is as it was.',
  nothingLost: 'Nothing is lost.',
  lostBeginning: 'Lost: everything before the oldest edit that is known.',
  lostEdits: (ranges: readonly EditRange[]) => `Lost: ${lostEditsWords(ranges)}, counted from the first edit of the case.`,
  lostCustody: (count: number) => `Lost: ${count.toLocaleString('en')} custody entries; each is marked in the custody log.`,
  lostBlobs: (count: number) => `Lost: ${count.toLocaleString('en')} sealed files.`,
  recovered: (count: number) =>
    `Entered again from their sealed bytes: ${count.toLocaleString('en')} exhibits. Their sources, marks and links have to be added by hand.`,
  branches: (count: number) =>
    `Carried over: ${count === 1 ? 'one branch' : `${count.toLocaleString('en')} branches`} that somebody wrote beside. The new case shows them, to be merged.`,
  samePassphrase: 'It opens with the same passphrases and keys. Keep the damaged folder until you have looked through the new one.',
} as const);

/** What a repair lost and what it brought back, one sentence each. */
export function lossSentences({ lost, recovered, from }: RepairReport): readonly string[] {
  const custody = lost.custody.reduce((sum, range) => sum + range.to - range.from + 1, 0);
  const told = [
    ...(lost.beginning ? [repairReportWords.lostBeginning] : []),
    ...(lost.edits.length > 0 ? [repairReportWords.lostEdits(lost.edits)] : []),
    ...(custody > 0 ? [repairReportWords.lostCustody(custody)] : []),
    ...(lost.blobs.length > 0 ? [repairReportWords.lostBlobs(lost.blobs.length)] : []),
  ];
  return [
    ...(told.length > 0 ? told : [repairReportWords.nothingLost]),
    ...(recovered.length > 0 ? [repairReportWords.recovered(recovered.length)] : []),
    ...(from.branches > 0 ? [repairReportWords.branches(from.branches)] : []),
  ];
}

export const verifyDepthWords = spoken('verifyDepthWords', {
  quick: 'Sound as far as a quick check sees: the bytes of the exhibits were not read.',
  full: 'Sound: everything is there and unaltered.',
} as const);

export const branchWords = spoken('branchWords', {
  none: 'Nobody has written beside the trunk.',
  trunk: 'trunk',
  branch: 'branch',
  settledBranch: 'branch, settled',
  deep: 'It parted before what is kept of the log: what it held then comes over as it was, also what the trunk has removed since.',
  applies: 'can be made',
  present: 'is there already',
  reasons: { 'changed-in-both': 'changed in both', 'follows-a-conflict': 'follows on a conflict' },
  merged: (count: number) => (count === 1 ? 'One edit was made again on the trunk.' : `${count.toLocaleString('en')} edits were made again on the trunk.`),
  left: (count: number) => `Stopped: ${count.toLocaleString('en')} more can be made. Merge again to go on.`,
  decide: 'These contradict the trunk and were not made. Look at them with --branch, then edit the trunk by hand or merge again with --take ID.',
  kept: 'The branch stays in the folder. When it is needed no more: merge again with --settle.',
  settled: 'The branch is settled: it is not told of again, and tidying up may remove its files.',
} as const);
