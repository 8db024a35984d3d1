import type { Citation, DossierClaim, Endpoint } from '#shared/dossier/dossier-content.ts';
import { actWords, credibilityWords, findingMeanings, findingWords, linkWords, partWords, verdictWords, workWords } from '#shared/dossier/dossier-wording.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { claimsByFinding } from '#shared/dossier/report-parts.ts';
import { cite, facts, html, joined, nothing, type SafeHtml, table, words } from './markup.ts';

/** Every claim with its chain, rating, finding and where it rests. */
export function claims(dossier: RedactedDossier): SafeHtml {
  const languageOf = (label: string) => dossier.exhibits.find((exhibit) => exhibit.label === label)?.source?.language ?? null;
  return html`${claimsByFinding(dossier).map(
    ({
      finding,
      claims: found,
    }) => html`<section aria-label="${findingWords[finding]}"><h3 class="finding">${findingWords[finding]} <small>${findingMeanings[finding]}</small></h3>
${found.map((claim) => claimCard(claim, languageOf))}</section>
`,
  )}`;
}

function claimCard(claim: DossierClaim, languageOf: (label: string) => string | null): SafeHtml {
  return html`<article class="card" id="${claim.label}" aria-labelledby="${claim.label}-words"><header><span class="label">${claim.label}</span><h4 class="title" id="${claim.label}-words">${words(claim.text)}</h4></header>
${chain(claim)}
${facts([
  ['Finding', html`${findingWords[claim.finding]}`],
  ['Credibility (Admiralty)', html`${ratingInWords(claim.credibility)}`],
  ['Verdict on the picture', claim.verdict && html`${verdictWords[claim.verdict]}`],
  ['Said', claim.saidAt && html`${claim.saidAt}`],
  ['Holds of, or as of', claim.eventAt && html`${claim.eventAt}`],
  ['Work', html`${workWords[claim.workState]}`],
])}
${claim.citations.length === 0 ? nothing : html`<h5>Rests on</h5>${claim.citations.map((citation) => place(citation, languageOf(citation.label)))}`}
${claim.related.length === 0 ? nothing : html`<h5>Links</h5><ul>${claim.related.map((related) => html`<li>${relation(related)}</li>`)}</ul>`}
</article>
`;
}

function ratingInWords(credibility: DossierClaim['credibility']): string {
  return credibility === null ? 'not rated' : `${credibility} · ${credibilityWords[credibility]}`;
}

/** From whoever asserted it, through those who relayed it, in order. */
function chain({ asserter, act, via }: DossierClaim): SafeHtml {
  return html`<ol class="chain" aria-label="Who said it, and through whom it came"><li><span>${words(asserter)} <small>${actWords[act]}</small></span></li>${via.map(
    (name) => html`<li><span>${words(name)} <small>relayed</small></span></li>`,
  )}</ol>`;
}

export function place({ label, place: where }: Citation, language: string | null): SafeHtml {
  if (where.sort === 'withheld') return html`<p>withheld ${cite(label)}</p>`;
  if (where.sort === 'whole') return html`<p>${cite(label)} as a whole</p>`;
  if (where.sort === 'region') return html`<p>${cite(label)}, region ${where.region.w} × ${where.region.h} pixels at ${where.region.x}, ${where.region.y}</p>`;
  if (where.sort === 'page' || where.sort === 'time') return html`<p>${cite(label)}, ${partWords(where)}</p>`;
  const tongue = language === null ? nothing : html` lang="${language}"`;
  return html`<blockquote${tongue} dir="auto"><span class="near">…${where.prefix}</span><mark>${where.exact}</mark><span class="near">${where.suffix}…</span> ${cite(label)}</blockquote>`;
}

function relation({ link, type, direction, other }: DossierClaim['related'][number]): SafeHtml {
  const there = endInWords(other);
  return direction === 'from' ? html`${linkWords[type]} ${there} (${cite(link)})` : html`${there} ${linkWords[type]} this (${cite(link)})`;
}

/** An end of a link by its number, or by name when it has none. */
export function endInWords({ label, name }: Endpoint): SafeHtml {
  // People, things and sources go by their names, whatever their numbers.
  if (label === null || /^[PR]/.test(label)) return words(name);
  return label.startsWith('W') ? html`withheld ${cite(label)}` : cite(label);
}

/** Claims that conflict, side by side; nothing here says which is right. */
export function conflicts(dossier: RedactedDossier): SafeHtml {
  const claimOf = (label: string) => dossier.claims.find((claim) => claim.label === label);
  const side = (claim: DossierClaim | undefined) =>
    claim === undefined
      ? nothing
      : html`<div><p>${cite(claim.label)} ${words(claim.text)}</p>${facts([
          ['Asserted by', words(claim.asserter)],
          ['Through', claim.via.length === 0 ? null : joined(claim.via.map(words), ' → ')],
          ['Holds of, or as of', claim.eventAt && html`${claim.eventAt}`],
          ['Finding', html`${findingWords[claim.finding]}`],
          ['Credibility', html`${ratingInWords(claim.credibility)}`],
        ])}</div>`;
  return html`${dossier.conflicts.map(
    ({
      link,
      type,
      left,
      right,
      rationale,
    }) => html`<section class="card" aria-label="${left} ${linkWords[type]} ${right}"><h3>${cite(left)} ${linkWords[type]} ${cite(right)}</h3>
<div class="pair">${side(claimOf(left))}${side(claimOf(right))}</div>
<p class="writing">${rationale === null ? 'No reason is recorded.' : words(rationale)} (${cite(link)})</p></section>
`,
  )}`;
}

export function links(dossier: RedactedDossier): SafeHtml {
  return table(
    'Links between claims, exhibits, people and things',
    ['Link', 'From', 'Type', 'To', 'Why', 'Grade'],
    dossier.links.map((link) => [
      html`<span id="${link.label}" class="label">${link.label}</span>`,
      endInWords(link.from),
      html`${linkWords[link.type]}`,
      endInWords(link.to),
      html`<span class="writing">${link.rationale === null ? '' : words(link.rationale)}</span>${link.citation ? place(link.citation, null) : nothing}`,
      html`${link.grade === null ? '' : link.grade}`,
    ]),
  );
}
