import { type Likelihood, likelihoods } from './estimate.ts';

/** What ICD 203 asks of analytic prose, and a reader would stumble over. */
export const proseRules = ['mixed-rows', 'likelihood-with-confidence', 'bare-modal', 'another-band', 'no-basis', 'percentage'] as const;
export type ProseRule = (typeof proseRules)[number];
export type ProseFinding = { readonly rule: ProseRule; readonly words: string };

/** The two rows of words of ICD 203; a product uses one of them. */
const rows: { readonly [L in Likelihood]: readonly [string, string] } = {
  'almost-no-chance': ['almost no chance', 'remote'],
  'very-unlikely': ['very unlikely', 'highly improbable'],
  unlikely: ['unlikely', 'improbable'],
  'even-chance': ['roughly even chance', 'roughly even odds'],
  likely: ['likely', 'probable'],
  'very-likely': ['very likely', 'highly probable'],
  'almost-certain': ['almost certain', 'nearly certain'],
};

export type EstimateWord = { readonly word: string; readonly band: Likelihood; readonly row: 0 | 1 };
const wordsOfRows: readonly EstimateWord[] = likelihoods
  .flatMap((band) => [
    { word: rows[band][0], band, row: 0 as const },
    { word: rows[band][1], band, row: 1 as const },
  ])
  // The longest first: "very likely" is not "likely", and "improbable" not "probable".
  .sort((a, b) => b.word.length - a.word.length);
const pattern = new RegExp(`\\b(${wordsOfRows.map(({ word }) => word.replace(/ble$/, 'bl[ey]')).join('|')})(?:ly)?\\b`, 'gi');

/** Every word of likelihood in a text, in order. */
export function estimateWordsIn(text: string): readonly EstimateWord[] {
  return [...text.matchAll(pattern)].flatMap(([, word = '']) => wordsOfRows.find((known) => known.word === word.toLowerCase().replace(/bly$/, 'ble')) ?? []);
}

/** What is wrong in one text by itself. `band` is the one stored with it, where it is a judgment. The correct terms are never flagged. */
export function lintProse(text: string, band: Likelihood | null = null): readonly ProseFinding[] {
  const found: ProseFinding[] = [];
  for (const sentence of text.split(/(?<=[.!?])\s+/u)) {
    const confidence = /\b(?:low|moderate|high|medium)\s+confidence\b|\bconfidence\s+(?:is\s+)?(?:low|moderate|high)\b/i.exec(sentence)?.[0];
    const words = estimateWordsIn(sentence);
    if (confidence && words[0]) found.push({ rule: 'likelihood-with-confidence', words: `${words[0].word}, ${confidence.toLowerCase()}` });
    // The month and the name are written with a capital.
    const modal = /\b(?:may|might|could)\b(?!\s+\d)/.exec(sentence)?.[0];
    if (modal && words.length === 0) found.push({ rule: 'bare-modal', words: modal });
    const percent = /\b\d+(?:[.,]\d+)?\s?(?:%|per cent|percent)\s+(?:chance|likely|probability|certain)/i.exec(sentence)?.[0];
    if (percent) found.push({ rule: 'percentage', words: percent });
    if (band === null) continue;
    for (const word of words) if (word.band !== band) found.push({ rule: 'another-band', words: word.word });
  }
  return found;
}

/** Words of both rows in one product, or null: the row used less is named. */
export function mixedRows(texts: readonly string[]): ProseFinding | null {
  const used = texts.flatMap(estimateWordsIn);
  const [first, second] = [used.filter(({ row }) => row === 0), used.filter(({ row }) => row === 1)];
  const fewer = first.length < second.length ? first : second;
  return first.length > 0 && second.length > 0 ? { rule: 'mixed-rows', words: [...new Set(fewer.map(({ word }) => word))].join(', ') } : null;
}
