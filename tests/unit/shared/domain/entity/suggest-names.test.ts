import { describe, expect, it } from 'vitest';
import { soundsClose, soundsOf } from '#shared/domain/entity/name-sound.ts';
import { romaniseCyrillic, russianBgn, russianPassport, ukrainianBgn, ukrainianOfficial } from '#shared/domain/entity/romanise/cyrillic.ts';
import { suggestNames } from '#shared/domain/entity/suggest-names.ts';

const texts = (name: string) => suggestNames([name]).map(({ text }) => text);
const close = (a: string, b: string) => soundsOf(a).some((one) => soundsOf(b).some((other) => soundsClose(one, other)));

describe('spellings of a name', () => {
  it('follow the tables for Russian and Ukrainian', () => {
    expect(romaniseCyrillic('Ельцин', russianBgn)).toBe('Yeltsin');
    expect(romaniseCyrillic('Хрущёв Щукин', russianBgn)).toBe('Khrushchyov Shchukin');
    expect(romaniseCyrillic('Юлия Подъячева', russianPassport)).toBe('Iuliia Podieiacheva');
    expect(romaniseCyrillic('Зеленський Згурський', ukrainianOfficial)).toBe('Zelenskyi Zghurskyi');
    expect(romaniseCyrillic('Їжакевич Знам’янка Єнакієве', ukrainianOfficial)).toBe('Yizhakevych Znamianka Yenakiieve');
    expect(romaniseCyrillic('Київ', ukrainianBgn)).toBe('Kyyiv');
    expect(romaniseCyrillic('ЩУКИН', russianBgn)).toBe('SHCHUKIN');
  });

  it('leave no Cyrillic letter inside a Latin spelling', () => {
    for (const name of ['Ёлкин Объедков', 'Ґалаґан Їжак', 'Ри Ён Чхоль']) {
      for (const text of texts(name)) expect(/\p{Script=Latin}/u.test(text) && /\p{Script=Cyrillic}/u.test(text)).toBe(false);
    }
  });

  it('write Korean names as each side writes them', () => {
    expect(texts('김정은')).toEqual(['Gim Jeongeun', 'Kim Chŏng-ŭn', 'Kim Jong Un', 'Ким Чонын', 'Ким Чон Ын']);
    expect(texts('리영철')).toContain('Ri Yong Chol');
    expect(texts('리영철')).toContain('Ри Ён Чхоль');
  });

  it('turn Kontsevich round, and say all that it can stand for', () => {
    const hangul = suggestNames(['Ри Ён Чхоль']).filter(({ table }) => table === 'kontsevich-reversed');
    expect(hangul[0]?.text).toBe('리영철');
    expect(hangul.map(({ text }) => text)).toContain('리연철');
    expect(hangul.length).toBeLessThanOrEqual(6);
  });

  it('propose nothing that is known already, and nothing for other scripts', () => {
    expect(suggestNames(['김정은', 'Kim Jong Un']).map(({ text }) => text)).not.toContain('Kim Jong Un');
    expect(suggestNames(['Smith', '田中'])).toEqual([]);
  });
});

describe('how names sound', () => {
  it.each([
    ['Zelensky', 'Зеленський'],
    ['Volodymyr Zelenskyy', 'Володимир Зеленський'],
    ['Куулар-оол', 'Kuular-ool'],
    ['Kim Jong-un', '김정은'],
    ['Ри Ён Чхоль', '리영철'],
    ['Putin', 'Путин'],
  ])('%s and %s may be one', (a, b) => {
    expect(close(a, b)).toBe(true);
  });

  it.each([
    ['Kim Jong Un', 'Kim Jong Il'],
    ['Kyiv', 'Kursk'],
    ['Ivanov', 'Petrov'],
  ])('%s and %s are not alike', (a, b) => {
    expect(close(a, b)).toBe(false);
  });
});
