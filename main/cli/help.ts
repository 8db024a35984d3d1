import type { Command, OptionSpec } from './command.ts';
import { commonOptions } from './parse-arguments.ts';
import { widthOf } from './print-table.ts';

const lineLength = 100;
const widestForm = 26;

/** What the program can do, one line a command. */
export function helpOverview(commands: readonly Command[]): string {
  const forms = commands.map((command) => [...command.words, command.operands].join(' '));
  const width = Math.min(Math.max(...forms.map(widthOf)), widestForm) + 2;
  const lines = commands.flatMap((command, index) => hang(forms[index] ?? '', command.about.split(';')[0] ?? '', width));
  return [
    'corroborate COMMAND …: an encrypted casebook for investigations; works without any network',
    '',
    ...lines,
    '',
    'corroborate COMMAND --help tells more.',
    '',
  ].join('\n');
}

/** One command with its options. */
export function helpOf(command: Command): string {
  const own = Object.entries(command.options).map(optionForm);
  const common = Object.entries(commonOptions).map(optionForm);
  const width = Math.max(...[...own, ...common].map(([form]) => Math.min(widthOf(form), 36))) + 2;
  const usage = ['corroborate', ...command.words, command.operands, ...(own.length > 0 ? ['[options]'] : [])].join(' ');
  const lines = [...own, ...common].flatMap(([form, about]) => hang(form, about, width));
  return [usage, '', ...wrap(command.about, lineLength), '', ...lines, ''].join('\n');
}

function optionForm([name, spec]: readonly [string, OptionSpec]): readonly [string, string] {
  return [`--${name}${spec.takes === null ? '' : ` ${spec.takes}`}`, spec.about];
}

/** A form with what it means beside it, or below where it is too long. */
function hang(form: string, about: string, width: number): readonly string[] {
  const told = wrap(about, lineLength - width - 2);
  if (widthOf(form) + 2 > width) return [...wrap(form, lineLength - 2).map((line) => `  ${line}`), ...told.map((line) => `  ${' '.repeat(width)}${line}`)];
  return told.map((line, index) => `  ${(index === 0 ? form : '').padEnd(width)}${line}`);
}

function wrap(text: string, length: number): readonly string[] {
  const lines: string[] = [''];
  // A long choice of values may break at its bars.
  for (const word of text.split(/ |(?<=\|)/)) {
    const last = lines.at(-1) ?? '';
    const joined = last === '' ? word : last.endsWith('|') ? last + word : `${last} ${word}`;
    if (last !== '' && widthOf(joined) > length) lines.push(word);
    else lines[lines.length - 1] = joined;
  }
  return lines;
}
