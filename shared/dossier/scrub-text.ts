import type { ComposedDossier } from './composed-dossier.ts';
import type { Label } from './dossier-content.ts';

/** Words to be replaced wherever they stand. */
export type Needle = { readonly words: string; readonly by: string };

const shortestQuote = 12;

/** What has to vanish from every text that leaves the team: names, addresses, hashes and quotes of what is withheld, names of people shown by role. */
export function needlesOf({ content, guarded }: ComposedDossier, withheldLabel: (exhibitId: string) => Label | null): readonly Needle[] {
  const withheldIds = new Set(guarded.exhibits.map((exhibit) => exhibit.id));
  const markFor = (id: string) => `[withheld${withheldLabel(id) ? ` ${withheldLabel(id)}` : ''}]`;
  const shown = content.exhibits.filter((exhibit) => !withheldIds.has(exhibit.id)).map((exhibit) => exhibit.label);
  const shownQuotes = content.claims.flatMap((claim) =>
    claim.citations.flatMap(({ label, place }) => (place.sort === 'quote' && shown.includes(label) ? [fold(place.exact)] : [])),
  );
  const needles = [
    ...guarded.exhibits.flatMap((exhibit) => {
      // Words that a shown exhibit says too are no secret of the withheld one.
      const quotes = exhibit.quotes.filter(
        (quote) => fold(quote).length >= shortestQuote && !shownQuotes.some((shownQuote) => shownQuote.includes(fold(quote))),
      );
      return [...spellings(exhibit.name), ...exhibit.hashes, exhibit.id, ...quotes].map((words) => ({ words, by: markFor(exhibit.id) }));
    }),
    ...guarded.sources.flatMap(({ title, url, exhibitIds }) =>
      [...(title.length >= 4 ? spellings(title) : []), ...(url ? [url] : [])].map((words) => ({ words, by: markFor(exhibitIds[0] ?? '') })),
    ),
    ...guarded.people.flatMap(({ names, role }) => names.filter((name) => fold(name) !== fold(role)).map((words) => ({ words, by: role }))),
  ];
  // Longest first, so that a name inside another does not leave the rest of it standing.
  return needles.filter(({ words }) => fold(words) !== '').sort((a, b) => b.words.length - a.words.length || (a.words < b.words ? -1 : 1));
}

/** Makes the function that takes all needles out of a text: case, width, white space and composition of characters do not matter. */
export function scrubber(needles: readonly Needle[]): (text: string) => string {
  if (needles.length === 0) return (text) => text;
  const byFolded = new Map<string, string>();
  for (const { words, by } of needles) if (!byFolded.has(fold(words))) byFolded.set(fold(words), by);
  const pattern = new RegExp([...byFolded.keys()].map(patternOf).join('|'), 'giu');
  return (text) => {
    const composed = text.normalize('NFC');
    const clean = composed.replace(pattern, (found) => byFolded.get(fold(found)) ?? '[withheld]');
    return clean === composed ? text : clean;
  };
}

/** A name as given, without its extension when that still says something, and as an address would spell it. */
function spellings(name: string): readonly string[] {
  const stem = name.replace(/\.[a-z0-9]{1,5}$/i, '');
  const telling = stem !== name && stem.length >= 6 && /[\d_\-. ]/.test(stem);
  return [name, ...(telling ? [stem] : []), ...(encodeURI(name) === name ? [] : [encodeURI(name), encodeURIComponent(name)])];
}

function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

/**
 * Short words are taken out only where a word begins, and very short ones only where they stand alone, or half the language
 * would go with them. Hangul, Han and kana hang endings on a name without a space, so there it is looked for anywhere.
 */
function patternOf(words: string): string {
  const escaped = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/ /g, '\\s+');
  if (words.length >= 8 || /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words)) return escaped;
  const begins = `(?<![\\p{L}\\p{N}])${escaped}`;
  return words.length >= 4 ? begins : `${begins}(?![\\p{L}\\p{N}])`;
}
