import { findings, speechActs, workStates } from '#shared/domain/claim/claim.ts';
import { credibilityGrades } from '#shared/domain/rating/admiralty.ts';
import { done } from '#shared/kernel/reply.ts';
import { uuid } from '../../anchor-options.ts';
import { checkCommand } from '../../check-message.ts';
import { type Command, UsageError } from '../../command.ts';
import { withCase } from '../../with-case.ts';

const optionNames = { ids: 'ID', saidAt: '--said-at', eventAt: '--event-at', workState: '--state', text: '--text' };

export const editClaimsOf: Command = {
  words: ['claim', 'edit'],
  operands: 'CASE ID [ID…]',
  least: 2,
  most: 10_001,
  about: 'change one claim or several at once, as one step of undo; what is not given stays',
  options: {
    text: { takes: 'T', about: 'other words for it, of one claim only' },
    asserter: { takes: 'A', about: 'who asserts it: a name, or the ID of an entity' },
    act: { takes: speechActs.join('|'), about: 'how they did' },
    'said-at': { takes: 'EDTF', about: 'when it was said' },
    'event-at': { takes: 'EDTF', about: 'when it is said to have happened' },
    credibility: { takes: credibilityGrades.join('|'), about: 'credibility' },
    finding: { takes: findings.join('|'), about: 'finding' },
    state: { takes: workStates.join('|'), about: 'how far the work on it is' },
  },
  perform: (given, world) => {
    const [, ...ids] = given.operands;
    const [text, asserter] = [given.option('text'), given.option('asserter')];
    const ofOne = { act: given.option('act'), saidAt: given.option('said-at'), eventAt: given.option('event-at') };
    const judged = { credibility: given.option('credibility'), finding: given.option('finding'), workState: given.option('state') };
    const actor = asserter === undefined ? undefined : uuid.test(asserter) ? { id: asserter } : { name: asserter };
    const isGiven = (values: object) => Object.values(values).some((value) => value !== undefined);
    if (text === undefined && actor === undefined && !isGiven(ofOne) && !isGiven(judged)) throw new UsageError('Nothing to change: give one of the options.');
    if (text !== undefined && (ids.length > 1 || isGiven(judged))) throw new UsageError('--text is for one claim, apart from its judgments.');
    if (text !== undefined) {
      const edit = checkCommand('claims/edit', { id: ids[0], text, asserter: actor, ...ofOne }, { ...optionNames, id: 'ID' });
      return withCase(given, world, 'write', async (host) => {
        const edited = await host.command('claims/edit', edit);
        return edited.ok ? done({ json: { ids }, lines: ['Changed.'] }) : edited;
      });
    }
    const input = checkCommand('claims/edit-many', { ids, asserter: actor, ...ofOne, ...judged }, optionNames);
    return withCase(given, world, 'write', async (host) => {
      const edited = await host.command('claims/edit-many', input);
      return edited.ok ? done({ json: { ids }, lines: [`Changed: ${ids.length}`] }) : edited;
    });
  },
};

export const splitClaimOf: Command = {
  words: ['claim', 'split'],
  operands: 'CASE ID PROPOSITION PROPOSITION [PROPOSITION…]',
  least: 4,
  most: 22,
  about: 'divide a claim: the first proposition takes its place, each other becomes a claim of its own, not yet judged',
  options: {},
  perform: (given, world) => {
    const [, id, ...texts] = given.operands;
    const input = checkCommand('claims/split', { id, texts }, { id: 'ID', texts: 'PROPOSITION' });
    return withCase(given, world, 'write', async (host) => {
      const split = await host.command('claims/split', input);
      return split.ok ? done({ json: split.value, lines: [...split.value.ids] }) : split;
    });
  },
};
