import type { Reply } from '#shared/kernel/reply.ts';
import type { World } from './world.ts';

/** One option of a command: what it takes (shown in the help), or `null` for a switch; `many` may be given several times. */
export type OptionSpec = { readonly takes: string | null; readonly about: string; readonly many?: true };

/** One command of the grammar. `operands` is their line in the help; `least` and `most` how many there may be. */
export type Command = {
  readonly words: readonly string[];
  readonly operands: string;
  readonly least: number;
  readonly most: number;
  readonly about: string;
  readonly options: { readonly [name: string]: OptionSpec };
  readonly perform: (given: Given, world: World) => Promise<Reply<Printed>>;
};

/** What was typed after the words of the command. */
export type Given = {
  readonly operands: readonly string[];
  /** The operand at `index`; the parser has seen to it that the required ones are there. */
  readonly operand: (index: number) => string;
  readonly option: (name: string) => string | undefined;
  readonly options: (name: string) => readonly string[];
};

/** What a command answers: one JSON document, or lines for a person. `failed` makes the exit code 1 all the same. */
export type Printed = { readonly json: unknown; readonly lines: readonly string[]; readonly failed?: boolean };

/** The command line was not written as the grammar asks. Exit code 2. */
export class UsageError extends Error {
  readonly hint: string;
  constructor(hint: string) {
    super(hint);
    this.hint = hint;
  }
}
