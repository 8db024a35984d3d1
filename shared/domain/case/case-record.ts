import { z } from 'zod';
import { type Board, BoardSchema } from '../board/board.ts';
import { type Claim, ClaimSchema } from '../claim/claim.ts';
import { type KeptFilter, KeptFilterSchema } from '../claim/kept-filter.ts';
import { type CustodyEntry, CustodyEntrySchema } from '../custody/custody-entry.ts';
import { type Entity, EntitySchema } from '../entity/entity.ts';
import { type EvidenceItem, EvidenceItemSchema } from '../evidence/evidence-item.ts';
import { InstantSchema, NameSchema, WritingSchema } from '../fields.ts';
import { type Link, LinkSchema } from '../link/link.ts';
import { type Note, NoteSchema } from '../note/note.ts';
import { type SavedSearch, SavedSearchSchema } from '../search/saved-search.ts';
import { type Source, SourceSchema } from '../source/source.ts';
import { type WatchTerm, WatchTermSchema } from '../watch/watch-term.ts';
import { type DossierPlan, DossierPlanSchema } from './dossier-plan.ts';

/** What the case says of itself. Its key in the collection is always `case`. */
export const CaseMetaSchema = z
  .object({
    title: NameSchema,
    purpose: WritingSchema,
    /** How the file and everything exported from it is to be handled, such as *TLP:AMBER*. */
    handling: WritingSchema,
    /** Who works on it; the first is the one acting. */
    analysts: z.array(NameSchema).min(1).readonly(),
    openedAt: InstantSchema,
  })
  .readonly();
export type CaseMeta = z.infer<typeof CaseMetaSchema>;

/** Collections of a case, each keyed by id. `custody` is keyed by its sequence number in ten digits and only ever grows. */
export const collectionSchemas = {
  meta: CaseMetaSchema,
  sources: SourceSchema,
  evidence: EvidenceItemSchema,
  claims: ClaimSchema,
  links: LinkSchema,
  notes: NoteSchema,
  entities: EntitySchema,
  dossiers: DossierPlanSchema,
  boards: BoardSchema,
  filters: KeptFilterSchema,
  searches: SavedSearchSchema,
  watches: WatchTermSchema,
  custody: CustodyEntrySchema,
} as const;
export type Collection = keyof typeof collectionSchemas;
export const collections = Object.keys(collectionSchemas) as readonly Collection[];

/** Everything a case holds but its blobs. Readers never change it; only the case store does. */
export type CaseRecord = {
  readonly meta: { readonly [key: string]: CaseMeta };
  readonly sources: { readonly [id: string]: Source };
  readonly evidence: { readonly [id: string]: EvidenceItem };
  readonly claims: { readonly [id: string]: Claim };
  readonly links: { readonly [id: string]: Link };
  readonly notes: { readonly [id: string]: Note };
  readonly entities: { readonly [id: string]: Entity };
  readonly dossiers: { readonly [id: string]: DossierPlan };
  readonly boards: { readonly [id: string]: Board };
  readonly filters: { readonly [id: string]: KeptFilter };
  readonly searches: { readonly [id: string]: SavedSearch };
  readonly watches: { readonly [id: string]: WatchTerm };
  readonly custody: { readonly [seq: string]: CustodyEntry };
};

export type ObjectOf<C extends Collection> = CaseRecord[C][string];

/** Sorts of object that have an id of their own and can be linked, cited, searched and shown. */
export type ObjectKind = 'source' | 'evidence' | 'claim' | 'link' | 'note' | 'entity' | 'dossier';
export const objectKinds: readonly ObjectKind[] = ['source', 'evidence', 'claim', 'link', 'note', 'entity', 'dossier'];
export const collectionOf = {
  source: 'sources',
  evidence: 'evidence',
  claim: 'claims',
  link: 'links',
  note: 'notes',
  entity: 'entities',
  dossier: 'dossiers',
} as const;

/** An empty record with `meta`. */
export function newCaseRecord(meta: CaseMeta): CaseRecord {
  const nothing = { sources: {}, evidence: {}, claims: {}, links: {}, notes: {}, entities: {}, dossiers: {}, boards: {}, filters: {}, searches: {} };
  return { meta: { case: meta }, ...nothing, watches: {}, custody: {} };
}

/** What the case says of itself. A record without it cannot be opened, so its absence is a bug. */
export function metaOf(record: Pick<CaseRecord, 'meta'>): CaseMeta {
  const meta = record.meta['case'];
  if (!meta) throw new Error('case record without meta');
  return meta;
}

/** The kind of the object with this id, or `null` when the case holds none. */
export function kindOf(record: { readonly [C in (typeof collectionOf)[ObjectKind]]: object }, id: string): ObjectKind | null {
  return objectKinds.find((kind) => Object.hasOwn(record[collectionOf[kind]], id)) ?? null;
}
