import type { CaseRecord } from '../case/case-record.ts';

/** Names that may not be shown outside the team, each with the role that stands for it. */
export type HiddenName = { readonly name: string; readonly role: string };

/** Every name of everyone who is shown by a role. */
export function hiddenNames(record: CaseRecord): readonly HiddenName[] {
  return Object.values(record.entities).flatMap(({ names, roleOnly }) =>
    roleOnly === null ? [] : names.filter((name) => name !== roleOnly).map((name) => ({ name, role: roleOnly })),
  );
}
