import type { z } from 'zod';
import { type CommandName, type Commands, commands, type Queries, type QueryName, queries } from '#shared/contract/contract.ts';
import type { Sent } from '#shared/contract/message.ts';
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
  throw new UsageError(`${names[field] ?? `--${field}`}: ${issue?.message ?? 'not as expected'}`);
}
