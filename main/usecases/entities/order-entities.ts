import type { EntityHead } from '#shared/domain/case/case-heads.ts';
import type { entityColumns } from '#shared/domain/case/list-columns.ts';
import { done } from '#shared/kernel/reply.ts';
import { entityKindTerms } from '#shared/wording/english/entity-terms.ts';
import type { QueryUse } from '../handler.ts';
import { keptWords, type ListPlan, orderList, rowsOf } from '../lists/order-list.ts';
import { entityRowsAt, entityUse } from './entity-rows.ts';

type Plan = ListPlan<EntityHead, (typeof entityColumns)[number]>;

/** With names, or with the role of whom goes by one: then neither the order nor what is found tells the name behind it. */
const planOf = (byRole: boolean): Plan => ({
  name: byRole ? 'entities by role' : 'entities',
  rows: rowsOf('entities'),
  keys: {
    name: {
      of:
        () =>
        ({ names, roleOnly }) =>
          byRole && roleOnly !== null ? roleOnly : (names[0] ?? ''),
    },
    kind: {
      of:
        () =>
        ({ kind }) =>
          entityKindTerms[kind],
    },
    role: {
      of:
        () =>
        ({ roleOnly }) =>
          roleOnly,
    },
    asserts: {
      of:
        (desk) =>
        ({ id }) =>
          entityUse(desk).asserts.get(id) ?? 0,
      reads: ['claims'],
    },
    relays: {
      of:
        (desk) =>
        ({ id }) =>
          entityUse(desk).relays.get(id) ?? 0,
      reads: ['claims'],
    },
  },
  usual: { by: 'name', descending: false },
  found: (desk) =>
    keptWords(desk, byRole ? 'roles or names' : 'names', ({ names, roleOnly }) =>
      byRole && roleOnly !== null ? roleOnly : [...names, roleOnly ?? ''].join('\n'),
    ),
  foundReads: [],
});
const [named, behindRoles] = [planOf(false), planOf(true)];

/** Which entities the list shows and in which order. */
export const orderEntities: QueryUse<'entities/order'> = async (desk, { byRole = false, ...wish }) =>
  done(await orderList(desk, byRole ? behindRoles : named, wish, entityRowsAt));
export const showEntityRows: QueryUse<'entities/rows'> = async (desk, { ids }) => done(entityRowsAt(desk, ids));
