import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchedTexts } from '#main/search/fields.ts';
import { type LayeredIndex, layeredIndex } from '#main/search/layered-index.ts';
import { parseQuery } from '#shared/domain/search/parse-query.ts';
import { numberedId } from '#tests/harness/stored-case.ts';
import { naiveSearch } from './naive-search.ts';

const some =
  'Putin Путин Зеленський Zelenskyy Kharkiv Харків captured captures capture card Kursk курск 북한군 병사 군단 金正恩 x’s 2025 12 об’єкт Ärzte arzte on of 😀 𐐀𐐁 serial'.split(
    ' ',
  );
const word = fc.constantFrom(...some);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const texts: fc.Arbitrary<SearchedTexts> = fc.record({ label: text, names: text, text, about: text });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ put: fc.integer({ min: 1, max: 12 }), texts }) },
  { weight: 2, arbitrary: fc.record({ remove: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 2, arbitrary: fc.constant('settle' as const) },
  { weight: 1, arbitrary: fc.constant('merge' as const) },
  { weight: 1, arbitrary: fc.constant('write' as const) },
);
const slip = (typed: string, at: number) => (typed.length < 5 ? typed : `${typed.slice(0, at % typed.length)}q${typed.slice((at % typed.length) + 1)}`);
const part = fc.oneof(
  word,
  word.chain((whole) => fc.integer({ min: 1, max: whole.length }).map((end) => whole.slice(0, end))),
  fc.tuple(word, fc.nat(9)).map(([whole, at]) => slip(whole, at)),
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `"${words.join(' ')}"`),
  fc.tuple(word, word).map(([first, last]) => `"${first} ${last.slice(0, 2)}`),
);
const query = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));

/** Writes every layer as a file would have it, and reads it from there. */
function write(index: LayeredIndex): void {
  index.settle();
  index.dropEmpty();
  for (const layer of index.layers()) {
    const bytes = layer.unwritten?.slice();
    if (bytes) index.named(layer, { read: (at, length) => bytes.slice(at, at + length) }, 'name');
  }
}

function mergeAll(index: LayeredIndex): void {
  const merging = index.merge({ all: true });
  if (merging) while (merging.next().done !== true);
}

describe('the index of a case', () => {
  it('finds after any edits, in any layers, what looking through every word finds', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.array(query, { minLength: 1, maxLength: 6 }), (steps, queries) => {
        const index = layeredIndex();
        const objects = new Map<string, SearchedTexts>();
        const check = () => {
          for (const typed of queries) {
            const { clauses } = parseQuery(typed);
            const found = index.find(clauses, 1_000).objects.map(({ id }) => id);
            expect([typed, found.toSorted()]).toEqual([typed, naiveSearch(objects, clauses)]);
            const odd = (id: string) => id.endsWith('1');
            expect([index.count(clauses), index.count(clauses, odd)]).toEqual([found.length, found.filter(odd).length]);
          }
        };
        for (const each of steps) {
          if (each === 'settle') index.settle();
          else if (each === 'merge') mergeAll(index);
          else if (each === 'write') write(index);
          else if ('remove' in each) {
            index.put(numberedId(each.remove), null);
            objects.delete(numberedId(each.remove));
          } else {
            index.put(numberedId(each.put), each.texts);
            objects.set(numberedId(each.put), each.texts);
          }
        }
        check();
        mergeAll(index);
        check();
        write(index);
        check();
      }),
      { numRuns: 120 },
    );
  });
});
