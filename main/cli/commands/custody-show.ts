import { done } from '#shared/kernel/reply.ts';
import type { Command } from '../command.ts';
import { plain, printFields, printTable } from '../print-table.ts';
import { withCase } from '../with-case.ts';

const jumpWords = {
  backwards: 'the clock was set back',
  ahead: 'the clock went ahead of the time that passed',
  behind: 'the clock fell behind the time that passed',
};

export const showCustody: Command = {
  words: ['custody', 'show'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'show the signed checkpoints of the custody log, the keys that signed them, and where the clock did not run as it should; entries: list CASE custody',
  options: {},
  perform: (given, world) =>
    withCase(given, world, 'read', async (host) => {
      const shown = await host.query('custody/checkpoints', {});
      if (!shown.ok) return shown;
      const { entries, checkpoints, keys, clock } = shown.value;
      const newest = checkpoints[0]?.size ?? 0;
      const rows = checkpoints.map(({ size, at, words, signatures }) => [String(size), at, signatures.map(({ name }) => name).join(', '), words.join(' ')]);
      const lines = [
        ...printFields([
          ['entries', entries.toLocaleString('en')],
          ['not yet signed', (entries - newest).toLocaleString('en')],
        ]),
        ...(rows.length === 0 ? [] : ['', ...printTable(['SIZE', 'SIGNED AT', 'BY', 'SIX WORDS'], rows, world.columns)]),
        ...(keys.length === 0
          ? []
          : ['', 'Keys, to hand to whoever verifies:', ...keys.map(({ verifierKey, own }) => `  ${plain(verifierKey)}${own ? '' : '  (from outside)'}`)]),
        ...(clock.length === 0 ? [] : ['', ...clock.map(({ seq, sort, ms }) => `Entry ${seq}: ${jumpWords[sort]} (${(ms / 1000).toLocaleString('en')} s).`)]),
      ];
      return done({ json: shown.value, lines });
    }),
};
