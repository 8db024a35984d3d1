import { readFileSync } from 'node:fs';
import { noteTemplates } from '#shared/wording/english/note-templates.ts';
import { checkCommand } from '../check-message.ts';
import { type Command, type Given, UsageError } from '../command.ts';
import { printMade } from '../print-done.ts';
import { withCase } from '../with-case.ts';

export const addNote: Command = {
  words: ['note', 'add'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'write a note; [[ID]] in its text refers to an object of the case',
  options: {
    about: { takes: 'ID', about: 'what it is about; once for each', many: true },
    text: { takes: 'T', about: 'the note itself' },
    file: { takes: 'F', about: 'or a file of UTF-8 text that holds it' },
    template: { takes: 'NAME', about: 'or what it begins with: interview, verification, questions' },
    title: { takes: 'T', about: 'its title' },
  },
  perform: (given, world) => {
    const input = checkCommand('notes/write', { ...beginningOf(given), aboutIds: given.options('about') }, { aboutIds: '--about', text: 'the text' });
    return withCase(given, world, 'write', async (host) => {
      return printMade(await host.command('notes/write', input), 'note');
    });
  },
};

function beginningOf(given: Given): { readonly text: string; readonly title?: string } {
  const named = given.option('title');
  const template = given.option('template');
  if ([given.option('text'), given.option('file'), template].filter((each) => each !== undefined).length !== 1)
    throw new UsageError('Give the note either in --text T, in --file F or by --template NAME.');
  if (template === undefined) return { text: textOf(given), ...(named !== undefined && { title: named }) };
  if (!isTemplate(template)) throw new UsageError(`--template: ${Object.keys(noteTemplates).join(', ')}`);
  const { title, text } = noteTemplates[template];
  return { text, title: named ?? title };
}

function isTemplate(name: string): name is keyof typeof noteTemplates {
  return Object.hasOwn(noteTemplates, name);
}

function textOf(given: Given): string {
  const [text, file] = [given.option('text'), given.option('file')];
  if (text !== undefined) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file ?? '')).replaceAll('\r\n', '\n');
  } catch {
    throw new UsageError('--file: a file of UTF-8 text that can be read');
  }
}
