import type { z } from 'zod';
import type { Desk } from '#main/usecases/ports/desk.ts';
import { commandUses, queryUses } from '#main/usecases/registry.ts';
import { commands, queries } from '#shared/contract/contract.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { type Reply, refused } from '#shared/kernel/reply.ts';

/** The one way into an open case: a known name, an input of its shape, then the use-case. Never throws; `kind` is the table that is asked. */
export type Dispatch = (kind: 'command' | 'query', name: string, input: unknown) => Promise<Reply<unknown>>;

type AnyUse = (desk: Desk, input: unknown) => Promise<Reply<unknown>>;
type Entry = { readonly input: z.ZodType; readonly use: AnyUse };

/** Where a bug is written down: a reference, the sort of error and where it arose. Never its message, which could hold case content. */
export type BugReport = { readonly reference: string; readonly name: string; readonly frames: readonly string[] };

export function startDispatcher(desk: Desk, newReference: () => string, report: (bug: BugReport) => void): Dispatch {
  const tables = {
    command: new Map(Object.entries(commands).map(([name, { input }]) => [name, { input, use: commandUses[name as keyof typeof commands] as AnyUse }])),
    query: new Map(Object.entries(queries).map(([name, { input }]) => [name, { input, use: queryUses[name as keyof typeof queries] as AnyUse }])),
  } satisfies { readonly [kind: string]: ReadonlyMap<string, Entry> };

  return async (kind, name, input) => {
    const entry = tables[kind].get(name);
    if (!entry) return refused({ kind: 'invalid-input', where: 'name', reason: `no such ${kind}` });
    try {
      const parsed = entry.input.safeParse(input);
      return parsed.success ? await entry.use(desk, parsed.data) : refused(complaintOf(parsed.error));
    } catch (cause) {
      const reference = newReference();
      report(bugOf(cause, reference));
      return refused({ kind: 'internal', reference });
    }
  };
}

/** The first field that is not as expected and what is expected there; never what was given. */
export function complaintOf(error: z.ZodError): Problem {
  const issue = error.issues[0];
  const where = issue?.path.map(String).join('.') || 'input';
  if (!issue) return { kind: 'invalid-input', where, reason: 'another shape' };
  // This message alone quotes the input: the names of the fields that should not be there.
  return { kind: 'invalid-input', where, reason: issue.code === 'unrecognized_keys' ? 'a field that is not known here' : issue.message };
}

/** What is written down of something that was thrown. */
export function bugOf(cause: unknown, reference: string): BugReport {
  if (!(cause instanceof Error)) return { reference, name: typeof cause, frames: [] };
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { reference, name: cause.constructor.name, frames: frames.slice(0, 8).map((line) => line.trim()) };
}
