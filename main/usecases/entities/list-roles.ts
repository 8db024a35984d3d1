import { eachOf } from '#shared/domain/case/objects-of.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

/** Everybody who goes by a role. */
export const listRoles: QueryUse<'entities/roles'> = async ({ openCase, kept }) =>
  done(
    kept('roles', ['entities'], () => {
      const people: { id: string; role: string; names: string[] }[] = [];
      for (const entity of eachOf(openCase.heads().entities)) {
        const { roleOnly } = entity;
        if (roleOnly !== null) people.push({ id: entity.id, role: roleOnly, names: [...entity.names] });
      }
      return people;
    }),
  );
