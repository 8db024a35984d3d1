import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { watchedFinder } from '#shared/domain/watch/find-watched.ts';
import { textAround } from '#shared/domain/watch/text-around.ts';

/** The pieces of a text that one term is met by. */
const met = (term: string, text: string) => watchedFinder([{ id: 't' as never, term }])(text).map(({ start, end }) => text.slice(start, end));

describe('a watch term', () => {
  it.each([
    ['Путин', 'Vladimir PUTIN, Putina and Путину, not input', ['PUTIN', 'Putina', 'Путину']],
    ['Putin', 'Путін і Пу́тин', ['Путін', 'Пу́тин']],
    ['Zelenskyy', 'Президент Зеленський не бачив', ['Зеленський']],
    ['Kim Jong', 'Kim Chol. Kim Jong-un; kim\n jong', ['Kim Jong', 'kim\n jong']],
    ['Володимир Путін', 'Vladimir Putin and Володимира Путіна', ['Володимира Путіна']],
    ['리영철', '리영철은 말했다. 리영호', ['리영철']],
    ['북한군 병사', '북한군 병사들은', ['북한군 병사']],
    ['군단', '폭풍군단', ['군단']],
    ['"Putin"', 'Putin Putina Путин', ['Putin']],
    ['«Storm Corps»', 'storm corps, Storm Corpse', ['storm corps']],
    ['IS', 'IS island is', ['IS', 'is']],
    ['BTR-80', 'btr 80, БТР-80, BTR-800', ['btr 80', 'БТР-80']],
    ['naïve', 'Naive naïveté', ['Naive', 'naïveté']],
    ['card card', 'card card card', ['card card', 'card card']],
  ])('%s in “%s”', (term, text, found) => {
    expect(met(term, text)).toEqual(found);
  });

  it('is told apart from the others, in the order of the text, and no further than asked', () => {
    const terms = [
      { id: 'a', term: 'Kursk' },
      { id: 'b', term: 'Kursk region' },
      { id: 'c', term: '…' },
    ];
    const find = watchedFinder(terms as never);
    expect(find('In the Kursk region: Курск').map(({ id, start }) => [id, start])).toEqual([
      ['a', 7],
      ['b', 7],
      ['a', 21],
    ]);
    expect(find('Kursk '.repeat(50), 7)).toHaveLength(7);
    expect(watchedFinder([])('anything')).toEqual([]);
  });

  it('finds the same places whatever else is watched for, and however often it was asked', () => {
    const word = fc.constantFrom(...'Putin Путин Путину Zelenskyy Зеленський 리영철 리영철은 군단 card cards IS 80 800 naïve x’s 😀'.split(' '));
    const term = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 6 }), fc.array(text, { maxLength: 3 }), (terms, texts) => {
        const watched = terms.map((each, at) => ({ id: String(at), term: each }));
        const together = watchedFinder(watched as never);
        for (const each of texts) {
          const found = together(each);
          for (const one of watched) expect(found.filter(({ id }) => id === one.id)).toEqual(watchedFinder([one] as never)(each));
        }
      }),
    );
  });

  it('costs what the text costs: five hundred terms are looked for at once in a long text', () => {
    const terms = Array.from({ length: 500 }, (_, at) => ({ id: String(at), term: `слово${at} word${at}` }));
    const text = Array.from({ length: 100_000 }, (_, at) => `word${at % 3_000}`).join(' ');
    const before = performance.now();
    expect(watchedFinder(terms as never)(text)).toEqual([]);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

describe('a line around a place', () => {
  it('holds the place, marks it, and cuts no word', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('слово', 'word', '기록', '😀😀', 'a\nb'), { minLength: 1, maxLength: 80 }), fc.nat(), (words, at) => {
        const text = words.join(' ');
        const index = at % words.length;
        const start = words.slice(0, index).join(' ').length + (index > 0 ? 1 : 0);
        const end = start + (words[index]?.length ?? 0);
        const { snippet, marks } = textAround(text, { start, end });
        expect(snippet.slice(...(marks[0] ?? []))).toBe(text.slice(start, end).replaceAll('\n', ' '));
        const known = new Set(words.flatMap((each) => each.split('\n')));
        for (const each of snippet.replace(/^…|…$/gu, '').split(' ')) expect(each === '' || known.has(each), each).toBe(true);
        expect(snippet.length).toBeLessThan(240);
      }),
    );
  });
});
