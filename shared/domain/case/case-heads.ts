import type { Board } from '../board/board.ts';
import type { Claim } from '../claim/claim.ts';
import type { KeptFilter } from '../claim/kept-filter.ts';
import type { CustodyEntry } from '../custody/custody-entry.ts';
import type { Entity } from '../entity/entity.ts';
import type { EvidenceItem } from '../evidence/evidence-item.ts';
import type { Link } from '../link/link.ts';
import type { Note } from '../note/note.ts';
import type { SavedSearch } from '../search/saved-search.ts';
import type { Source } from '../source/source.ts';
import type { WatchTerm } from '../watch/watch-term.ts';
import type { CaseMeta, CaseRecord } from './case-record.ts';
import type { DossierPlan } from './dossier-plan.ts';

/**
 * What lists, filters, counts and labels need of each object, and no long text: of a large case it is at hand without reading the objects. An
 * object is its own head too, so whatever works on heads works on a record. Where a text may be cut it is called `begins`.
 */
type Text = { readonly text: string } | { readonly begins: string };
/** UTF-16 units of a text that its head has at most. */
export const beginning = 400;
export type SourceHead = Pick<Source, 'id' | 'kind' | 'title' | 'publisher' | 'author' | 'originId' | 'reliability' | 'publishedAt' | 'addedAt'>;
export type EvidenceHead = Pick<EvidenceItem, 'id' | 'kind' | 'name' | 'sourceId' | 'atRisk' | 'takenInAt' | 'sha256'> & {
  readonly derivedFrom: { readonly evidenceId: string } | null;
};
export type ClaimHead = Pick<
  Claim,
  'id' | 'asserterId' | 'act' | 'viaIds' | 'workState' | 'finding' | 'verdict' | 'credibility' | 'saidAt' | 'eventAt' | 'madeAt' | 'changedAt'
> & { readonly anchors: readonly { readonly evidenceId: string }[] } & Text;
export type LinkHead = Pick<Link, 'id' | 'fromId' | 'type' | 'toId' | 'grade' | 'at'>;
export type NoteHead = Pick<Note, 'id' | 'title' | 'aboutIds' | 'by' | 'madeAt' | 'changedAt'> & Text;
export type EntityHead = Pick<Entity, 'id' | 'kind' | 'names' | 'roleOnly' | 'addedAt'>;
export type CustodyHead = Pick<CustodyEntry, 'seq' | 'action' | 'evidenceId' | 'at'>;

export type CaseHeads = {
  readonly meta: { readonly [key: string]: CaseMeta };
  readonly sources: { readonly [id: string]: SourceHead };
  readonly evidence: { readonly [id: string]: EvidenceHead };
  readonly claims: { readonly [id: string]: ClaimHead };
  readonly links: { readonly [id: string]: LinkHead };
  readonly notes: { readonly [id: string]: NoteHead };
  readonly entities: { readonly [id: string]: EntityHead };
  readonly dossiers: { readonly [id: string]: DossierPlan };
  readonly boards: { readonly [id: string]: Board };
  readonly filters: { readonly [id: string]: KeptFilter };
  readonly searches: { readonly [id: string]: SavedSearch };
  readonly watches: { readonly [id: string]: WatchTerm };
  readonly custody: { readonly [seq: string]: CustodyHead };
};
export type HeadOf<C extends keyof CaseHeads> = CaseHeads[C][string];

/** The text of an object, or as much of it as its head has: enough for a label. */
export function textOrBeginning(head: Text): string {
  return 'text' in head ? head.text : head.begins;
}

/** The whole text of a claim. Only one that is longer than what its head has is read for it. */
export function textOf(record: CaseRecord, head: ClaimHead): string {
  const told = textOrBeginning(head);
  // What was cut has this length, or one less where a pair would have been halved.
  return 'text' in head || told.length < beginning - 1 ? told : (record.claims[head.id]?.text ?? told);
}
