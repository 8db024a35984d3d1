import { eachOf } from '#shared/domain/case/objects-of.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

/** Everybody who goes by a role. */
export const listRoles: QueryUse<'entities/roles'> = async ({ openCase }) => {
  const people = [...eachOf(openCase.heads().entities)];
  return done(people.flatMap(({ id, names, roleOnly }) => (roleOnly === null ? [] : [{ id, role: roleOnly, names: [...names] }])));
};
