/** Columns a text takes on a terminal: wide characters count two, marks and joiners none (Unicode UAX 11, UAX 44). */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

const without = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

function widthOfCharacter(character: string): number {
  if (without.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** At most `columns` wide; what does not fit ends in an ellipsis. */
export function clip(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let kept = '';
  let width = 0;
  for (const character of text) {
    width += widthOfCharacter(character);
    if (width > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** One line, without characters that would move the cursor or turn the writing round: what a case holds may come from an enemy. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

/** Rows under their heads, columns aligned; the last one is cut to the terminal, or left whole where there is none. */
export function printTable(heads: readonly string[], rows: readonly (readonly string[])[], columns: number | null): readonly string[] {
  const cells = [heads, ...rows.map((row) => row.map(plain))];
  const widths = heads.map((_, index) => Math.min(44, Math.max(...cells.map((row) => widthOf(row[index] ?? '')))));
  return cells.map((row) => {
    const line = row.map((cell, index) => {
      if (index === heads.length - 1) return cell;
      const width = widths[index] ?? 0;
      const shown = clip(cell, width);
      return shown + ' '.repeat(width - widthOf(shown));
    });
    const text = line.join('  ').trimEnd();
    return columns === null ? text : clip(text, columns);
  });
}

/** Names and values, the names aligned; values of several lines go on under each other. */
export function printFields(fields: readonly (readonly [string, string | null | undefined])[]): readonly string[] {
  const stated = fields.filter(([, value]) => value !== null && value !== undefined && value !== '');
  const width = Math.max(0, ...stated.map(([name]) => widthOf(name)));
  return stated.flatMap(([name, value]) =>
    (value ?? '').split('\n').map((line, index) => `${(index === 0 ? name : '').padEnd(width)}  ${plain(line)}`.trimEnd()),
  );
}
