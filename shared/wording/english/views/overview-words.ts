import { spoken } from '../../spoken.ts';

/** Words of the overview. */
export const overviewWords = spoken('overviewWords', {
  title: 'Overview',
  about: 'About the case',
  edit: 'Edit the case',
  caseTitle: 'Title',
  titleMissing: 'A case needs a title.',
  purpose: 'Purpose',
  purposeHint: 'The question this case is to answer',
  handling: 'Handling',
  handlingHint: 'Printed on every dossier, such as TLP:AMBER',
  analysts: 'Analysts',
  analystsHint: 'One name a line. The first one is acting: custody entries bear that name.',
  analystsMissing: 'Name at least one analyst.',
  opened: 'Opened',
  byFinding: 'Claims by finding',
  ofClaims: (total: number) => (total === 1 ? '1 claim' : `${total.toLocaleString('en')} claims`),
  attention: 'Wants attention',
  nothingWantsAttention: 'Nothing stands out: every claim is assessed and rests on evidence.',
  recent: 'Recent work',
  nothingRecent: 'What you take in, claim or write shows here.',
  health: 'Soundness of the file',
  openedClean: 'Opened cleanly.',
  headWords: 'Everything written so far, in six words:',
  checkedSound: (counts: { readonly frames: number; readonly blobs: number; readonly custody: number }) =>
    `Checked: ${counts.frames.toLocaleString('en')} frames, ${counts.blobs.toLocaleString('en')} sealed files and ${counts.custody.toLocaleString('en')} custody entries are as they were written.`,
  firstSteps: {
    title: 'First steps',
    import: { title: 'Take in what you have', why: 'A saved article, a picture, a document, or pasted text. Drop files anywhere in this window.' },
    'new-claim': { title: 'Write down who claims what', why: 'One proposition each, with who said it, through whom it came, and the passage it rests on.' },
    'new-note': { title: 'Think in notes', why: 'Your own words, with references to anything in the case.' },
  },
} as const);
