import type { Citation, DossierClaim, Endpoint } from '#shared/dossier/dossier-content.ts';
import { actWords, credibilityWords, findingMeanings, findingWords, linkWords, partWords, verdictWords, workWords } from '#shared/dossier/dossier-wording.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { claimsByFinding } from '#shared/dossier/report-parts.ts';
import { type Xml, xml } from '../xml-text.ts';
import { paragraph, run, table, textWidth } from './word-markup.ts';
import { cite, facts, headed, type Numbers } from './written-parts.ts';

/** Every claim with its chain, rating, finding and where it rests. */
export function claimsPart(dossier: RedactedDossier, numbers: Numbers): readonly Xml[] {
  const languages = new Map(dossier.exhibits.map(({ label, source }) => [label, source?.language ?? null]));
  const told = (claim: DossierClaim) => [
    headed('Heading3', claim.label, claim.text, numbers),
    paragraph('Chain', [run([`${claim.asserter} (${actWords[claim.act]})`, ...claim.via].join(' → '), { soft: true })]),
    facts(
      `About ${claim.label}`,
      [
        ['Finding', findingWords[claim.finding]],
        ['Credibility', rated(claim)],
        ['Verdict on the picture', claim.verdict && verdictWords[claim.verdict]],
        ['Said', claim.saidAt],
        ['Holds of, or as of', claim.eventAt],
        ['Work', workWords[claim.workState]],
      ],
      claim.citations.length + claim.related.length > 0,
    ),
    ...claim.citations.map((citation) => cited(citation, languages.get(citation.label) ?? null)),
    ...claim.related.map(({ type, direction, other, link }) =>
      paragraph(
        'ListBullet',
        direction === 'from'
          ? [run(`${linkWords[type]} `), end(other), run(' ('), cite(link), run(')')]
          : [end(other), run(` ${linkWords[type]} this (`), cite(link), run(')')],
      ),
    ),
  ];
  return claimsByFinding(dossier).flatMap(({ finding, claims }) => [
    paragraph('Heading2', [run(findingWords[finding])]),
    paragraph('Chain', [run(findingMeanings[finding], { soft: true })]),
    ...claims.flatMap(told),
  ]);
}

export function rated({ credibility }: Pick<DossierClaim, 'credibility'>): string {
  return credibility === null ? 'not rated' : `${credibility} · ${credibilityWords[credibility]}`;
}

export function cited({ label, place }: Citation, language: string | null): Xml {
  if (place.sort === 'withheld') return paragraph('Normal', [run('Withheld '), cite(label)]);
  if (place.sort === 'whole') return paragraph('Normal', [cite(label), run(' as a whole')]);
  if (place.sort === 'region') {
    const { x, y, w, h } = place.region;
    return paragraph('Normal', [cite(label), run(`, region ${w} × ${h} pixels at ${x}, ${y}`)]);
  }
  if (place.sort === 'page' || place.sort === 'time') return paragraph('Normal', [cite(label), run(`, ${partWords(place)}`)]);
  const near = { soft: true, language };
  return paragraph('Quote', [run(`…${place.prefix}`, near), run(place.exact, { bold: true, language }), run(`${place.suffix}… `, near), cite(label)]);
}

export function end({ label, name }: Endpoint): Xml {
  if (label === null) return run(name);
  return label.startsWith('W') ? xml`${run('withheld ')}${cite(label)}` : cite(label);
}

/** Claims that conflict, side by side; nothing here says which is right. */
export function conflictsPart(dossier: RedactedDossier): readonly Xml[] {
  const claims = new Map(dossier.claims.map((claim) => [claim.label, claim]));
  const side = (label: string): Xml => {
    const claim = claims.get(label);
    if (!claim) return cite(label);
    return xml`${cite(label)}${run(`  ${claim.text}\n`)}${run(`${[claim.asserter, ...claim.via].join(' → ')}\n${findingWords[claim.finding]}; credibility ${rated(claim)}`, { soft: true })}`;
  };
  const half = Math.floor(textWidth / 2);
  return dossier.conflicts.flatMap(({ link, type, left, right, rationale }) => [
    paragraph('Heading2', [run(`${left} ${linkWords[type]} ${right}`)]),
    table(`${left} ${linkWords[type]} ${right}`, [half, textWidth - half], [left, right], [[side(left), side(right)]]),
    paragraph('Caption', [run(`${rationale ?? 'No reason is recorded.'} (`), cite(link), run(')')]),
  ]);
}
