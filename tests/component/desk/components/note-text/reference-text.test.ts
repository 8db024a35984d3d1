import { describe, expect, it } from 'vitest';
import { opensPicker, piecesOf, referredIds, withReference } from '#renderer/desk/components/note-text/reference-text.ts';

const id = '0190a0b0-0000-7000-8000-000000000001';

describe('references in a note', () => {
  it('are found among the words', () => {
    expect(piecesOf(`See [[${id}]] and 북한.`)).toEqual([
      { at: 0, text: 'See ' },
      { at: 4, id },
      { at: 44, text: ' and 북한.' },
    ]);
    expect(referredIds(`[[${id}]] [[${id.toUpperCase()}]] [[nothing]]`)).toEqual([id]);
  });

  it('replace the brackets that opened the picker', () => {
    expect(opensPicker('see [[', 6)).toBe(true);
    expect(opensPicker('see [[ x', 8)).toBe(false);
    expect(withReference('see [[ there', 6, id)).toEqual({ text: `see [[${id}]] there`, caret: 44 });
    expect(withReference('see ', 4, id).text).toBe(`see [[${id}]]`);
  });
});
