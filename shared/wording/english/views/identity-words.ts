import type { NameSuggestion } from '../../../domain/entity/suggest-names.ts';
import { spoken } from '../../spoken.ts';

const tables: { readonly [T in NameSuggestion['table']]: string } = {
  'russian-bgn': 'Russian, BGN/PCGN',
  'russian-passport': 'Russian passport, ICAO 9303',
  'ukrainian-official': 'Ukrainian, resolution 55 of 2010',
  'ukrainian-bgn': 'Ukrainian, BGN/PCGN 1965',
  revised: 'Korean, Revised Romanisation',
  'mccune-reischauer': 'Korean, McCune–Reischauer',
  northern: 'Korean, as written in the North',
  kontsevich: 'Russian for Korean, Kontsevich',
  'kontsevich-reversed': 'Hangul it may stand for, Kontsevich',
};

/** What the entities view says about names and identity. */
export const identityWords = spoken('identityWords', {
  tables,
  spellings: 'Other spellings',
  spellingsWhy: 'Proposed by the tables that passports, maps and newspapers use. Add those that were seen.',
  noSpellings: 'No table proposes another spelling.',
  add: (name: string) => `Add the name ${name}`,
  added: 'Name added.',
  duplicates: 'Possible duplicates',
  duplicatesWhy: 'Names alike by spelling or sound. Nothing is merged by itself: say what you know, or leave it open.',
  noDuplicates: 'No two entities have names alike that nobody has spoken of.',
  why: { 'same-name': 'same name', 'same-sound': 'sounds alike' },
  openDuplicates: (count: number) => (count === 1 ? '1 possible duplicate' : `${count.toLocaleString('en')} possible duplicates`),
  merge: 'Merge…',
  mergeOne: 'Merge with another…',
  maybe: 'May be the same',
  same: 'Are the same',
  apart: 'Keep apart',
  said: 'Link drawn. It can be taken back.',
  dialog: {
    title: 'Merge two entities',
    text: 'Everything that names the second will name the first, and the second goes. It is one edit: undo brings all of it back.',
    kept: 'Keep',
    gone: 'Merge into it',
    swap: 'Swap the two',
    names: 'Names afterwards',
    asserted: 'Claims asserted',
    relayed: 'Claims relayed',
    links: 'Links',
    dropped: 'Links that go, because they would say the same twice or lead to themselves',
    notes: 'Notes',
    plans: 'Dossier plans',
    boards: (count: number) => (count === 1 ? '1 board' : `${count.toLocaleString('en')} boards`),
    nothing: 'Nothing else names it.',
    action: 'Merge',
    done: (moved: number) => `Merged; ${moved === 1 ? '1 object' : `${moved.toLocaleString('en')} objects`} changed. Undo brings all of it back.`,
  },
} as const);
