import { type Command, type Given, type OptionSpec, UsageError } from './command.ts';

export const commonOptions: { readonly [name: string]: OptionSpec } = {
  'passphrase-file': { takes: 'F', about: 'file that holds the passphrase (else CORROBORATE_PASSPHRASE, else a prompt)' },
  'key-file': { takes: 'F', about: 'file that belongs to the passphrase, where there is one' },
  'recovery-file': { takes: 'F', about: 'instead: file that holds the 24 recovery words, or what an escrow file gave' },
  'share-file': { takes: 'F', about: 'instead: file that holds one share; once for each', many: true },
  language: { takes: 'L', about: 'en, uk, fr or ko; else what LC_ALL, LC_MESSAGES or LANG wish' },
  json: { takes: null, about: 'one JSON document on standard output' },
  help: { takes: null, about: 'this help' },
};

/** The command whose words stand first, and what comes after them. The longest match wins; `null` when none matches. */
export function findCommand(commands: readonly Command[], typed: readonly string[]): { readonly command: Command; readonly rest: readonly string[] } | null {
  const fitting = commands.filter((command) => command.words.every((word, index) => typed[index] === word));
  const command = fitting.toSorted((left, right) => right.words.length - left.words.length)[0];
  return command ? { command, rest: typed.slice(command.words.length) } : null;
}

/** Sorts arguments into operands and options: `--name value`, `--name=value`, and everything after `--` as operands. Throws {@link UsageError}. */
export function parseArguments(command: Command, rest: readonly string[]): Given {
  const specs: { readonly [name: string]: OptionSpec } = { ...command.options, ...commonOptions };
  const operands: string[] = [];
  const values = new Map<string, string[]>();
  for (let index = 0; index < rest.length; index += 1) {
    const argument = rest[index] ?? '';
    if (argument === '--') {
      operands.push(...rest.slice(index + 1));
      break;
    }
    if (!argument.startsWith('--')) {
      operands.push(argument);
      continue;
    }
    const equals = argument.indexOf('=');
    const name = equals < 0 ? argument.slice(2) : argument.slice(2, equals);
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (!spec) throw new UsageError(unknownOption(name));
    const known = values.get(name) ?? [];
    if (known.length > 0 && !spec.many) throw new UsageError(`--${name} may be given once.`);
    if (spec.takes === null) {
      if (equals >= 0) throw new UsageError(`--${name} takes no value.`);
      values.set(name, ['']);
      continue;
    }
    if (equals < 0) index += 1;
    const value = equals < 0 ? rest[index] : argument.slice(equals + 1);
    if (value === undefined) throw new UsageError(`--${name} needs a value: --${name} ${spec.takes}`);
    values.set(name, [...known, value]);
  }
  if (!values.has('help')) checkCount(command, operands.length);
  return {
    operands,
    operand: (index) => operands[index] ?? '',
    option: (name) => values.get(name)?.[0],
    options: (name) => values.get(name) ?? [],
  };
}

function unknownOption(name: string): string {
  // A passphrase on the command line stands in the shell's history and in the list of processes.
  if (/^pass(phrase|word)?$/.test(name)) return 'A passphrase is never given as an argument. Use CORROBORATE_PASSPHRASE, --passphrase-file F or the prompt.';
  return `There is no option --${/^[a-z][a-z-]{0,30}$/.test(name) ? name : '…'} here.`;
}

function checkCount(command: Command, count: number): void {
  if (count < command.least) throw new UsageError(`Something is missing: ${command.words.join(' ')} ${command.operands}`);
  if (count > command.most) throw new UsageError(`There is an argument too many: ${command.words.join(' ')} ${command.operands}`);
}
