import type { z } from 'zod';
import { type CommandName, type Commands, commands, type Queries, type QueryName, queries } from '#shared/contract/contract.ts';
import type { Sent } from '#shared/contract/message.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import { UsageError } from './command.ts';

/** Options whose name is not the name of the field they fill. */
type Names = { readonly [field: string]: string };

/** The message as it will be sent. Checked before the case is opened, so that a slip of the pen does not cost a passphrase. Throws {@link UsageError}. */
export function checkCommand<N extends CommandName>(name: N, input: unknown, names: Names = {}): Sent<Commands[N]> {
  check(commands[name].input, input, names);
  return input as Sent<Commands[N]>;
}

export function checkQuery<N extends QueryName>(name: N, input: unknown, names: Names = {}): Sent<Queries[N]> {
  check(queries[name].input, input, names);
  return input as Sent<Queries[N]>;
}

function check(schema: z.ZodType, input: unknown, names: Names): void {
  const parsed = schema.safeParse(input);
  if (parsed.success) return;
  const issue = parsed.error.issues[0];
  const field = String(issue?.path[0] ?? '');
  throw new UsageError(`${names[field] ?? `--${field}`}: ${issue ? wanted(issue) : 'not as expected'}`);
}

/** What is expected in the words of the help: the package's own sentences speak of options and quotes that nobody typed. */
function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_format' && issue.format === 'uuid') return 'an ID, as list and import print it';
  return issue.message;
}

/** A refusal of the case names fields of the message; the person typed options. */
export function asTyped<T>(reply: Reply<T>, names: Names): Reply<T> {
  if (reply.ok || reply.problem.kind !== 'invalid-input') return reply;
  return { ...reply, problem: { ...reply.problem, where: names[reply.problem.where] ?? reply.problem.where } };
}
