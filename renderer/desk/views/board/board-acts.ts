/** What can be done with an object on the board. */
export type BoardActs = {
  readonly open: (id: string) => void;
  readonly unfold: (id: string) => void;
  /** Asks what to link it with, and how. */
  readonly link: (id: string) => void;
  readonly pin: (id: string) => void;
  readonly takeOff: (id: string) => void;
};
