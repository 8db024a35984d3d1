import { z } from 'zod';
import { BoardFilterSchema, BoardPlaceSchema, BoardSchema, mostOnBoard, noFilter } from '../domain/board/board.ts';
import { FindingSchema } from '../domain/claim/claim.ts';
import { NameSchema } from '../domain/fields.ts';
import { boardKinds, RelationSchema } from '../domain/graph/relation.ts';
import { ObjectIdSchema } from '../kernel/ids.ts';
import { message } from './message.ts';

/** An object as it stands on a board. */
export const BoardNodeSchema = z.object({
  id: z.string(),
  kind: z.enum(boardKinds),
  /** The name or words; of a person at risk the role, when the board leaves the team. */
  label: z.string(),
  detail: z.string(),
  /** Of an entity: what is shown outside the team instead of its names. */
  role: z.string().nullable(),
  /** Credibility of a claim, reliability of a source. */
  grade: z.string().nullable(),
  finding: FindingSchema.nullable(),
  /** Marked for people at risk. */
  atRisk: z.boolean(),
  /** Dates in EDTF: when it is said to have happened, was said or published. */
  moments: z.array(z.string()),
  /** Edges it has in the whole case. */
  degree: z.int().min(0),
});
export type BoardNode = z.infer<typeof BoardNodeSchema>;

export const BoardEdgeSchema = z.object({
  /** Of a drawn link its own id; otherwise one made of its ends and relation. */
  id: z.string(),
  linkId: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  relation: RelationSchema,
  grade: z.string().nullable(),
  /** Who drew it, and why; null when it follows from the record. */
  by: z.string().nullable(),
  rationale: z.string().nullable(),
});
export type BoardEdge = z.infer<typeof BoardEdgeSchema>;

/** `total` counts the objects of the case that could be shown; `aroundId` is the one whose surroundings stand for a case too large to draw. */
export const BoardGraphSchema = z.object({
  nodes: z.array(BoardNodeSchema),
  edges: z.array(BoardEdgeSchema),
  total: z.int().min(0),
  aroundId: z.string().nullable(),
});
export type BoardGraph = z.infer<typeof BoardGraphSchema>;

const IdsSchema = z.array(ObjectIdSchema).max(mostOnBoard);
const BytesSchema = z.custom<Uint8Array>((value) => Object.prototype.toString.call(value) === '[object Uint8Array]', 'bytes');
export const boardFormats = ['svg', 'png', 'graphml'] as const;
export type BoardFormat = (typeof boardFormats)[number];

export const boardCommands = {
  'boards/save': message(
    z
      .object({
        id: ObjectIdSchema.optional(),
        title: NameSchema,
        ids: IdsSchema.nullable(),
        places: z.array(BoardPlaceSchema).max(mostOnBoard),
        filter: BoardFilterSchema.default(noFilter),
      })
      .strict(),
    z.object({ id: ObjectIdSchema }),
  ),
  'boards/remove': message(z.object({ id: ObjectIdSchema }).strict(), z.object({})),
  /**
   * Writes a board outside the case: `ids` where they stand, or a saved board. People at risk go by their role. A picture of pixels can
   * only be made where there is a screen, so `png` carries the bytes that the window drew.
   */
  'boards/export': message(
    z
      .object({
        boardId: ObjectIdSchema.optional(),
        ids: IdsSchema.optional(),
        places: z.array(BoardPlaceSchema).max(mostOnBoard).optional(),
        filter: BoardFilterSchema.optional(),
        format: z.enum(boardFormats),
        png: BytesSchema.optional(),
        to: z.discriminatedUnion('from', [
          z.object({ from: z.literal('path'), path: z.string().min(1) }),
          z.object({ from: z.literal('ticket'), ticket: z.string().min(1) }),
        ]),
      })
      .strict(),
    z.object({ path: z.string(), bytes: z.int(), sha256: z.string(), objects: z.int(), edges: z.int() }),
  ),
};
export const boardQueries = {
  'boards/list': message(z.object({}).strict(), z.array(BoardSchema)),
  /**
   * These objects and the edges among them; without ids the case. Of a large case the objects around `aroundId`, or around the one with the most
   * links; or with `limit` so many of it, the most connected first. `outside` names people at risk by their role.
   */
  'boards/graph': message(
    z
      .object({
        ids: IdsSchema.optional(),
        aroundId: ObjectIdSchema.optional(),
        limit: z.int().min(1).max(mostOnBoard).optional(),
        outside: z.boolean().optional(),
      })
      .strict(),
    BoardGraphSchema,
  ),
  /** Ids within some steps of others, nearest first, the others included. */
  'boards/around': message(
    z.object({ ids: IdsSchema.min(1), hops: z.int().min(1).max(3), limit: z.int().min(1).max(mostOnBoard).optional() }).strict(),
    z.object({ ids: z.array(z.string()) }),
  ),
  /** All shortest ways from one object to another, over links and what follows from the record. */
  'boards/paths': message(
    z.object({ fromId: ObjectIdSchema, toId: ObjectIdSchema, limit: z.int().min(1).max(50).optional() }).strict(),
    z.object({ paths: z.array(z.object({ ids: z.array(z.string()), edges: z.array(BoardEdgeSchema) })) }),
  ),
};
