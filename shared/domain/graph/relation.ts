import { z } from 'zod';
import { linkTypes } from '../link/link.ts';

/** What holds between two objects without a link having been drawn: it follows from what they say of themselves. */
export const recordRelations = ['asserts', 'relays', 'rests-on', 'taken-from', 'copied-from', 'goes-back-to', 'about'] as const;

/** Everything an edge of the board can mean: the links that were drawn, and what follows from the record. */
export const relations = [...linkTypes, ...recordRelations] as const;
export const RelationSchema = z.enum(relations);
export type Relation = z.infer<typeof RelationSchema>;

/** Kinds of object that stand on a board. Links are its edges; a dossier is about the case and not in it. */
export const boardKinds = ['source', 'evidence', 'claim', 'note', 'entity'] as const;
export type BoardKind = (typeof boardKinds)[number];
