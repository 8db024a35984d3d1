import { done, type Reply } from '#shared/kernel/reply.ts';
import type { Printed } from './command.ts';

/** What was made: its id alone on a line, for the next command to take. */
export function printMade(made: Reply<{ readonly id: string }>, kind: string): Reply<Printed> {
  return made.ok ? done({ json: { id: made.value.id, kind }, lines: [made.value.id] }) : made;
}

/** That something was done to the object of this id. */
export function printDone(reply: Reply<unknown>, id: string, words: 'Changed.' | 'Renamed.' | 'Removed.'): Reply<Printed> {
  return reply.ok ? done({ json: { id }, lines: [words] }) : reply;
}
