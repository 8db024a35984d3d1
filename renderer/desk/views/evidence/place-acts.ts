import type { GivenAnchor } from '../../components/claim-form/given-anchor.ts';

/** What can be made of a place in an item, in one gesture each. */
export type PlaceActs = {
  readonly claim: (anchor: GivenAnchor) => void;
  /** Marks the place without any claim. */
  readonly keep: (anchor: GivenAnchor) => void;
  readonly note: (about: string) => void;
  /** Waits for these words in what is taken in from now on. */
  readonly watch: (words: string) => void;
  readonly entity: (anchor: GivenAnchor, name: string) => void;
};
