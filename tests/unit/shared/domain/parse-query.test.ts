import { describe, expect, it } from 'vitest';
import { parseQuery } from '#shared/domain/search/parse-query.ts';

const word = (typed: string) => ({ sort: 'word', word: typed });
const row = (...words: readonly string[]) => ({ sort: 'row', words, lastBegins: false });

describe('what somebody typed into the search', () => {
  it('is words, words in a row, and conditions', () => {
    expect(parseQuery('Военный "military card" finding:disputed asserter:"Le Monde" before:2025-02')).toEqual({
      clauses: [word('военныи'), row('military', 'card')],
      conditions: [
        { name: 'finding', value: 'disputed' },
        { name: 'asserter', value: 'Le Monde' },
        { name: 'before', value: '2025-02' },
      ],
    });
  });

  it('is words where it is no condition', () => {
    expect(parseQuery('https://example.org finding: (x) *').conditions).toEqual([]);
    expect(parseQuery('https://example.org').clauses).toEqual(['https', 'example', 'org'].map(word));
    expect(parseQuery('colour:red').clauses).toEqual([word('colour'), word('red')]);
    expect(parseQuery('"*(" ""')).toEqual({ clauses: [], conditions: [] });
  });

  it('is a row whose last word goes on, as long as the quote is not closed', () => {
    expect(parseQuery('"military ca').clauses).toEqual([{ sort: 'row', words: ['military', 'ca'], lastBegins: true }]);
  });

  it('is a row of pairs for a run of syllables, and a beginning for a single one', () => {
    expect(parseQuery('북한군').clauses).toEqual([row('북한', '한군')]);
    expect(parseQuery('군단').clauses).toEqual([row('군단')]);
    expect(parseQuery('단').clauses).toEqual([word('단')]);
    expect(parseQuery('"북한군 병"').clauses).toEqual([{ sort: 'row', words: ['북한', '한군', '군', '병'], lastBegins: true }]);
    expect(parseQuery('"북한군 병사"').clauses).toEqual([row('북한', '한군', '군', '병사')]);
  });

  it('never grows beyond what one search may cost', () => {
    expect(parseQuery(Array.from({ length: 250 }, (_, number) => `a${number}`).join(' ')).clauses.length).toBe(24);
  });
});
