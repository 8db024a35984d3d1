import { describe, expect, it } from 'vitest';
import { clip, printFields, printTable, widthOf } from '#main/cli/print-table.ts';

describe('tables on a terminal', () => {
  it('count wide characters as two columns and marks as none', () => {
    expect(widthOf('북한 abc')).toBe(8);
    expect(widthOf('ещё'.normalize('NFD'))).toBe(3);
    expect(clip('북한군 병사', 6)).toBe('북한…');
  });

  it('align their columns in any script', () => {
    const lines = printTable(
      ['ID', 'NAME', 'END'],
      [
        ['1', '김정은', 'x'],
        ['22', 'Тува', 'y'],
      ],
      null,
    );
    expect(lines).toEqual(['ID  NAME    END', '1   김정은  x', '22  Тува    y']);
  });

  it('let no character of the case move the cursor or turn the writing round', () => {
    const hostile = '\u001b[2Jred\u202egnp.exe\r\nline';
    for (const line of [...printTable(['A', 'B'], [['1', hostile]], 40), ...printFields([['name', hostile]])]) {
      expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    }
  });
});
