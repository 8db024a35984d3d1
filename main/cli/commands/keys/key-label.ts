import { type KeyKind, KeyLabelSchema } from '#shared/contract/keys.ts';
import { keyChangeLimits, keyKindLimits } from '#shared/wording/english/key-terms.ts';
import { type Given, type OptionSpec, UsageError } from '../../command.ts';
import type { World } from '../../world.ts';

export const labelOption: OptionSpec = { takes: 'L', about: 'whose it is or where it lies; sealed in the case, up to 48 bytes' };

/** The label given, checked before the case is opened. */
export function labelOf(given: Given): string {
  const label = KeyLabelSchema.safeParse(given.option('label') ?? '');
  if (!label.success) throw new UsageError(`--label: ${label.error.issues[0]?.message ?? 'one line of plain text'}`);
  return label.data;
}

/** Says what a new key does not protect from, where a person reads it. */
export function sayLimits(kind: KeyKind, given: Given, world: World): void {
  if (given.option('json') !== undefined) return;
  world.say(['What it does not protect from:', ...[...keyKindLimits[kind], ...keyChangeLimits.slice(0, 1)].map((sentence) => `- ${sentence}`), ''].join('\n'));
}
