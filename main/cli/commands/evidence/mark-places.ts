import { done } from '#shared/kernel/reply.ts';
import { placeOptions, placesOf } from '../../anchor-options.ts';
import { checkCommand } from '../../check-message.ts';
import { type Command, UsageError } from '../../command.ts';
import { withCase } from '../../with-case.ts';

export const addPlace: Command = {
  words: ['place', 'add'],
  operands: 'CASE ID',
  least: 2,
  most: 2,
  about: 'mark a place in an item: a quote to keep, a region with its label, what is written or said there',
  options: {
    ...placeOptions,
    label: { takes: 'T', about: 'what to call it' },
    transcription: { takes: 'T', about: 'what stands or is said there' },
    language: { takes: 'L', about: 'the language of the transcription' },
  },
  perform: (given, world) => {
    const id = given.operand(1);
    const [anchor] = placesOf(given, id);
    if (!anchor || Object.keys(anchor).length === 1) throw new UsageError('Where? --quote Q, --region x,y,w,h, --page N or --at T');
    const input = checkCommand(
      'evidence/mark-place',
      { anchor, label: given.option('label'), transcription: given.option('transcription'), language: given.option('language') },
      { anchor: 'ID' },
    );
    return withCase(given, world, 'write', async (host) => {
      const marked = await host.command('evidence/mark-place', input);
      return marked.ok ? done({ json: { id, placeId: marked.value.placeId, kind: 'place' }, lines: [marked.value.placeId] }) : marked;
    });
  },
};

export const editPlaceWords: Command = {
  words: ['place', 'edit'],
  operands: 'CASE ID PLACE',
  least: 3,
  most: 3,
  about: 'change what a marked place is called or how it reads',
  options: {
    label: { takes: 'T', about: 'what to call it' },
    transcription: { takes: 'T', about: 'what stands or is said there' },
    language: { takes: 'L', about: 'the language of the transcription' },
  },
  perform: (given, world) => {
    const [id, placeId] = [given.operand(1), given.operand(2)];
    const words = { label: given.option('label'), transcription: given.option('transcription'), language: given.option('language') };
    const input = checkCommand('evidence/edit-place', { id, placeId, ...words }, { id: 'ID', placeId: 'PLACE' });
    return withCase(given, world, 'write', async (host) => {
      const edited = await host.command('evidence/edit-place', input);
      return edited.ok ? done({ json: { id, placeId, kind: 'place' }, lines: ['Changed.'] }) : edited;
    });
  },
};

export const removePlace: Command = {
  words: ['place', 'remove'],
  operands: 'CASE ID PLACE',
  least: 3,
  most: 3,
  about: 'take a mark away; claims that rest on the place keep it',
  options: {},
  perform: (given, world) => {
    const input = checkCommand('evidence/unmark-place', { id: given.operand(1), placeId: given.operand(2) }, { id: 'ID', placeId: 'PLACE' });
    return withCase(given, world, 'write', async (host) => {
      const removed = await host.command('evidence/unmark-place', input);
      return removed.ok ? done({ json: { ...input, kind: 'place' }, lines: ['Removed.'] }) : removed;
    });
  },
};
