import type { CaseRecord } from './case-record.ts';

/**
 * Ids of the objects that cite `id`: claims by anchor, asserter or relay; links by either end or anchor; notes; plans of dossiers;
 * evidence by its source or derivation; sources by their origin. An object that is cited is not removed.
 */
export function citationsOf(record: CaseRecord, id: string): readonly string[] {
  const citing: string[] = [];
  for (const claim of Object.values(record.claims)) {
    if (claim.asserterId === id || claim.viaIds.some((via) => via === id) || claim.anchors.some((anchor) => anchor.evidenceId === id)) citing.push(claim.id);
  }
  for (const link of Object.values(record.links)) {
    if (link.fromId === id || link.toId === id || link.anchor?.evidenceId === id) citing.push(link.id);
  }
  for (const note of Object.values(record.notes)) {
    if (note.aboutIds.some((about) => about === id) || note.text.includes(`[[${id}]]`)) citing.push(note.id);
  }
  for (const plan of Object.values(record.dossiers)) {
    if (plan.claimIds?.some((claim) => claim === id) || plan.statements.some((statement) => statement.citeIds.some((cited) => cited === id)))
      citing.push(plan.id);
  }
  for (const item of Object.values(record.evidence)) {
    if (item.sourceId === id || item.derivedFrom?.evidenceId === id) citing.push(item.id);
  }
  for (const source of Object.values(record.sources)) {
    if (source.originId === id) citing.push(source.id);
  }
  return citing;
}
