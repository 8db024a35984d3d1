import type { Surroundings } from '#main/caseprocess/surroundings.ts';

/** What surrounds one run of the command line. Tests give their own; the program gives the process. */
export type World = {
  readonly env: { readonly [name: string]: string | undefined };
  /** Standard output: the answer, and nothing else. */
  readonly out: (text: string) => void;
  /** Standard error: messages, progress, questions. */
  readonly say: (text: string) => void;
  /** Columns of the terminal the answer goes to, or `null` when it goes to a file or a pipe. */
  readonly columns: number | null;
  /** Writes progress over itself; `null` when there is no terminal to do so on. */
  readonly sayProgress: ((line: string) => void) | null;
  /** Asks for a secret without showing it; `null` when there is no terminal. Answers `null` when it is given up. */
  readonly askSecret: ((question: string) => Promise<string | null>) | null;
  /** Calls back when the person presses Ctrl-C; answers how to stop that. */
  readonly onInterrupt: (listener: () => void) => () => void;
  /** The world a case is opened into, and how to leave it; made when a case is opened. */
  readonly enter: () => Entered;
};
export type Entered = { readonly around: Surroundings; readonly leave: () => Promise<void> };
