import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkIndex } from '#main/caseprocess/link-index.ts';
import { newCaseRecord } from '#shared/domain/case/case-record.ts';
import type { Link } from '#shared/domain/link/link.ts';
import { linksByObject } from '#shared/domain/link/links-by-object.ts';
import { numberedId, sampleMeta } from '#tests/harness/stored-case.ts';

const step = fc.record({ id: fc.nat(6), from: fc.nat(4), to: fc.nat(4), gone: fc.boolean() });

describe('links by the objects they touch', () => {
  it('are after any edits what a fresh look over all links gives', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.nat(10), (steps, askedAfter) => {
        const links: { [id: string]: Link } = {};
        const record = { ...newCaseRecord(sampleMeta), links };
        const index = linkIndex({ heads: () => record });
        for (const [number, { id, from, to, gone }] of steps.entries()) {
          const key = numberedId(id);
          if (gone) delete links[key];
          else links[key] = { id: key, fromId: numberedId(100 + from), toId: numberedId(100 + to), type: 'supports' } as Link;
          index.noteChange({ type: 'changed', collections: ['links'], ids: [key] });
          if (number < askedAfter) continue;
          const [told, fresh] = [index.links(), linksByObject(record)];
          for (const side of ['into', 'outOf'] as const) {
            expect([...told[side].keys()].sort()).toEqual([...fresh[side].keys()].sort());
            for (const [object, list] of fresh[side]) expect(new Set(told[side].get(object))).toEqual(new Set(list));
          }
        }
      }),
    );
  });
});
