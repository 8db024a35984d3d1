import type { DossierProfile } from '#shared/domain/case/dossier-plan.ts';

/** What a profile lets out. The gate reads nothing else, so this table is the whole of what is promised; its words stand in policy-wording.ts. */
export type Policy = {
  /** Exhibits with a mark of people at risk: held back unless redacted, or shown with their marks. */
  readonly marked: 'held-back' | 'shown';
  /** People whose role stands for them. */
  readonly people: 'by-role' | 'by-name';
  /** Where living people are: held back, or shown like any place. */
  readonly livingPlaces: 'held-back' | 'shown';
  /** Notes of the analysts; `harmless`: those about something, none of it at risk. */
  readonly notes: 'none' | 'harmless' | 'all';
  /** What files say of themselves: place, device, author. */
  readonly ofItself: boolean;
  /** Extracted texts as files. */
  readonly wholeTexts: boolean;
  /** The bytes of exhibits as they were taken in, in the bag for archives. */
  readonly originals: boolean;
  /** Entries of the custody log: of the exhibits without viewings, of the exhibits, or every entry with its salt. */
  readonly custody: 'shown' | 'told' | 'whole';
  /** Whether the plan chooses the claims, or everything goes, whatever it speaks for. */
  readonly selection: 'plan' | 'everything';
  /** Claims whose work was given up, unless something cites them. */
  readonly givenUp: boolean;
};

export const policies: { readonly [P in DossierProfile]: Policy } = {
  public: {
    ...{ marked: 'held-back', people: 'by-role', livingPlaces: 'held-back', notes: 'harmless', ofItself: false, wholeTexts: false, originals: false },
    ...{ custody: 'shown', selection: 'plan', givenUp: false },
  },
  team: {
    ...{ marked: 'shown', people: 'by-name', livingPlaces: 'shown', notes: 'all', ofItself: true, wholeTexts: true, originals: false },
    ...{ custody: 'told', selection: 'plan', givenUp: true },
  },
  court: {
    ...{ marked: 'shown', people: 'by-name', livingPlaces: 'shown', notes: 'none', ofItself: true, wholeTexts: true, originals: true },
    ...{ custody: 'whole', selection: 'plan', givenUp: false },
  },
  disclosure: {
    ...{ marked: 'shown', people: 'by-name', livingPlaces: 'shown', notes: 'all', ofItself: true, wholeTexts: true, originals: true },
    ...{ custody: 'whole', selection: 'everything', givenUp: true },
  },
};
