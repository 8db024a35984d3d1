import type { DossierJudgment, DossierStatement } from '#shared/dossier/dossier-content.ts';
import { reliabilityWords, sourceWords } from '#shared/dossier/dossier-wording.ts';
import { linkChartFigure } from '#shared/dossier/figures/link-chart.ts';
import type { Figure, Paint } from '#shared/dossier/figures/paint.ts';
import { timelineFigure } from '#shared/dossier/figures/timeline.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { nameIndex } from '#shared/dossier/report-parts.ts';
import { judgmentWords } from '#shared/dossier/report-wording.ts';
import { visibleText } from '../visible-text.ts';
import { address, citeRuns, cites, html, joined, nothing, type SafeHtml, table, words } from './markup.ts';

export function statement({ label, text, cites: labels }: DossierStatement): SafeHtml {
  return html`<div class="statement" id="${label}"><span class="label">${label}</span><p>${words(text)} <span class="cites">${cites(labels)}</span></p></div>
`;
}

export function judgments({ judgments: all }: RedactedDossier): SafeHtml {
  return html`${all.map((judgment) => judged(judgment))}`;
}

/** Likelihood and confidence stand in sentences of their own. */
function judged(judgment: DossierJudgment): SafeHtml {
  const { likelihood, confidence } = judgmentWords(judgment);
  return html`<section class="judgment" aria-label="${judgment.label}">${statement(judgment)}<p class="estimate">${likelihood}</p><p class="estimate">${confidence} ${words(judgment.basis)}</p></section>
`;
}

export function sections({ sections: all }: RedactedDossier): SafeHtml {
  return html`${all.map(
    ({ heading, statements }) => html`<section><h3>${words(heading)}</h3>
${statements.map(statement)}</section>
`,
  )}`;
}

export function alternatives({ alternatives: all }: RedactedDossier): SafeHtml {
  return html`${all.map(statement)}`;
}

export function questions({ questions: all }: RedactedDossier): SafeHtml {
  return html`<ul class="questions">${all.map(({ label, text }) => html`<li id="${label}"><span class="label">${label}</span> ${words(text)}</li>`)}</ul>`;
}

export function sources({ sources: all }: RedactedDossier): SafeHtml {
  return table(
    'Sources of the exhibits, and whom they relay',
    ['No.', 'Title', 'By', 'Published', 'Kind', 'Reliability', 'Exhibits'],
    all.map(({ label, title, publisher, author, publishedAt, kind, reliability, exhibitLabels, url, origin }) => [
      html`<span id="${label}" class="label">${label}</span>`,
      html`${words(title)}${url === null ? nothing : html` <small>${address(url)}</small>`}${origin === null ? nothing : html` <small>relays ${words(origin)}</small>`}`,
      joined(
        [author, publisher].flatMap((name) => (name === null ? [] : [words(name)])),
        ', ',
      ),
      html`${publishedAt ?? ''}`,
      html`${sourceWords[kind]}`,
      html`${reliability === null ? 'not rated' : `${reliability} · ${reliabilityWords[reliability]}`}`,
      citeRuns(exhibitLabels),
    ]),
  );
}

export function index(dossier: RedactedDossier): SafeHtml {
  return html`<ul class="index">${nameIndex(dossier).map(({ name, at }) => html`<li>${words(name)} <span class="cites">${citeRuns(at)}</span></li>`)}</ul>`;
}

const paint: Paint = {
  fill: (ink) => `class="f-${ink}"`,
  stroke: (ink) => `data-line="${ink}"`,
  words: visibleText,
  escaped: (words) => html`${words}`.safeHtml,
  font: 'inherit',
};

export function timeline(dossier: RedactedDossier): SafeHtml {
  return drawn(timelineFigure(dossier, paint), 'timeline-figure');
}

export function linkChart(dossier: RedactedDossier): SafeHtml {
  return drawn(linkChartFigure(dossier, paint), 'chart-figure');
}

/** The words for who does not see it stand in the picture itself; a screen can be narrower than it, so it can be moved. */
function drawn(figure: Figure | null, id: string): SafeHtml {
  if (figure === null) return nothing;
  const named = figure.svg
    .replace('<svg ', `<svg role="img" aria-labelledby="${id}" `)
    .replace('>', () => html`><title id="${id}">${figure.alt}</title>`.safeHtml);
  return html`<figure class="drawn"><div class="wide" role="region" aria-labelledby="${id}-words" tabindex="0">${{ safeHtml: named }}</div><figcaption id="${id}-words">${figure.caption}</figcaption></figure>`;
}
