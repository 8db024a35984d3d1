import type { Redaction } from '#shared/domain/evidence/evidence-item.ts';
import { type Confidence, type Likelihood, likelihoodRange, likelihoods } from '#shared/domain/rating/estimate.ts';
import type { ReportPart } from './report-parts.ts';

/** The words that a report is put together with, beside those of its scales. */
type Words<Code extends string> = { readonly [code in Code]: string };

/** The words of ICD 203 for each band, from its first row; the second is never used. */
const likelihoodWords: Words<Likelihood> = {
  'almost-no-chance': 'almost no chance',
  'very-unlikely': 'very unlikely',
  unlikely: 'unlikely',
  'even-chance': 'roughly even chance',
  likely: 'likely',
  'very-likely': 'very likely',
  'almost-certain': 'almost certain',
};
const confidenceWords: Words<Confidence> = { low: 'low', moderate: 'moderate', high: 'high' };
/** The scale of likelihood with its bands. */
export const likelihoodRows: readonly (readonly [string, string])[] = likelihoods.map((band) => [
  likelihoodWords[band],
  `${likelihoodRange[band][0]}–${likelihoodRange[band][1]} %`,
]);
export const confidenceRows: readonly (readonly [string, string])[] = [
  ['low', 'the basis is thin, fragmentary or from sources that cannot be judged'],
  ['moderate', 'the basis is credible and plausible, but not of enough quality or not corroborated enough'],
  ['high', 'the basis is of high quality, from several sources that do not depend on each other'],
];

/** Two sentences, because likelihood and confidence never stand in one (ICD 203, D.6.e.2). */
export function judgmentWords({ likelihood, confidence }: { readonly likelihood: Likelihood; readonly confidence: Confidence }): {
  readonly likelihood: string;
  readonly confidence: string;
} {
  const [low, high] = likelihoodRange[likelihood];
  return {
    likelihood: `Likelihood: ${likelihoodWords[likelihood]} (${low}–${high} %).`,
    confidence: `Confidence in the basis: ${confidenceWords[confidence]}.`,
  };
}

export const partTitles: Words<ReportPart> = {
  summary: 'Summary',
  judgments: 'Key judgments',
  sections: 'Report',
  timeline: 'Timeline',
  actors: 'Who and what is named',
  claims: 'Claims by finding',
  conflicts: 'Claims in conflict',
  alternatives: 'Alternative explanations',
  questions: 'Open questions',
  exhibits: 'Exhibits',
  sources: 'Sources',
  links: 'Links',
  notes: 'Notes',
  custody: 'Custody',
  key: 'How to read this',
  method: 'Method and limits',
  glossary: 'Scales',
  index: 'Index of names',
};

/** What the numbers of a dossier begin with. */
export const labelKinds: readonly (readonly [letter: string, meaning: string])[] = [
  ['S', 'statement'],
  ['J', 'key judgment'],
  ['A', 'alternative explanation'],
  ['Q', 'open question'],
  ['C', 'claim'],
  ['E', 'exhibit'],
  ['L', 'link'],
  ['N', 'note of the analysts'],
  ['R', 'source'],
  ['W', 'withheld exhibit'],
];
export const labelsStay = 'Numbers stay the same in every edition, so gaps in them are exhibits that this edition withholds.';

export const figureWords = {
  withheld: 'withheld',
  timelineAlt: (rows: readonly { readonly label: string; readonly event: string | null; readonly said: string | null }[]) =>
    `Timeline. ${rows.map(({ label, event, said }) => `${label}: ${[event && `of ${event}`, said && `said ${said}`].filter(Boolean).join(', ')}`).join('; ')}.`,
  timelineCaption: (more: number) =>
    `Filled: when it happened, as long as the date is uncertain. Open: when it was said.${more > 0 ? ` ${more} more dated claims stand in the text only.` : ''}`,
  chartAlt: (links: readonly string[]) => `Chart of links. ${links.join('; ')}.`,
  chartCaption: (more: number) =>
    `Solid: bears out or shows. Dashed: speaks against. Dotted: any other link.${more > 0 ? ` ${more} more links stand in the table only.` : ''}`,
};

/** What was taken out of redacted copies, as their log counts it. */
export const takenOutWords: Words<Redaction['sort']> = {
  picture: 'regions of pictures, filled solid',
  text: 'passages of texts, replaced',
  recording: 'stretches of recordings, silenced or covered',
  still: 'recordings, shown by one picture',
  metadata: 'metadata of pictures and recordings',
};

/** What a redacted copy says of itself. */
export function redactionWords({ sort, parts }: Pick<Redaction, 'sort' | 'parts'>): string {
  if (sort === 'picture') return `${parts} ${parts === 1 ? 'region' : 'regions'} filled solid, and encoded anew from the pixels`;
  if (sort === 'text') return `${parts} ${parts === 1 ? 'passage' : 'passages'} replaced`;
  if (sort === 'recording') return `${parts} ${parts === 1 ? 'stretch' : 'stretches'} silenced or covered, and encoded anew from the samples and frames`;
  return sort === 'still' ? 'one picture in place of a recording' : 'encoded anew from what is seen and heard, without metadata';
}

/** What stands in a dossier about a second reader. */
export function reviewWords(review: { readonly by: string; readonly at: string } | null): string {
  return review ? `Read and signed off by ${review.by} on ${review.at.slice(0, 10)}.` : 'No second reader has signed this off.';
}
