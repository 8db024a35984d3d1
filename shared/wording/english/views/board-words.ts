import type { BoardFormat } from '../../../contract/boards.ts';
import type { BoardKind, Relation } from '../../../domain/graph/relation.ts';
import { spoken } from '../../spoken.ts';
import { linkTerms } from '../terms.ts';

const recordRelations = {
  asserts: 'asserts',
  relays: 'relays',
  'rests-on': 'rests on',
  'taken-from': 'is taken from',
  'copied-from': 'is a copy of',
  'goes-back-to': 'goes back to',
  about: 'is about',
} as const;

/** What a relation is called on a board: the links that were drawn, and what follows from the record. */
const relations = {
  ...(Object.fromEntries(Object.entries(linkTerms).map(([type, { label }]) => [type, label])) as { readonly [T in keyof typeof linkTerms]: string }),
  ...recordRelations,
} satisfies { readonly [R in Relation]: string };

const kinds: { readonly [K in BoardKind]: string } = { source: 'Source', evidence: 'Evidence', claim: 'Claim', note: 'Note', entity: 'Entity' };
const manyKinds: { readonly [K in BoardKind]: string } = { source: 'Sources', evidence: 'Evidence', claim: 'Claims', note: 'Notes', entity: 'Entities' };
const formats: { readonly [F in BoardFormat]: string } = { svg: 'Picture to scale (SVG)', png: 'Picture (PNG)', graphml: 'Graph for other programs (GraphML)' };

/** What the board says. */
export const boardWords = spoken('boardWords', {
  title: 'Board',
  kinds,
  manyKinds,
  relations,
  empty: {
    title: 'Nothing to put on the board yet',
    text: 'The board shows who asserts what, on which evidence, and how claims support or contradict each other. It fills by itself as you take in evidence, assert claims and draw links.',
  },
  wholeCase: 'Whole case',
  boards: 'Saved boards',
  notSaved: 'Part of the case, not saved',
  part: (shown: number, total: number) => `${shown.toLocaleString('en')} of ${total.toLocaleString('en')} objects`,
  around: (label: string) => `The case is too large to draw as a whole. These are the objects around “${label}”; unfold one of them, or begin with another.`,
  picture: 'Picture',
  table: 'Table',
  sideBySide: 'Objects and links of this board',
  canvas:
    'Graph of the objects on this board. Arrow keys go from object to object, Enter opens one, E unfolds its neighbours, L links it, P pins it, plus and minus zoom, 0 fits all.',
  selected: (label: string, kind: string, degree: number) => `${kind}: ${label}. ${degree === 1 ? '1 relation' : `${degree.toLocaleString('en')} relations`}.`,
  filter: {
    button: 'Filter',
    title: 'What is shown',
    kinds: 'Objects',
    drawn: 'Links that were drawn',
    record: 'What follows from the record',
    grade: 'Grade',
    anyGrade: 'Any grade',
    finding: 'Finding',
    anyFinding: 'Any finding',
    from: 'Not before',
    to: 'Not after',
    clear: 'Show all',
    hidden: (count: number) => (count === 1 ? '1 object is hidden by the filter.' : `${count.toLocaleString('en')} objects are hidden by the filter.`),
  },
  link: 'Link…',
  unfold: 'Unfold neighbours',
  take: 'Take off the board',
  only: 'Begin a board with this',
  pin: 'Pin here',
  unpin: 'Unpin',
  open: 'Open',
  fit: 'Fit all',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  layout: 'Lay out anew',
  layingOut: 'Laying out…',
  everything: 'Show the whole case',
  add: 'Add an object',
  paths: {
    button: 'How do two hang together?',
    title: 'Paths between two objects',
    from: 'From',
    to: 'To',
    show: 'Show them on the board',
    none: 'Nothing joins these two objects.',
    steps: (count: number) => (count === 1 ? '1 step' : `${count.toLocaleString('en')} steps`),
    found: (count: number) => (count === 1 ? 'One shortest path' : `${count.toLocaleString('en')} shortest paths`),
  },
  save: {
    button: 'Save board',
    again: 'Save',
    title: 'Save this board',
    name: 'Name',
    action: 'Save',
    done: 'Board saved.',
    remove: 'Remove this board',
    removed: 'Board removed. Its objects stay in the case.',
  },
  export: {
    button: 'Export…',
    title: 'Export this board',
    text: 'What is in sight is written to a file outside the case, where it is no longer encrypted. People who are shown by a role go by it; custody says that a board left the case.',
    format: 'Format',
    formats,
    choose: 'Choose where…',
    done: (objects: number) => `Board exported with ${objects === 1 ? '1 object' : `${objects.toLocaleString('en')} objects`}.`,
    file: 'board',
  },
  columns: { from: 'From', relation: 'Relation', to: 'To', grade: 'Grade', by: 'Drawn by' },
  nodeColumns: { label: 'Object', kind: 'Kind', grade: 'Grade', finding: 'Finding', degree: 'Relations' },
  objects: 'Objects',
  links: 'Links',
  follows: 'from the record',
  pick: 'Choose an object or a link to see what it says.',
  role: 'Outside the team shown as',
  because: 'Because',
  drawnBy: 'Drawn by',
  notRated: 'not rated',
  legend: { against: 'speaks against', for: 'speaks for', other: 'other link', record: 'follows from the record' },
  actions: 'Actions for this object',
  tabs: { label: 'Beside the board', chosen: 'Chosen', filter: 'Filter', paths: 'Paths' },
  linkTitle: 'Link',
} as const);
