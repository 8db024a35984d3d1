import { readFileSync } from 'node:fs';
import { done } from '#shared/kernel/reply.ts';
import { checkCommand } from '../check-message.ts';
import { type Command, type Given, UsageError } from '../command.ts';
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
  },
  perform: (given, world) => {
    const input = checkCommand('notes/write', { text: textOf(given), aboutIds: given.options('about') }, { aboutIds: '--about', text: 'the text' });
    return withCase(given, world, 'write', async (host) => {
      const written = await host.command('notes/write', input);
      return written.ok ? done({ json: { id: written.value.id, kind: 'note' }, lines: [written.value.id] }) : written;
    });
  },
};

function textOf(given: Given): string {
  const [text, file] = [given.option('text'), given.option('file')];
  if ((text === undefined) === (file === undefined)) throw new UsageError('Give the note either in --text T or in --file F.');
  if (text !== undefined) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file ?? '')).replaceAll('\r\n', '\n');
  } catch {
    throw new UsageError('--file: a file of UTF-8 text that can be read');
  }
}
