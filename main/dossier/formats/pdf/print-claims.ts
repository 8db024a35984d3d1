import type { DossierClaim } from '#shared/dossier/dossier-content.ts';
import { actWords, findingMeanings, findingWords, linkWords, verdictWords, workWords } from '#shared/dossier/dossier-wording.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { claimsByFinding } from '#shared/dossier/report-parts.ts';
import { end, facts, type Print, place, rating } from './print-phrases.ts';
import type { Printer } from './printable-text.ts';

export function tellClaims(dossier: RedactedDossier, { print, printShort }: Pick<Printer, 'print' | 'printShort'>): readonly object[] {
  return claimsByFinding(dossier).flatMap(({ finding, claims }) =>
    claims.map((claim, index) => ({
      // The first of its finding bears the heading.
      finding: index === 0 ? [findingWords[finding], findingMeanings[finding]] : null,
      label: claim.label,
      length: lengthOf(claim),
      text: printShort(claim.text),
      chain: [print(`${claim.asserter} (${actWords[claim.act]})`), ...claim.via.map((name) => print(`${name} (relayed)`))],
      facts: facts([
        ['Finding', findingWords[claim.finding]],
        ['Credibility (Admiralty)', rating(claim.credibility)],
        ['Verdict on the picture', claim.verdict && verdictWords[claim.verdict]],
        ['Said', claim.saidAt],
        ['Holds of, or as of', claim.eventAt],
        ['Work', workWords[claim.workState]],
      ]),
      citations: claim.citations.map((citation) => place(citation, print)),
      related: claim.related.map(({ link, type, direction, other }) => ({
        link,
        words: linkWords[type],
        from: direction === 'from',
        other: end(other, print),
      })),
    })),
  );
}

/** About how many letters a claim takes up: what is longer than a good part of a page may break. */
function lengthOf({ text, asserter, via, citations, related }: DossierClaim): number {
  const quoted = citations.map(({ place: where }) => (where.sort === 'quote' ? where.exact.length + where.prefix.length + where.suffix.length + 60 : 60));
  const ends = related.map(({ other }) => other.name.length + 60);
  return [text.length, asserter.length, ...via.map((name) => name.length + 12), ...quoted, ...ends].reduce((sum, each) => sum + each, 0);
}

export function tellConflicts(dossier: RedactedDossier, print: Print): readonly object[] {
  return dossier.conflicts.map(({ link, type, left, right, rationale }) => ({
    link,
    words: linkWords[type],
    sides: [left, right].map((label) => ({ label, ...sideOf(dossier, label, print) })),
    rationale: rationale === null ? 'No reason is recorded.' : print(rationale),
  }));
}

function sideOf(dossier: RedactedDossier, label: string, print: Print): object {
  const claim = dossier.claims.find((candidate) => candidate.label === label);
  if (!claim) return { text: '', facts: [] };
  return {
    text: print(claim.text),
    facts: facts([
      ['Asserted by', print(claim.asserter)],
      ['Through', print(claim.via.join(' → '))],
      ['Holds of, or as of', claim.eventAt],
      ['Finding', findingWords[claim.finding]],
      ['Credibility', rating(claim.credibility)],
    ]),
  };
}
