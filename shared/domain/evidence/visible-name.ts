// Bidirectional controls can show gpj.exe as exe.jpg; characters without a shape hide in lists (Unicode Technical Reports 36 and 39).
const hidden = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
/** Joiners belong to the spelling of Arabic and Indic scripts and of composed pictures, selectors to the sign before them. */
const spelt =
  /(?<=[\p{scx=Arab}\p{scx=Deva}\p{scx=Beng}\p{scx=Taml}\p{scx=Knda}\p{scx=Mlym}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Variation_Selector}])[\u200c\u200d]|(?<=[\p{L}\p{N}\p{S}\p{P}])\p{Variation_Selector}/gu;
const abbreviations: { readonly [character: string]: string } = {
  '\u00ad': 'SHY',
  '\u061c': 'ALM',
  '\u200b': 'ZWSP',
  '\u200c': 'ZWNJ',
  '\u200d': 'ZWJ',
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2060': 'WJ',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
  '\ufeff': 'BOM',
};

/** A name as it is shown: each character that could reorder the others or hide among them stands as a mark, such as `[RLO]`. What is kept stays as it is. */
export function visibleName(name: string): string {
  if (name.search(hidden) < 0) return name;
  const kept = new Set([...name.matchAll(spelt)].map(({ index }) => index));
  return name.replace(hidden, (character, at: number) => {
    if (kept.has(at)) return character;
    if (/[\n\t\r]/.test(character)) return ' ';
    return `[${abbreviations[character] ?? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`}]`;
  });
}
