import { passingBy } from '#shared/domain/case/objects-of.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

/** Everybody who goes by a role. */
export const listRoles: QueryUse<'entities/roles'> = async ({ openCase, kept }) =>
  done(
    kept('roles', ['entities'], () =>
      passingBy(openCase.heads().entities, 'roleOnly', (role) => role !== '').map(({ id, roleOnly, names }) => ({
        id,
        role: roleOnly ?? '',
        names: [...names],
      })),
    ),
  );
