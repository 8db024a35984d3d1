/**
 * How Russian and Ukrainian names are written in Latin letters, by the tables that passports, gazetteers and newspapers use. A letter may
 * stand otherwise at the beginning of a word and after a vowel or sign: `first`.
 */
export type CyrillicTable = {
  readonly letters: Readonly<Record<string, string>>;
  readonly first?: Readonly<Record<string, string>>;
  readonly firstAfter?: string;
};

const common: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  д: 'd',
  з: 'z',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  ж: 'zh',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
};

/** US Board on Geographic Names and UK Permanent Committee, Russian 1947, without the marks for signs, as maps and news agencies print it. */
export const russianBgn: CyrillicTable = {
  letters: { ...common, г: 'g', е: 'e', ё: 'yo', и: 'i', й: 'y', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' },
  first: { е: 'ye' },
  firstAfter: 'аеёиоуыэюяйъь',
};
/** ICAO Doc 9303-3, as in Russian passports since 2014. */
export const russianPassport: CyrillicTable = {
  letters: { ...common, г: 'g', е: 'e', ё: 'e', и: 'i', й: 'i', ъ: 'ie', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia' },
};
/** Resolution 55 of the Cabinet of Ministers of Ukraine, 27 January 2010: passports and official texts. */
export const ukrainianOfficial: CyrillicTable = {
  letters: { ...common, г: 'h', ґ: 'g', е: 'e', є: 'ie', и: 'y', і: 'i', ї: 'i', й: 'i', ь: '', ю: 'iu', я: 'ia' },
  first: { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' },
  firstAfter: '',
};
/** BGN/PCGN 1965 for Ukrainian. */
export const ukrainianBgn: CyrillicTable = {
  letters: { ...common, г: 'h', ґ: 'g', е: 'e', є: 'ye', и: 'y', і: 'i', ї: 'yi', й: 'y', ь: '', ю: 'yu', я: 'ya' },
};

/** A name in Latin letters by a table. Letters that the table does not know stay, so that nothing is invented. */
export function romaniseCyrillic(name: string, table: CyrillicTable): string {
  const isOfficial = table === ukrainianOfficial;
  let before = '';
  let result = '';
  const characters = [...name.normalize('NFC').replace(/[’'ʼ](?=[яюєї])/giu, '')];
  for (const [at, character] of characters.entries()) {
    const lower = character.toLowerCase();
    const begins = !/\p{L}/u.test(before) || (table.firstAfter?.includes(before.toLowerCase()) && table.firstAfter !== '');
    // зг is zgh, so that it is not read as ж.
    const sign = isOfficial && lower === 'г' && before.toLowerCase() === 'з' ? 'gh' : ((begins ? table.first?.[lower] : undefined) ?? table.letters[lower]);
    before = character;
    if (sign === undefined) result += character;
    else if (character === lower) result += sign;
    else {
      const next = characters[at + 1] ?? '';
      const shouting = /\p{Lu}/u.test(next) || (!/\p{L}/u.test(next) && /\p{Lu}$/u.test(result) && sign.length > 1);
      result += shouting ? sign.toUpperCase() : sign.charAt(0).toUpperCase() + sign.slice(1);
    }
  }
  return result;
}
