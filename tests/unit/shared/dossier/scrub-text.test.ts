import { describe, expect, it } from 'vitest';
import { edgeScrubber, scrubber } from '#shared/dossier/scrub-text.ts';

const clean = scrubber([
  { words: 'Кім Чхольсу', by: '[captive 1]' },
  { words: 'Kim Chol-su', by: '[captive 1]' },
  { words: '김철수', by: '[captive 1]' },
  { words: 'Möller', by: '[witness]' },
]);

describe('taking a name out of a text', () => {
  it.each([
    ['in capitals', 'KIM CHOL-SU was there', '[captive 1] was there'],
    ['broken over lines', 'Kim\n  Chol-su was there', '[captive 1] was there'],
    ['in the name of a file', 'kim_chol_su.jpg', '[captive 1].jpg'],
    ['in an address', 'https://a.example/%D0%9A%D1%96%D0%BC%20%D0%A7%D1%85%D0%BE%D0%BB%D1%8C%D1%81%D1%83/1', 'https://a.example/[captive 1]/1'],
    ['with stress marks', 'Кі\u0301м Чхо\u0301льсу', '[captive 1]'],
    ['with soft hyphens', 'K\u00adim C\u00adhol-su', '[captive 1]'],
    ['decomposed', '김철수가'.normalize('NFD'), '[captive 1]가'],
    ['without its accents', 'Moller said', '[witness] said'],
    ['partly emphasised in Markdown', '**Kim** Chol-su and K*im* ~~Chol~~-su', '**[captive 1] and [captive 1]'],
    ['with signs that Markdown keeps from being read', 'Kim Chol\\-su', '[captive 1]'],
  ])('%s', (_how, text, left) => {
    expect(clean(text)).toBe(left);
  });

  it('leaves a text without names exactly as it is, composed or not', () => {
    const text = 'Кім інший, ко\u0301т, mo\u0308glich\u00ad';
    expect(clean(text)).toBe(text);
  });

  it('takes out both of two that overlap, as one', () => {
    const both = scrubber([
      { words: 'alpha beta gamma', by: '[A]' },
      { words: 'gamma delta epsilon', by: '[B]' },
    ]);
    expect(both('say alpha beta gamma delta epsilon now')).toBe('say [A] now');
  });

  it('does not take a needle of nothing but dashes for everything', () => {
    expect(scrubber([{ words: '---', by: '[x]' }])('a - b')).toBe('a - b');
  });
});

describe('the edges of a text that was cut', () => {
  const trim = edgeScrubber([{ words: 'Kim Chol-su', by: '[captive 1]' }]);

  it.each([
    ['l-su said that', ' said that'],
    ['said by Kim Cho', 'said by '],
    ['and nothing of it', 'and nothing of it'],
  ])('%s', (text, left) => {
    expect(trim(text)).toBe(left);
  });
});
