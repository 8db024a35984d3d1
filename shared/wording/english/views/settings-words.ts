import { spoken } from '../../spoken.ts';

/** What the settings of this computer say. */
export const settingsWords = spoken('settingsWords', {
  title: 'Settings',
  lead: 'For this computer, whichever case is open. Kept in a plain file that holds nothing of any case.',
  locking: 'Locking',
  lockingWhy:
    'A lock ends the case process and this window’s page; their memory goes back to the system. Every edit is on disk before; what stands in a form that was not saved is lost.',
  lockAfter: 'Minutes without a key or the mouse before the case locks',
  lockAfterHint: 'From 1 to 60. There is no “never”: an open case that nobody watches is an open door.',
  lockWithScreen: 'Lock when the screen locks',
  lockWithScreenHint: 'Sleep and shutdown always lock. On Linux the screen is asked about every five seconds.',
  panicKey: 'Key that locks at once',
  panicKeyHint:
    'Works anywhere in this window, in dialogs too, and stands in the menu Case. It does not wait for a checkpoint; no edit that was confirmed is lost.',
  endWithLock: 'End the whole program when it locks',
  endWithLockHint:
    'A lock ends the processes that held the case. The program’s main process goes on. It never had what you wrote, pasted or dropped, but paths you chose, text you copied, and pictures and saved pages shown in this window passed it: remains of those may stay in its memory until it ends.',
  copying: 'Clipboard and screen',
  clipboard: 'Seconds for which copied text stays on the clipboard',
  clipboardHint:
    'Text copied with the desk’s own buttons is taken away after this time and at the lock, unless something else was copied meanwhile. While it is there, every program can read it, and some keep a history.',
  contentProtection: 'Keep the windows out of screenshots and recordings',
  contentProtectionHint: 'A hindrance, not a wall: a camera sees the screen, and so do some recorders on newer systems.',
  contentProtectionMissing: 'This system offers programs no such thing; the choice holds where it does (macOS, Windows).',
  remembering: 'Remembered cases',
  mayRemember: 'Offer to remember a case when it is opened',
  mayRememberHint: 'A remembered case is a folder’s path in plain text, for anyone who uses this account.',
  remembered: (count: number) => (count === 0 ? 'No case is remembered.' : count === 1 ? '1 case is remembered.' : `${count} cases are remembered.`),
  forgetAll: 'Forget all',
  risk: 'People at risk',
  namesByRole: 'Show roles in place of names',
  namesByRoleHint:
    'For work where others can look on. Lists, claims, notes, board, timeline and map say the role that was given to a person; exhibits and the fields of forms stay as they are. The status line has a switch for it.',
  graphic: 'Graphic material',
  graphicWhy:
    'Items marked as graphic or as showing captives stay out of sight until you ask for each. Take a kind out only if your work is to look at it all day.',
  shielded: {
    picture: 'Shield pictures',
    page: 'Shield saved pages',
    document: 'Shield pages of documents',
    recording: 'Shield video and sound',
  },
  appearance: 'Appearance',
  language: 'Language',
  languageHint: 'Of this window, its menu and the unlock page. The case keeps its own words; a dossier has a language of its own.',
  languageOfSystem: 'As the system',
  languageUnsaved: 'The window is drawn anew in another language. Save or discard the forms that are not saved first.',
  contrast: 'Contrast',
  contrasts: { system: 'As the system', high: 'High' },
  textSize: 'Size of letters',
  density: 'Room between rows',
  densities: { compact: 'Compact', comfortable: 'Comfortable' },
  motion: 'Movement',
  motions: { system: 'As the system', reduced: 'None' },
  keyboard: {
    title: 'Keyboard',
    lead: 'Press a shortcut, then the new keys. Letters count by their place on the keyboard, whatever its layout.',
    find: 'Find an action',
    change: (title: string) => `Keys for ${title}`,
    reset: 'As at first',
    resetAll: 'All as at first',
    taken: (title: string, keys: string) => `${keys} was taken from “${title}”, which has no keys now.`,
    isPanicKey: 'These keys lock at once. Choose others, or change the panic key first.',
  },
  theme: 'Theme',
  themes: { light: 'Light', dark: 'Dark', system: 'As the system' },
} as const);
