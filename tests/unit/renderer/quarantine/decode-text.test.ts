import { describe, expect, test } from 'vitest';
import { decodeText } from '#renderer/quarantine/encoding/decode-text.ts';
import { guessLanguage } from '#renderer/quarantine/language/guess-language.ts';
import { material, materialNames } from '#tests/fixtures/material/material.ts';

type Expected = { readonly encoding: string | null; readonly starts?: string; readonly language?: string | null; readonly warnings?: readonly string[] };
const russian = 'Солдаты взяты в плен в Курской области. Это сообщили объявленные источники, подъезд оцеплён.\nВторая';
const guessed = ['encoding-guessed'];
const expected: { readonly [name: string]: Expected } = {
  'broken-random.txt': { encoding: null, warnings: guessed },
  'broken-utf-8.txt': { encoding: 'utf-8', starts: 'Хороший рядок із зіпсованим байтом: \uFFFD\uFFFD and', warnings: ['encoding-replaced-characters'] },
  'euc-kr.txt': { encoding: 'euc-kr', starts: '북한 병사 두 명이 쿠르스크 지역에서 생포되었다고', language: 'ko', warnings: guessed },
  'ibm866.txt': { encoding: 'ibm866', starts: 'Солдаты взяты в плен', language: 'ru', warnings: guessed },
  'koi8-r.txt': { encoding: 'koi8-r', starts: russian, language: 'ru', warnings: guessed },
  'koi8-u.txt': { encoding: 'koi8-u', starts: 'Полонені говорять із слідчими. Її їжак і ґанок', language: 'uk', warnings: guessed },
  'old-line-ends.txt': { encoding: 'utf-8', starts: 'Two soldiers were questioned in hospital.\nThe second', language: null },
  'utf-16be-mark.txt': { encoding: 'utf-16be', starts: '북한 병사', language: 'ko' },
  'utf-16be-no-mark.txt': { encoding: 'utf-16be', starts: 'Two soldiers', warnings: guessed },
  'utf-16le-mark.txt': { encoding: 'utf-16le', starts: 'Полонені', language: 'uk' },
  'utf-16le-no-mark.txt': { encoding: 'utf-16le', starts: 'Two soldiers', warnings: guessed },
  'utf-8-mark.txt': { encoding: 'utf-8', starts: '북한 병사', language: 'ko' },
  'utf-8.txt': { encoding: 'utf-8', starts: russian, language: 'ru' },
  'windows-1251.txt': { encoding: 'windows-1251', starts: russian, language: 'ru', warnings: guessed },
  'windows-1252.txt': { encoding: 'windows-1252', starts: '« L’armée » — a-t-il déclaré – “tout va bien…” coûte 5 € à l’œil.', warnings: guessed },
};

describe('text is read in the encoding it was written in', () => {
  test('every sample is named here', () => expect(Object.keys(expected).sort()).toEqual(materialNames('text')));
  test.each(Object.entries(expected))('%s', (name, { encoding, starts, language, warnings }) => {
    const decoded = decodeText(material('text', name), { html: false, chosen: null });
    if (encoding !== null) expect(decoded.encoding).toBe(encoding);
    if (starts !== undefined) expect(decoded.text.slice(0, starts.length)).toBe(starts);
    if (language !== undefined) expect(guessLanguage(decoded.text)).toBe(language);
    expect(decoded.warnings).toEqual(warnings ?? []);
    expect(decoded.text).not.toContain('\r');
  });

  test('the encoding that the analyst chose is taken, and only a byte order mark outranks it', () => {
    const chosen = decodeText(material('text', 'koi8-r.txt'), { html: false, chosen: 'KOI8-R' });
    expect(chosen).toMatchObject({ encoding: 'koi8-r', warnings: [] });
    expect(decodeText(material('text', 'utf-16le-mark.txt'), { html: false, chosen: 'windows-1251' }).encoding).toBe('utf-16le');
  });

  test('a replacement character that stands in the file itself is no loss', () => {
    expect(decodeText(new TextEncoder().encode('kept \uFFFD as found'), { html: false, chosen: null }).warnings).toEqual([]);
  });

  test('composed and decomposed letters are kept as found', () => {
    const text = 'e\u0301 \u00e9';
    expect(decodeText(new TextEncoder().encode(text), { html: false, chosen: null }).text).toBe(text);
  });

  test('an empty file is an empty text', () => expect(decodeText(new Uint8Array(), { html: false, chosen: null }).text).toBe(''));
});

describe('a language is named only where the script makes it sure', () => {
  test.each([
    ['Бо́льше двух солдат взяты в плен, это объявили вчера', 'ru'],
    ['Їхні імена відомі, але їх не названо через небезпеку', 'uk'],
    ['Тыва Республиканың чурттакчылары өске дылдарга чугаалажыр', null],
    ['Two soldiers were captured', null],
    ['ソウルの協力で通訳が行われた', 'ja'],
    ['俘虏被带到基辅接受审问调查', 'zh'],
    ['북한', null],
  ])('%s → %s', (text, language) => expect(guessLanguage(text)).toBe(language));
});
