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

/** Watch terms: in the search view, in what an import says, and in the viewer of texts. */
export const watchTermWords = spoken('watchTermWords', {
  title: 'Watch terms',
  lead: 'Words, names or phrases you wait for, in any script. Whatever is taken in is looked through for them, and texts show where they stand.',
  add: 'Watch for words…',
  fresh: 'Watch for words',
  known: 'Watch term',
  term: 'Word, name or phrase',
  termHint: 'Путин finds Putin, and Putina. In quotes exactly as it is spelt.',
  termWrong: 'At least one letter or digit, and at most 500 characters.',
  reason: 'Why (may stay empty)',
  save: 'Watch',
  change: 'Change',
  edit: (term: string) => `Change ${term}`,
  remove: (term: string) => `Watch for ${term} no more`,
  watching: (term: string) => `Watched for from now on: ${term}`,
  changed: 'Watch term changed.',
  removed: 'Watch term removed.',
  empty: 'Nothing is watched for yet',
  emptyWhy: 'Add a word, a name or a phrase here, or select words in a text and press W.',
  standing: (exhibits: number, times: number, more: boolean) =>
    exhibits === 0
      ? 'in no exhibit yet'
      : `${times.toLocaleString('en')}${more ? '+' : ''} ${times === 1 ? 'place' : 'places'} in ${exhibits.toLocaleString('en')}${more ? '+' : ''} ${exhibits === 1 ? 'exhibit' : 'exhibits'}`,
  counting: 'Counting…',
  places: (term: string) => `Where ${term} stands`,
  onlyFirst: (count: number) => `Only the ${count.toLocaleString('en')} exhibits that fit best were looked at. Search for the words to see all.`,
  found: (count: number) => (count === 1 ? '1 watch term found' : `${count} watch terms found`),
  times: (term: string, count: number) => `${term} ×${count.toLocaleString('en')}`,
  line: (name: string, term: string, count: number) => `${name}: watch term ${term} ×${count.toLocaleString('en')}`,
  show: 'Show',
  here: 'Watch terms in this text',
  isTerm: (terms: string) => `Watch term: ${terms}`,
  because: (term: string, reason: string) => `${term} (${reason})`,
  at: (at: number, all: number) => (at === 0 ? `${all.toLocaleString('en')}` : `${at.toLocaleString('en')} of ${all.toLocaleString('en')}`),
  next: 'Next place of a watch term',
  previous: 'Previous place of a watch term',
  nextOf: (term: string) => `Next place of ${term}`,
  watch: 'Watch',
  watchAfter: 'for these words',
} as const);
