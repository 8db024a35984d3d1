import { spoken } from '../../spoken.ts';

/** Saved searches, in the search view and in the palette. */
export const savedSearchWords = spoken('savedSearchWords', {
  title: 'Saved searches',
  open: (name: string) => `Search: ${name}`,
  found: (count: number) => `${count.toLocaleString('en')} found`,
  save: 'Save',
  /** Read aloud after *Save*. */
  saveAfter: 'this search under a name',
  savedAs: (name: string) => `Saved as ${name}: rename or remove it`,
  fresh: { title: 'Save this search', name: 'Name of the search', save: 'Save search', remove: 'Remove search' },
  known: { title: 'Saved search', name: 'Name of the search', save: 'Rename', remove: 'Remove search' },
  lead: 'It goes with the case, encrypted as everything else in it.',
  hint: 'Ctrl+S saves what is searched for under a name. Saved searches wait here and in the palette.',
  nothingTyped: 'Type a search first, then save it.',
  done: 'Search saved.',
  renamed: 'Search renamed.',
  removed: 'Search removed.',
} as const);
