import { findings } from '#shared/domain/claim/claim.ts';
import { credibilityGrades, reliabilityGrades } from '#shared/domain/rating/admiralty.ts';
import type { DossierCheckpoint } from '#shared/dossier/dossier-content.ts';
import {
  credibilityWords,
  custodyProofWords,
  custodyWords,
  findingMeanings,
  findingWords,
  methodWords,
  reliabilityWords,
} from '#shared/dossier/dossier-wording.ts';
import { noteWriting } from '#shared/dossier/note-writing.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { confidenceRows, likelihoodRows } from '#shared/dossier/report-wording.ts';
import { endInWords } from './claims.ts';
import { cite, facts, html, joined, moment, nothing, type SafeHtml, table, words } from './markup.ts';
import { writing } from './writing.ts';

export function notes({ notes: all }: RedactedDossier): SafeHtml {
  return html`${all.map((note) => {
    const { label, title, about, by, changedAt, versions } = note;
    return html`<article class="card" id="${label}" aria-labelledby="${label}-title"><header><span class="label">${label}</span><h3 id="${label}-title">${title === null ? 'Note' : words(title)}</h3></header>
${writing(noteWriting(note))}
<p class="soft">${words(by)}, ${moment(changedAt)}${versions > 1 ? `, version ${versions}` : ''}${about.length === 0 ? nothing : html`; about ${joined(about.map(endInWords), ', ')}`}</p></article>
`;
  })}`;
}

export function custody({ custody: entries, checkpoint }: RedactedDossier): SafeHtml {
  const log = table(
    'What happened to the exhibits, in order',
    ['No.', 'When', 'Exhibit', 'What', 'Who', 'With', 'Reason', 'SHA-256 before and after'],
    entries.map((entry) => [
      html`${entry.seq}`,
      moment(entry.at),
      entry.label === null ? html`not in this dossier` : cite(entry.label),
      html`${custodyWords[entry.action]}`,
      words(entry.actor),
      html`${entry.tool}`,
      entry.reason === null ? nothing : words(entry.reason),
      html`<span class="hash">${digests(entry.sha256Before, entry.sha256After)}</span>`,
    ]),
    'log',
  );
  return html`${checkpoint === null ? nothing : proofNote(checkpoint, entries.length)}${log}`;
}

/** The signed state of the log that the entries are proven under, with six words to compare by voice. */
function proofNote(checkpoint: DossierCheckpoint, told: number): SafeHtml {
  const { root, words: six, signedBy } = checkpoint;
  return html`<p>${custodyProofWords(checkpoint, told)}</p>
${facts([
  ['Six words', html`<strong>${six.join(' ')}</strong>`],
  ['Root of the log', html`<span class="hash">${root}</span>`],
  ['Signed by', joined(signedBy.map(words), ', ')],
])}
`;
}

function digests(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before === after) return `${after}, unchanged`;
  return [before === null ? '' : `before ${before}`, after ?? ''].filter((digest) => digest !== '').join(', then ');
}

export function method({ profile }: RedactedDossier): SafeHtml {
  const told = methodWords(profile);
  return html`${told.method.map((paragraph) => html`<p>${paragraph}</p>`)}<h3>Limits</h3>${told.limits.map((paragraph) => html`<p>${paragraph}</p>`)}`;
}

export function glossary(): SafeHtml {
  const plain = (pairs: readonly (readonly [string, string])[]) => pairs.map((pair) => pair.map((text) => html`${text}`));
  const rows = (codes: readonly string[], meanings: { readonly [code: string]: string }) => codes.map((code) => [html`${code}`, html`${meanings[code] ?? ''}`]);
  return html`${table('Likelihood (ICD 203)', ['Words', 'Band'], plain(likelihoodRows))}
${table('Confidence (ICD 203)', ['Level', 'Meaning'], plain(confidenceRows))}
${table('Reliability of a source (Admiralty code)', ['Grade', 'Meaning'], rows(reliabilityGrades, reliabilityWords))}
${table('Credibility of a claim (Admiralty code)', ['Grade', 'Meaning'], rows(credibilityGrades, credibilityWords))}
${table(
  'Finding on a claim',
  ['Finding', 'Meaning'],
  findings.map((finding) => [html`${findingWords[finding]}`, html`${findingMeanings[finding]}`]),
)}`;
}
