import { done, type Reply } from '#shared/kernel/reply.ts';
import type { Change } from '../case/change.ts';
import type { EditFacts } from '../case/edit-facts.ts';
import type { Entity } from './entity.ts';

export type EntityInput = { readonly kind: Entity['kind']; readonly names: readonly string[]; readonly roleOnly?: string | null | undefined };

/** Adds someone or something. Equal names are allowed: two people may share one, and merging is a link that can be taken back. */
export function addEntity(input: EntityInput, facts: EditFacts): Reply<Change> {
  const value: Entity = { id: facts.newId(), kind: input.kind, names: input.names, roleOnly: input.roleOnly ?? null, addedAt: facts.at };
  return done({ label: 'add-entity', ops: [{ put: 'entities', id: value.id, value }], custody: [] });
}
