import { spoken } from '../spoken.ts';

/** Sentences of the shell: menu and dialogs of the system. */
export const menuWords = spoken('menuWords', {
  case: 'Case',
  edit: 'Edit',
  go: 'Go',
  view: 'View',
  help: 'Help',
  'import/choose-files': 'Add Evidence…',
  'import/paste-text': 'Add Pasted Text…',
  'new-claim': 'New Claim',
  'new-note': 'New Note',
  'verify-case': 'Verify This Case',
  'view/care': 'Care of the Case…',
  'view/keys': 'Keys of the Case…',
  'view/settings': 'Settings…',
  lock: 'Lock',
  'lock-at-once': 'Lock at Once',
  quit: 'Quit',
  undo: 'Undo Last Edit of the Case',
  redo: 'Redo Edit of the Case',
  palette: 'Command Palette…',
  search: 'Search',
  back: 'Back',
  forward: 'Forward',
  'theme/light': 'Light',
  'theme/dark': 'Dark',
  'theme/system': 'As the System',
  'help/keys': 'Keyboard Map',
  guide: 'Help',
  tour: 'Take the Tour',
} as const);

export const dialogWords = spoken('dialogWords', {
  addEvidence: 'Add evidence',
  saveCopy: 'Save a copy',
  chooseFolder: 'Choose a folder',
  openCase: 'Open a case folder',
  open: 'Open',
  newCase: 'Where to keep the new case',
  create: 'Choose',
  notStarted: 'Corroborate did not start',
  /** `door` is the name of a switch of the command line. */
  doorOpen: (door: string) => `The command line holds --${door}, which would weaken the protection of your cases. Start Corroborate without it.`,
  notWhole: 'Parts of the program are missing. Install it again.',
} as const);
