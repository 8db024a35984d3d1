import { describe, expect, it } from 'vitest';
import { foldText } from '#shared/domain/search/fold-text.ts';
import { wordsOf } from '#shared/domain/search/words-of.ts';

const words = (text: string) => [...wordsOf(text)].map(({ word }) => word);

describe('the words of a text', () => {
  it('are folded in case and diacritics', () => {
    expect(words('Ещё Zürich Łódź É')).toEqual(['еще', 'zurich', 'lodz', 'e']);
    expect(foldText('Зеленський')).toBe(foldText('ЗЕЛЕНСЬКИЙ'));
    expect(foldText('Київ')).toBe('киив');
  });

  it('keep an apostrophe inside a word', () => {
    expect(words("об'єкт x’s 'quoted'")).toEqual(["об'ект", "x's", 'quoted']);
  });

  it('are pairs of syllables in Hangul and Han, with the last one alone', () => {
    expect(words('북한군')).toEqual(['북한', '한군', '군']);
    expect(words('金正恩')).toEqual(['金正', '正恩', '恩']);
    expect(words('북한군'.normalize('NFD'))).toEqual(['북한', '한군', '군']);
  });

  it('carry their place in the text', () => {
    const text = 'a, Ещё 북한';
    for (const { start, end } of wordsOf(text)) expect(text.slice(start, end).trim()).not.toBe('');
    expect([...wordsOf(text)].map(({ start, end }) => text.slice(start, end))).toEqual(['a', 'Ещё', '북한', '한']);
  });
});
