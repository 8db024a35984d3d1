import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookupIndex } from '#main/caseprocess/lookup-index.ts';
import { newCaseRecord } from '#shared/domain/case/case-record.ts';
import type { Entity } from '#shared/domain/entity/entity.ts';
import { entityNamed } from '#shared/domain/entity/find-or-add-actor.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { evidenceWithDigest } from '#shared/domain/evidence/take-in-evidence.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { numberedId, sampleMeta } from '#tests/harness/stored-case.ts';

const spellings = ['Тыва', 'ТЫВА', ' тыва', '군인', 'AFP'];
const step = fc.record({
  id: fc.nat(6),
  names: fc.subarray(spellings, { minLength: 1 }),
  addedAt: fc.constantFrom('1' as Instant, '2' as Instant),
  gone: fc.boolean(),
});

describe('objects by name and by digest', () => {
  it('are after any edits those that a walk over the whole case finds', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.nat(10), (steps, askedAfter) => {
        const entities: { [id: string]: Entity } = {};
        const evidence: { [id: string]: EvidenceItem } = {};
        const record = { ...newCaseRecord(sampleMeta), entities, evidence };
        const index = lookupIndex({ record: () => record, heads: () => record });
        for (const [number, { id, names, addedAt, gone }] of steps.entries()) {
          const [key, itemKey] = [numberedId(id), numberedId(100 + id)];
          delete entities[key];
          delete evidence[itemKey];
          if (!gone) {
            entities[key] = { id: key, kind: 'actor', names, roleOnly: null, addedAt };
            evidence[itemKey] = { id: itemKey, sha256: `digest of ${id}` } as EvidenceItem;
          }
          index.noteChange({ type: 'changed', collections: ['entities', 'evidence'], ids: [key, itemKey] });
          if (number < askedAfter) continue;
          for (const name of spellings) expect(entityNamed(record, name, index.lookup())).toBe(entityNamed(record, name));
          for (let item = 0; item <= 7; item += 1) {
            const digest = `digest of ${item}`;
            expect(evidenceWithDigest(record, digest, index.lookup())).toBe(evidenceWithDigest(record, digest));
          }
        }
      }),
    );
  });
});
