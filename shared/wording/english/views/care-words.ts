import { spoken } from '../../spoken.ts';

const counted = (count: number, one: string, many: string) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** What the care view says: checks, backups, tidying up, branches. */
export const careWords = spoken('careWords', {
  title: 'Care of the case',
  check: 'Is it whole?',
  opened: 'Noticed when it was opened',
  openedClean: 'Opening the case found nothing wrong.',
  quick: 'Quick check',
  full: 'Full check',
  quickWhy:
    'Quick reads headers, every edit and the custody log, and looks whether each exhibit is there with its size; seconds. Full reads every byte of every exhibit.',
  indexJob: 'Making the search index',
  quickJob: 'Quick check of the case',
  fullJob: 'Full check of the case',
  last: (depth: 'quick' | 'full') => (depth === 'quick' ? 'The last check was quick' : 'The last check was full'),
  sound: (counts: { readonly frames: number; readonly blobs: number; readonly custody: number }) =>
    `Sound: ${counted(counts.frames, 'edit', 'edits')}, ${counted(counts.blobs, 'sealed file', 'sealed files')} and ${counted(counts.custody, 'custody entry', 'custody entries')}, each as it was written.`,
  found: (count: number) => (count === 1 ? 'The check found 1 thing.' : `The check found ${count} things.`),
  touches: 'Touches',
  moreTouched: (count: number) => `and ${count.toLocaleString('en')} more`,
  entries: (numbers: readonly string[]) => `Custody entries ${numbers.join(', ')}`,
  lostEdits: (ranges: readonly { readonly from: number; readonly to: number }[]) =>
    `Lost edits: ${ranges.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`)).join(', ')}`,
  repairHint: 'Repairing makes a new case of everything authentic beside the damaged one, which stays as it is: “corroborate repair” on the command line.',
  backup: 'Backup',
  backupWhy:
    'A backup is the same sealed case, readable with the same keys and with nothing else. It is read back and every byte authenticated before it counts as made. Work can go on meanwhile.',
  backupNew: 'New backup folder…',
  backupUpdate: 'Bring a backup folder up to date…',
  backupTar: 'One tar file…',
  backupJob: 'Backup of the case',
  backupName: (day: string) => `Backup ${day}`,
  backupDone: (files: number, bytes: string) => `Backed up and read back: ${files.toLocaleString('en')} files, ${bytes}.`,
  backupDamaged: (files: number) =>
    `${files.toLocaleString('en')} sealed ${files === 1 ? 'file is' : 'files are'} damaged or missing in the case, and so in the backup. Check the case.`,
  backupCopied: (files: number, bytes: string) => `Copied this time: ${files.toLocaleString('en')} files, ${bytes}.`,
  backupWords: (words: readonly string[]) => `Six words of its state: ${words.join(' ')}`,
  backupNot: 'Kept beside the computer it goes the same way as the computer. A passphrase changed later does not change the backup’s.',
  compact: 'Tidy up',
  compactWhy: 'Removed exhibits and edits folded into a snapshot stay in the folder until they are cleared away. A full check and a fresh snapshot come first.',
  compactLook: 'See what could be cleared…',
  compactNothing: 'There is nothing to clear away.',
  compactBlobs: (count: number, bytes: string) =>
    `${count === 1 ? '1 sealed file' : `${count.toLocaleString('en')} sealed files`} that nothing refers to, ${bytes}`,
  compactLog: (count: number, bytes: string) => `${count === 1 ? '1 log file' : `${count.toLocaleString('en')} log files`} that a snapshot replaces, ${bytes}`,
  compactKept: (count: number) =>
    count === 1
      ? '1 more stays because undo may bring it back; it can go in the next session.'
      : `${count} more stay because undo may bring them back; they can go in the next session.`,
  compactNot: 'What is cleared cannot be brought back, and undo ends here. On flash memory remains may linger; they are sealed.',
  compactRun: (bytes: string) => `Clear ${bytes} away`,
  compactJob: 'Tidying up the case',
  compactDone: (bytes: string) => `${bytes} cleared away.`,
  branches: 'Branches',
  branchesNone: 'Nobody has written beside this case: there is one line of edits.',
  branchesWhy:
    'Two programs have written this case at once. Both lines of edits are kept. The case shows the trunk; the other can be looked at and its edits made again on the trunk.',
  trunk: 'Trunk',
  branch: (id: string) => `Branch ${id}`,
  open: 'shown now',
  settled: 'settled',
  edits: (count: number) => (count === 1 ? '1 edit of its own' : `${count.toLocaleString('en')} edits of its own`),
  merge: 'Merge into the trunk…',
  mergeWhy: 'Its edits are made again on the trunk, each as an edit that can be undone. Nothing is deleted; the branch stays as it is.',
  mergeApplies: (count: number) => (count === 1 ? '1 edit can be made as it is' : `${count.toLocaleString('en')} edits can be made as they are`),
  mergePresent: (count: number) => (count === 1 ? '1 edit is on the trunk already' : `${count.toLocaleString('en')} edits are on the trunk already`),
  mergeConflicts: (count: number) => (count === 1 ? '1 edit contradicts the trunk' : `${count.toLocaleString('en')} edits contradict the trunk`),
  mergeNothing: 'There is nothing to merge: everything the branch holds is on the trunk.',
  mergeChoose: 'Both lines have changed these. Ticked, the version of the branch wins; otherwise the trunk stays as it is and these edits are left out.',
  mergeTake: (label: string) => `Replace “${label}” by the branch’s version`,
  mergeRun: 'Merge',
  reasons: { 'changed-in-both': 'changed in both', 'follows-a-conflict': 'follows on one that contradicts' },
  writer: (name: string) => `written by session ${name}`,
  editsMore: (count: number) => `${count.toLocaleString('en')} earlier ones are not shown`,
  settle: 'It is not needed any more…',
  lookInto: 'Lock, and look into it…',
  settleTitle: 'Is the branch not needed any more?',
  settleWhy:
    'It will not be told of again, and the next tidying up may remove its files with every edit that was not merged. This cannot be undone. It is noted in the custody log.',
  settleRun: 'It is not needed',
  settleDone: 'The branch is settled.',
  mergeJob: 'Merge of a branch',
  mergeStopped: (applied: number, left: number) => `Stopped: ${applied} made again, ${left} more can be made. Merge again to go on.`,
  merged: (applied: number, conflicts: number) =>
    conflicts === 0
      ? `${applied === 1 ? '1 edit was' : `${applied} edits were`} made again on the trunk.`
      : `${applied} made again; ${conflicts} left, because the trunk changed the same objects meanwhile.`,
  noticed: 'Noticed first',
  acknowledge: 'Acknowledge…',
  acknowledgeTitle: 'Have you seen to this?',
  acknowledgeWhy:
    'It will be told as a remark from now on, to everyone who opens the case, and not as damage. Nothing is repaired by it. This cannot be undone.',
  acknowledgeRun: 'Acknowledge',
  acknowledged: 'Acknowledged',
  readOnly: 'The case is open for reading only, as was chosen at the unlock page. Lock it and open it again to work on it, to back it up or to tidy it.',
  readOnlyBranch: 'A branch beside the trunk is shown, for reading only. Lock the case and open it again to go back to the trunk.',
} as const);
