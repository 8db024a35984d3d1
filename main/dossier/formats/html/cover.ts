import { actorWords, profileWords, riskWords } from '#shared/dossier/dossier-wording.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { labelKinds, labelsStay, reviewWords } from '#shared/dossier/report-wording.ts';
import { withholdings } from '#shared/dossier/withholdings.ts';
import type { ExhibitCopy } from '../exhibit-copies.ts';
import { cite, citeRuns, facts, html, joined, moment, nothing, type SafeHtml, table, words } from './markup.ts';
import { placeOf } from './picture-place.ts';
import { statement } from './report.ts';

/** Title page: what this is, whose, as of when, and how it is to be handled. */
export function cover({ title, profile, about, asOf, style, review, exhibits }: RedactedDossier, pictures: readonly ExhibitCopy[]): SafeHtml {
  const mark = exhibits.find(({ id }) => id === style.logoId);
  const logo = mark && pictures.some(({ label }) => label === mark.label) ? mark : null;
  return html`<header class="cover">${logo ? html`<img class="logo" alt="${style.publisher ?? logo.name}" src="${{ safeHtml: placeOf(logo.label) }}">` : nothing}${style.publisher === null ? nothing : html`<p class="publisher">${words(style.publisher)}</p>`}<p class="kind">Dossier · ${profileWords[profile]}</p>
<h1>${words(title)}</h1>
${facts([
  ['Case', words(about.title)],
  [about.analysts.length === 1 ? 'Analyst' : 'Analysts', joined(about.analysts.map(words), ', ')],
  ['Case opened', moment(about.openedAt)],
  ['As of', moment(asOf)],
  ['Review', words(reviewWords(review))],
])}
${about.purpose === '' ? nothing : html`<p class="writing"><span class="soft">Purpose: </span>${words(about.purpose)}</p>`}
</header>`;
}

/** The handling note, on every screen and every printed page. */
export function handlingNote({ about, profile }: RedactedDossier): SafeHtml {
  return html`<aside class="handling" aria-label="Handling">${about.handling.trim() === '' ? html`${profileWords[profile]}` : words(about.handling)}</aside>`;
}

export function contents(sections: readonly { readonly part: string; readonly title: string; readonly count: number | null }[]): SafeHtml {
  return html`<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ol>${sections.map(
    ({ part, title, count }) => html`<li><a href="#${part}">${title}</a>${count === null ? nothing : html`<span class="soft">${count}</span>`}</li>`,
  )}</ol></nav>`;
}

export function summary({ statements }: RedactedDossier): SafeHtml {
  return html`${statements.map(statement)}`;
}

export function key(dossier: RedactedDossier): SafeHtml {
  const kinds = labelKinds.map(([letter, meaning]) => html`<span class="label">${letter}</span> ${meaning}`);
  return html`<p>${joined(kinds, ', ')}. ${labelsStay}</p>
${dossier.withheld.length === 0 ? nothing : withheldTable(dossier.withheld)}${withholdingLog(dossier)}`;
}

function withheldTable(withheld: RedactedDossier['withheld']): SafeHtml {
  return html`<h3 id="withheld">Withheld exhibits</h3><div class="wide" role="region" aria-label="Withheld exhibits" tabindex="0"><table><caption>Left out to protect people; each can be asked for by its number.</caption>
<thead><tr><th scope="col">Number</th><th scope="col">Reason</th><th scope="col">Shown as</th><th scope="col">Commitment (HMAC-SHA-256)</th></tr></thead><tbody>${withheld.map(
    ({ label, reasons, shownAs, commitment }) =>
      html`<tr id="${label}"><th scope="row"><span class="label">${label}</span></th><td>${reasons.map((reason) => riskWords[reason]).join('; ')}</td><td>${shownAs.length === 0 ? 'nothing' : joined(shownAs.map(cite), ' ')}</td><td><span class="hash">${commitment ?? ''}</span></td></tr>`,
  )}</tbody></table></div>`;
}

/** The log of what was withheld and taken out, counted; it tells nothing of what that was. */
function withholdingLog(dossier: RedactedDossier): SafeHtml {
  const log = withholdings(dossier);
  if (log.length === 0) return nothing;
  const rows = log.map(({ what, count, reason, legalBasis }) => [html`${what}`, html`${count}`, words(reason), words(legalBasis)]);
  return html`<h3>Log of what is withheld</h3>${table('What this edition holds back or took out of copies', ['What', 'How many', 'Why', 'Legal basis'], rows)}`;
}

/** Who speaks in the dossier, with their names in every script seen. */
export function actors({ actors: all }: RedactedDossier): SafeHtml {
  return table(
    'People, organisations and things named in this dossier',
    ['Name', 'Other names', 'Kind', 'Asserts', 'Relays'],
    all.map(({ name, otherNames, kind, byRole, asserts, relays }) => [
      words(name),
      joined(otherNames.map(words), ' · '),
      html`${actorWords[kind]}${byRole ? ', shown by role' : ''}`,
      citeRuns(asserts),
      citeRuns(relays),
    ]),
  );
}
