import { speechActs } from '#shared/domain/claim/claim.ts';
import { placeOptions, placesOf, uuid } from '../anchor-options.ts';
import { checkCommand } from '../check-message.ts';
import { type Command, UsageError } from '../command.ts';
import { printMade } from '../print-done.ts';
import { withCase } from '../with-case.ts';

const optionNames = { saidAt: '--said-at', eventAt: '--event-at', anchors: '--evidence, --quote, --region, --page or --at' };

export const addClaim: Command = {
  words: ['claim', 'add'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'record one proposition with who said it',
  options: {
    text: { takes: 'T', about: 'the proposition, in one sentence' },
    asserter: { takes: 'A', about: 'who asserts it: a name, or the ID of an entity' },
    act: { takes: speechActs.join('|'), about: 'how they did (else said)' },
    via: { takes: 'R', about: 'who relayed it; once for each, nearest to the asserter first', many: true },
    'said-at': { takes: 'EDTF', about: 'when it was said' },
    'event-at': { takes: 'EDTF', about: 'when it is said to have happened' },
    evidence: { takes: 'ID', about: 'the evidence it rests on' },
    ...placeOptions,
  },
  perform: (given, world) => {
    const [text, asserter] = [given.option('text'), given.option('asserter')];
    if (text === undefined || asserter === undefined) throw new UsageError('A claim needs its words and who said them: --text T --asserter A');
    const input = checkCommand(
      'claims/assert',
      {
        text,
        asserter: actor(asserter),
        act: given.option('act'),
        via: given.options('via').map(actor),
        saidAt: given.option('said-at'),
        eventAt: given.option('event-at'),
        anchors: placesOf(given, given.option('evidence')),
      },
      optionNames,
    );
    return withCase(given, world, 'write', async (host) => {
      return printMade(await host.command('claims/assert', input), 'claim');
    });
  },
};

function actor(text: string): object {
  return uuid.test(text) ? { id: text } : { name: text };
}
