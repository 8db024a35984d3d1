import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import type { Guarded } from './composed-dossier.ts';
import type { DossierContent, Label } from './dossier-content.ts';
import { folded, foldedText } from './folded-text.ts';

/** Words to be replaced wherever they stand. */
export type Needle = { readonly words: string; readonly by: string };

/** Letters of a quote that is looked for; in scripts that write syllables fewer say as much. */
const shortestQuote = 12;
const shortestSyllables = 5;

/**
 * What has to vanish from every text that leaves the team: names, addresses, hashes and quotes of what is withheld, names of people shown by
 * role and of where they live.
 */
export function needlesOf(content: DossierContent, guarded: Guarded, withheldLabel: (exhibitId: string) => Label | null): readonly Needle[] {
  const withheldIds = new Set(guarded.exhibits.map((exhibit) => exhibit.id));
  const withheldSources = new Set(guarded.sources.map(({ id }) => id));
  const markFor = (id: string) => `[withheld${withheldLabel(id) ? ` ${withheldLabel(id)}` : ''}]`;
  const shown = content.exhibits.filter((exhibit) => !withheldIds.has(exhibit.id)).map((exhibit) => exhibit.label);
  const shownQuotes = content.claims.flatMap((claim) =>
    claim.citations.flatMap(({ label, place }) => (place.sort === 'quote' && shown.includes(label) ? [folded(place.exact)] : [])),
  );
  const shownAuthors = new Set(content.sources.flatMap(({ id, author }) => (author === null || withheldSources.has(id) ? [] : [folded(author)])));
  const needles = [
    ...guarded.exhibits.flatMap((exhibit) => {
      // Words that a shown exhibit says too are no secret of the withheld one.
      const quotes = exhibit.quotes.filter((quote) => {
        const words = folded(quote);
        return words.length >= (syllables.test(words) ? shortestSyllables : shortestQuote) && !shownQuotes.some((shownQuote) => shownQuote.includes(words));
      });
      return [...spellings(exhibit.name), ...exhibit.hashes, exhibit.id, ...quotes].map((words) => ({ words, by: markFor(exhibit.id) }));
    }),
    ...guarded.sources.flatMap(({ title, url, author, exhibitIds }) =>
      [
        ...(title.length >= 4 ? spellings(title) : []),
        ...(url ? [url, encodeURIComponent(url)] : []),
        ...(author !== null && author.length >= 4 && !shownAuthors.has(folded(author)) ? [author] : []),
      ].map((words) => ({ words, by: markFor(exhibitIds[0] ?? '') })),
    ),
    ...guarded.people.flatMap(({ names, role }) => names.filter((name) => folded(name) !== folded(role)).map((words) => ({ words, by: role }))),
    ...guarded.places.flatMap(({ words }) => words.map((each) => ({ words: each, by: '[withheld place]' }))),
  ];
  return sorted(needles);
}

/** Longest first, so that a name inside another does not leave the rest of it standing. */
function sorted(needles: readonly Needle[]): readonly Needle[] {
  return needles.filter(({ words }) => folded(words) !== '').sort((a, b) => b.words.length - a.words.length || (a.words < b.words ? -1 : 1));
}

/** Names of everybody whose role stands for them, the longest first. */
export function roleNeedles({ entities }: Pick<CaseRecord, 'entities'>): readonly Needle[] {
  return sorted(Object.values(entities).flatMap(({ names, roleOnly }) => (roleOnly === null ? [] : names.map((words) => ({ words, by: `[${roleOnly}]` })))));
}

/**
 * Makes the function that takes all needles out of a text, however they are spelt there (see {@link foldedText}); those that overlap go
 * together. `each` is called for every place where one was.
 */
export function scrubber(needles: readonly Needle[], each: () => void = () => undefined): (text: string) => string {
  if (needles.length === 0) return (text) => text;
  const byFolded = new Map<string, string>();
  for (const { words, by } of needles) {
    const plain = folded(words);
    if (plain !== '' && !byFolded.has(plain)) byFolded.set(plain, by);
  }
  if (byFolded.size === 0) return (text) => text;
  const any = [...byFolded.keys()].map(patternOf).join('|');
  const [once, everywhere] = [new RegExp(any, 'u'), new RegExp(`(?=(${any}))`, 'gu')];
  return (text) => {
    const composed = text.normalize('NFC');
    const { text: plain, from, to } = foldedText(composed);
    if (!once.test(plain)) return text;
    const cuts: { start: number; end: number; readonly by: string }[] = [];
    for (const { index, 1: words = '' } of plain.matchAll(everywhere)) {
      const [start, end] = [from[index] ?? 0, to[index + words.length - 1] ?? composed.length];
      const last = cuts.at(-1);
      if (last && start < last.end) last.end = Math.max(last.end, end);
      else cuts.push({ start, end, by: byFolded.get(words) ?? '[withheld]' });
    }
    let clean = '';
    let at = 0;
    for (const { start, end, by } of cuts) {
      each();
      clean += composed.slice(at, start) + by;
      at = end;
    }
    return clean + composed.slice(at);
  };
}

/** Makes the function that takes off a text what is left there of a needle which its beginning or its end cuts in two. */
export function edgeScrubber(needles: readonly Needle[]): (text: string) => string {
  const [heads, tails] = [new Set<string>(), new Set<string>()];
  for (const { words } of needles) {
    const whole = folded(words);
    for (let length = leastOfACut(whole); length < Math.min(whole.length, longestCut); length += 1) {
      heads.add(whole.slice(0, length).trim());
      tails.add(whole.slice(-length).trim());
    }
  }
  return (text) => {
    const composed = text.normalize('NFC');
    const { text: plain, from, to } = foldedText(composed);
    const words = plain.trimEnd();
    const lengths = Array.from({ length: Math.min(longestCut, words.length) }, (_, index) => index + 1).reverse();
    const tail = lengths.find((length) => tails.has(words.slice(0, length)));
    const head = lengths.find((length) => heads.has(words.slice(-length)));
    if (tail === undefined && head === undefined) return text;
    return composed.slice(tail === undefined ? 0 : to[tail - 1], head === undefined ? undefined : from[words.length - head]);
  };
}
const longestCut = 80;

/** Shorter pieces are told: half the words of a language end like some name. In scripts that write syllables two tell enough. */
function leastOfACut(words: string): number {
  return syllables.test(words) ? 2 : 4;
}
const syllables = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A name as given, without its extension when that still says something, and as an address would spell it twice over. */
function spellings(name: string): readonly string[] {
  const stem = name.replace(/\.[a-z0-9]{1,5}$/i, '');
  const telling = stem !== name && stem.length >= 6 && /[\d_\-. ]/.test(stem);
  return [name, ...(telling ? [stem] : []), ...(encodeURI(name) === name ? [] : [encodeURIComponent(encodeURIComponent(name))])];
}

/**
 * Short words are taken out only where a word begins, and very short ones only where they stand alone, or half the language
 * would go with them. Hangul, Han and kana hang endings on a name without a space, so there it is looked for anywhere.
 */
function patternOf(words: string): string {
  const escaped = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  if (words.length >= 8 || syllables.test(words)) return escaped;
  const begins = `(?<![\\p{L}\\p{N}])${escaped}`;
  return words.length >= 4 ? begins : `${begins}(?![\\p{L}\\p{N}])`;
}
