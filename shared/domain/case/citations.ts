import type { CaseRecord } from './case-record.ts';
import { eachOf } from './objects-of.ts';

/**
 * Ids of the objects that cite `id`: claims by anchor, asserter or relay; links by either end or anchor; notes; plans of dossiers;
 * evidence by its source or derivation; sources by their origin. An object that is cited is not removed.
 */
export function citationsOf(record: CaseRecord, id: string): readonly string[] {
  const citing: string[] = [];
  for (const claim of eachOf(record.claims)) {
    if (claim.asserterId === id || claim.viaIds.some((via) => via === id) || claim.anchors.some((anchor) => anchor.evidenceId === id)) citing.push(claim.id);
  }
  for (const link of eachOf(record.links)) {
    if (link.fromId === id || link.toId === id || link.anchor?.evidenceId === id) citing.push(link.id);
  }
  for (const note of eachOf(record.notes)) {
    if (note.aboutIds.some((about) => about === id) || note.text.includes(`[[${id}`) || note.anchors.some((anchor) => anchor.evidenceId === id))
      citing.push(note.id);
  }
  for (const plan of eachOf(record.dossiers)) {
    if (plan.claimIds?.some((claim) => claim === id) || plan.statements.some((statement) => statement.citeIds.some((cited) => cited === id)))
      citing.push(plan.id);
  }
  for (const item of eachOf(record.evidence)) {
    if (item.sourceId === id || item.derivedFrom?.evidenceId === id) citing.push(item.id);
  }
  for (const source of eachOf(record.sources)) {
    if (source.originId === id) citing.push(source.id);
  }
  return citing;
}
