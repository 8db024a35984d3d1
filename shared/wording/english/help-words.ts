import { spoken } from '../spoken.ts';

/** Help that works offline: a page for each view, by its id, and some about the whole. Paragraphs are plain; a line that begins with `- ` is an item. */
export const helpWords = spoken('helpWords', {
  overview: [
    'What the case is about, what it holds, and what wants attention: contradictions, claims that rest on nothing, people at risk. Each line leads to its objects.',
    'The six words stand for everything written so far. Read them to a colleague who has a copy: the same words mean the same case.',
  ],
  search: [
    'One box for the whole case: full texts of exhibits, claims, notes, names. Every word must occur, whole or as the beginning of a word, in any script: Путин finds Putin.',
    '- Words in quotes stand one behind the other: "military card".\n- asserter:, via:, finding:, kind:, before: and after: narrow it: finding:disputed before:2025-02.\n- Where a word is found nowhere, words that a slip of the keyboard makes of it are shown.',
    '- The arrow keys choose, Enter opens.\n- Going back to the view finds the search as it was left.\n- Ctrl+S saves the search under a name. An empty box shows the saved searches and how much each finds now; the palette has them too.',
    'Watch terms are words, names or phrases you wait for, in any script. An import says which of them it brings and how often, and a press opens the place.',
    '- W watches for the words selected in a text. Texts mark the terms by a wavy line; ] and [ go from place to place.\n- In quotes a term counts only as it is spelt. Terms stay in the case: no dossier tells them.',
  ],
  history: [
    'Every edit since the case was opened, newest first. Each can be taken back and done again; what was exported or entered in the custody log stays.',
    '- Ctrl+Z takes back, Ctrl+Shift+Z does again.\n- A message about an edit offers to undo it; there are no questions before.',
  ],
  sources: [
    'A source says or shows something: an article, a post, a witness. It is rated by its reliability (A to F), apart from what it says this time.',
    'Say which source it takes its content from. Sources of one origin count once, however many repeat them.',
  ],
  evidence: [
    'Bytes as they were collected, hashed while they came in and never changed. Texts and pictures shown here come out of a quarantine without a network.',
    '- Select words and press C to make a claim that quotes them, N for a note.\n- In a picture press R and draw a region.\n- Mark people at risk: marked items stay out of public dossiers.',
  ],
  claims: [
    'One proposition each, so that it can be true or false by itself. It says who asserts it, through whom it came, when it was said and when it happened.',
    'Three judgments are kept apart: how credible the information is, how far the work is, and what it found. *Corroborated* takes two independent origins.',
    '- Space marks a line, Shift with the arrows a stretch; E changes all marked as one step of undo.\n- S splits a claim: one proposition on each line.\n- Gather the lines by asserter, finding, source or month, and keep a filter under a name.',
  ],
  links: [
    'A link says how two objects relate, with the reason for saying so: supports, contradicts, depicts, same origin as. The reason is printed in the dossier.',
  ],
  notes: ['Your own writing. Type [[ to point at any object of the case. Earlier versions are kept; unsaved changes wait for you if you go elsewhere.'],
  entities: [
    'People, units, organisations, places and what else has a name, with every spelling in every script. Whoever asserts or relays a claim is added by itself.',
    'Give people at risk a role name, such as *captive 1*: public dossiers say that and no name.',
  ],
  dossier: [
    'A plan of what leaves the case and for whom. Each sentence cites what it rests on; one that cites nothing stops the export.',
    'The export is HTML and PDF with a manifest and a signature. README.txt beside them tells a stranger how to check them with ordinary tools.',
  ],
  custody: [
    'What happened to each exhibit, who did it and why. Entries are chained by digests and can never be changed.',
    'Sign the log now and then, give the note to somebody outside, and have it signed: then nobody, you included, can rewrite what came before.',
  ],
  care: [
    'Checks whether the case is whole, makes backups, clears away what nothing refers to, and merges what two people wrote at once. A damaged case is repaired into a new folder.',
  ],
  keys: [
    'What opens the case: passphrases, a key file, recovery words, shares, an escrow. They are changed on the unlock page only; no secret is ever typed on the desk.',
  ],
  settings: ['For this computer, whichever case is open. Language, size of letters, contrast, keys, the lock. Nothing of any case is kept here.'],
} as const);

/** Pages about the whole, in their order, and the words around all of them. */
export const guideWords = spoken('guideWords', {
  title: 'Help',
  find: 'Find in the help',
  pages: 'Pages',
  nothing: 'No page has these words.',
  keys: 'Keys',
  picture: (title: string) => `How ${title} looks with the demonstration case`,
  noPage: 'This view explains itself where it is empty.',
  tour: 'Take the tour',
  general: [
    {
      title: 'How the work goes',
      text: [
        'Take in what you have; read it and write down who claims what; judge each claim; say how they relate; plan a dossier of what may leave.',
        '- Ctrl+K finds anything and does everything.\n- Files may be dropped anywhere in the window.\n- Alt+Left goes back to where you were.',
      ],
    },
    {
      title: 'What is safe, and what is not',
      text: [
        'Every edit is encrypted and on disk before it is shown as done. There is nothing to save, and nothing ever leaves this computer by itself.',
        'An open case can be read by whoever sits at this screen. Lock it when you leave: Ctrl+L, or at once with the panic key.',
      ],
    },
    {
      title: 'Ratings',
      text: [
        'Reliability (A to F) is about a source over time; credibility (1 to 6) about one piece of information. Neither follows from the other: B2 and E1 both occur.',
        'F and 6 mean *cannot be judged*, not *worst*.',
      ],
    },
  ],
} as const);

/** The tour: a few places in the order of the work. */
export const tourWords = spoken('tourWords', {
  title: 'Tour',
  step: (at: number, of: number) => `${at} of ${of}`,
  next: 'Next',
  back: 'Back',
  end: 'End the tour',
  done: 'Done',
  steps: {
    overview: { title: 'Where a case stands', text: 'The overview tells what the case asks, what it holds and what wants attention. Start here each morning.' },
    evidence: {
      title: 'Evidence stays as it was',
      text: 'Articles, pictures and files, hashed as they came in. Select words in a text and press C: a claim with its quote is half written.',
    },
    claims: {
      title: 'Who says what',
      text: 'One line a claim: asserter and relays, dates as uncertain as they are, ratings, and by how many independent origins it is carried.',
    },
    links: {
      title: 'How things relate',
      text: 'Supports, contradicts, same origin as: each link has a reason. Two outlets that quote one speaker are one origin.',
    },
    notes: { title: 'Think in notes', text: 'Your own words, with references to anything in the case by typing [[. Every earlier version is kept.' },
    dossier: {
      title: 'What leaves',
      text: 'A dossier cites everything it says and holds back who could be harmed. A stranger can verify it with tools they have.',
    },
    settings: { title: 'Make it yours', text: 'Language, letters, contrast and keys. Ctrl+K finds anything, F1 explains where you are, Ctrl+L locks.' },
  },
} as const);
