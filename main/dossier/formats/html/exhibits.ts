import type { DossierExhibit } from '#shared/dossier/dossier-content.ts';
import { factWords, kindWords, reliabilityWords, riskWords, roleWords, sourceWords, warningWords } from '#shared/dossier/dossier-wording.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { redactionWords } from '#shared/dossier/report-wording.ts';
import { type ExhibitCopy, recordingPlace } from '../exhibit-copies.ts';
import { madeFrom } from '../made-from.ts';
import { regionsOf } from '../regions-cited.ts';
import { bytesInWords } from '../visible-text.ts';
import { address, cite, citeRuns, cites, facts, html, joined, moment, nothing, type SafeHtml, table, words } from './markup.ts';
import { placeOf } from './picture-place.ts';

/** Every exhibit: what it is, where it comes from, what proves it unchanged, what its collection lacks, who cites it. */
export function exhibits(dossier: RedactedDossier, copies: readonly ExhibitCopy[]): SafeHtml {
  const list = table(
    'Exhibits in this dossier',
    ['No.', 'Name', 'Kind', 'Source', 'Cited by'],
    dossier.exhibits.map((exhibit) => [
      cite(exhibit.label),
      words(exhibit.name),
      html`${kindWords[exhibit.kind]}`,
      exhibit.source ? words(exhibit.source.title) : nothing,
      citeRuns(exhibit.citedBy),
    ]),
  );
  return html`${list}${dossier.exhibits.map((exhibit) =>
    exhibitCard(
      dossier,
      exhibit,
      copies.find((copy) => copy.label === exhibit.label),
    ),
  )}`;
}

function exhibitCard(dossier: RedactedDossier, exhibit: DossierExhibit, picture: ExhibitCopy | undefined): SafeHtml {
  const { source } = exhibit;
  const recording = recordingPlace(exhibit);
  const made = madeFrom(dossier, exhibit.label);
  return html`<article class="card" id="${exhibit.label}" aria-labelledby="${exhibit.label}-name"><header><span class="label">${exhibit.label}</span><h3 id="${exhibit.label}-name">${words(exhibit.name)}</h3></header>
<div class="exhibit${picture ? ' pictured' : ''}">${picture && exhibit.picture ? figure(dossier, exhibit, picture) : nothing}<div>
${exhibit.atRisk.length === 0 ? nothing : html`<p class="risk">People at risk: ${exhibit.atRisk.map((mark) => riskWords[mark]).join('; ')}. ${exhibit.legalBasis === null ? '' : `Legal basis: ${exhibit.legalBasis}`}</p>`}
${facts([
  ['SHA-256 of the original bytes', html`<span class="hash">${exhibit.sha256}</span>`],
  ['Kind', html`${kindWords[exhibit.kind]}, ${roleWords[exhibit.role]}`],
  ['Content', html`${exhibit.mime}, ${bytesInWords(exhibit.bytes)}`],
  ['Taken in', html`${moment(exhibit.takenInAt)} by ${words(exhibit.takenInBy)} with ${exhibit.tool}`],
  ['Derived from', exhibit.derivedFrom && html`${cite(exhibit.derivedFrom.label)}: ${words(exhibit.derivedFrom.transform)}`],
  [
    'Redaction',
    exhibit.redaction &&
      html`${redactionWords(exhibit.redaction)}. ${words(exhibit.redaction.reason)}${exhibit.redaction.legalBasis === null ? nothing : html` (${words(exhibit.redaction.legalBasis)})`}`,
  ],
  ['Made from it', made.length === 0 ? null : cites(made)],
  ['Recording', recording === null ? null : html`${recording}`],
  ['Cited by', exhibit.citedBy.length === 0 ? html`nothing in this dossier` : citeRuns(exhibit.citedBy, ', ')],
])}
${source ? sourceFacts(source) : nothing}
<h4>Collection (Berkeley Protocol § 155)</h4><p>${exhibit.has.length === 0 ? nothing : html`<span class="holds">Held: ${exhibit.has.map((fact) => factWords[fact]).join(', ')}.</span> `}${
    exhibit.lacks.length === 0 ? nothing : html`<span class="lacks">Missing: ${exhibit.lacks.map((fact) => factWords[fact]).join(', ')}.</span>`
  }</p>
${exhibit.warnings.length === 0 ? nothing : html`<p>Noticed at intake: ${exhibit.warnings.map((warning) => warningWords[warning]).join('; ')}.</p>`}
${
  exhibit.found.length === 0
    ? nothing
    : html`<details><summary>What the file says of itself (${exhibit.found.length})</summary>${table(
        'What the file says of itself',
        ['Field', 'Value', 'Where'],
        exhibit.found.map(({ field, value, where }) => [words(field), words(value), words(where)]),
      )}</details>`
}
</div></div></article>
`;
}

function sourceFacts(source: NonNullable<DossierExhibit['source']>): SafeHtml {
  const by = [source.author, source.publisher].flatMap((name) => (name === null ? [] : [words(name)]));
  return html`<h4>Source</h4>${facts([
    ['Title', html`${words(source.title)} (${sourceWords[source.kind]})`],
    ['By', by.length === 0 ? null : joined(by, ', ')],
    ['Published', source.publishedAt === null ? null : html`${source.publishedAt}`],
    ['Edition', source.edition === null ? null : words(source.edition)],
    ['Language', source.language === null ? null : html`${source.language}`],
    ['Address', source.url === null ? null : address(source.url)],
    ['Relays', source.origin === null ? null : words(source.origin)],
    ['Reliability (Admiralty)', html`${source.reliability === null ? 'not rated' : `${source.reliability} · ${reliabilityWords[source.reliability]}`}`],
  ])}`;
}

function figure(dossier: RedactedDossier, exhibit: DossierExhibit, copy: ExhibitCopy): SafeHtml {
  const size = exhibit.picture?.figure ?? { width: 1, height: 1 };
  const regions = regionsOf(dossier, exhibit);
  const frames = regions.map(({ x, y, w, h }) => html`<rect x="${x}" y="${y}" width="${w}" height="${h}"/>`);
  const outline =
    regions.length === 0
      ? nothing
      : html`<svg viewBox="0 0 ${exhibit.picture?.width ?? 1} ${exhibit.picture?.height ?? 1}" preserveAspectRatio="none" aria-hidden="true">${frames}</svg>`;
  const shown = html`<figure><span class="frame"><img src="${{ safeHtml: placeOf(copy.label) }}" width="${size.width}" height="${size.height}" alt="Exhibit ${exhibit.label}: ${exhibit.name}">${outline}</span>
<figcaption>Re-encoded copy without metadata; the original is ${exhibit.picture?.width ?? 0} × ${exhibit.picture?.height ?? 0} pixels.${
    regions.length === 0 ? '' : ` Framed: ${[...new Set(regions.map(({ by }) => by))].join(', ')}.`
  }</figcaption></figure>`;
  if (exhibit.atRisk.length === 0) return shown;
  // Nobody comes upon it unasked: neither on the screen nor in print.
  return html`<details class="shield"><summary>Show the picture: ${exhibit.atRisk.map((mark) => riskWords[mark]).join('; ')}</summary>${shown}</details>`;
}
