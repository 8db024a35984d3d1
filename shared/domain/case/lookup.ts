import type { Entity } from '../entity/entity.ts';
import type { EvidenceItem } from '../evidence/evidence-item.ts';

/**
 * Objects of a record found by something other than their id, without walking over all of them. Whoever keeps one brings it
 * up to date with every change before the next edit decides; of several entities with one name it gives the one added first.
 */
export type Lookup = {
  /** `folded` as by `foldName`. */
  readonly entityByFoldedName: (folded: string) => Entity | null;
  readonly evidenceByDigest: (sha256: string) => EvidenceItem | null;
};
