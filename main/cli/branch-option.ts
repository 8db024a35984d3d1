import type { OptionSpec } from './command.ts';

/** For commands that only read: another line of a case that was written in two places at once. */
export const branchOption: { readonly [name: string]: OptionSpec } = {
  branch: { takes: 'B', about: 'look at this branch instead of the trunk; branches CASE list shows them' },
};
