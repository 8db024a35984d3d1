import { speechActs } from '#shared/domain/claim/claim.ts';
import { done } from '#shared/kernel/reply.ts';
import { checkCommand } from '../check-message.ts';
import { type Command, type Given, UsageError } from '../command.ts';
import { withCase } from '../with-case.ts';

const optionNames = { saidAt: '--said-at', eventAt: '--event-at', anchors: '--evidence, --quote or --region' };

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
    quote: { takes: 'Q', about: 'its words in that evidence' },
    region: { takes: 'x,y,w,h', about: 'its place in that picture, in pixels' },
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
        anchors: anchorsOf(given),
      },
      optionNames,
    );
    return withCase(given, world, 'write', async (host) => {
      const added = await host.command('claims/assert', input);
      return added.ok ? done({ json: { id: added.value.id, kind: 'claim' }, lines: [added.value.id] }) : added;
    });
  },
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function actor(text: string): object {
  return uuid.test(text) ? { id: text } : { name: text };
}

function anchorsOf(given: Given): readonly object[] {
  const evidenceId = given.option('evidence');
  const quote = given.option('quote');
  const region = given.option('region');
  if (evidenceId === undefined) {
    if (quote !== undefined || region !== undefined) throw new UsageError('A quote or a region needs the evidence it lies in: --evidence ID');
    return [];
  }
  if (!uuid.test(evidenceId)) throw new UsageError('--evidence: an ID, as list and import print it');
  if (quote !== undefined && region !== undefined) throw new UsageError('Give either --quote or --region.');
  if (quote !== undefined) return [{ evidenceId, quote }];
  if (region !== undefined) return [{ evidenceId, region: parseRegion(region) }];
  return [{ evidenceId }];
}

function parseRegion(text: string): object {
  const numbers = /^(\d{1,9}),(\d{1,9}),(\d{1,9}),(\d{1,9})$/.exec(text)?.slice(1).map(Number);
  const [x, y, w, h] = numbers ?? [];
  if (!w || !h) throw new UsageError('--region: four whole numbers x,y,w,h in pixels, such as 10,20,300,200');
  return { x, y, w, h };
}
