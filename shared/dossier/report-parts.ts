import type { DossierTemplate } from '#shared/domain/case/dossier-plan.ts';
import type { RedactedDossier } from './redacted-dossier.ts';

/** Parts of a report. Every format tells them in the order that the template gives, and leaves out those with nothing in them. */
export type ReportPart =
  | 'summary'
  | 'judgments'
  | 'sections'
  | 'timeline'
  | 'actors'
  | 'claims'
  | 'conflicts'
  | 'alternatives'
  | 'questions'
  | 'exhibits'
  | 'sources'
  | 'links'
  | 'notes'
  | 'custody'
  | 'key'
  | 'method'
  | 'glossary'
  | 'index';

const claims: readonly ReportPart[] = ['claims', 'conflicts', 'alternatives', 'questions'];
const end: readonly ReportPart[] = ['notes', 'custody', 'key', 'method', 'glossary', 'index'];
const material: readonly ReportPart[] = ['exhibits', 'sources', 'links', 'actors'];
const orders: { readonly [T in DossierTemplate]: readonly ReportPart[] } = {
  incident: ['summary', 'judgments', 'sections', 'timeline', ...claims, ...material, ...end],
  profile: ['summary', 'judgments', 'actors', 'sections', 'links', 'timeline', ...claims, 'exhibits', 'sources', ...end],
  verification: ['summary', 'judgments', 'sections', 'exhibits', ...claims, 'timeline', 'sources', 'links', 'actors', ...end],
  chronology: ['summary', 'timeline', 'sections', 'claims', 'judgments', 'conflicts', 'alternatives', 'questions', ...material, ...end],
};

/** The parts this dossier has, in the order of its template. */
export function reportParts(dossier: RedactedDossier): readonly ReportPart[] {
  const counts: { readonly [P in ReportPart]?: number } = {
    summary: dossier.statements.length,
    judgments: dossier.judgments.length,
    sections: dossier.sections.length,
    timeline: dossier.claims.filter(({ eventAt, saidAt }) => eventAt !== null || saidAt !== null).length >= 2 ? 1 : 0,
    actors: dossier.actors.length,
    claims: dossier.claims.length,
    conflicts: dossier.conflicts.length,
    alternatives: dossier.alternatives.length,
    questions: dossier.questions.length,
    exhibits: dossier.exhibits.length,
    sources: dossier.sources.length,
    links: dossier.links.length,
    notes: dossier.notes.length,
    custody: dossier.custody.length,
    index: dossier.actors.length + dossier.sources.length,
  };
  return orders[dossier.template].filter((part) => (counts[part] ?? 1) > 0);
}

/** Claims in the order of their findings, those that hold first; within one as they are numbered. */
const findingOrder = [
  'corroborated',
  'uncorroborated',
  'disputed',
  'contradicted',
  'refuted',
  'unverifiable',
  'withdrawn',
  'superseded',
  'unassessed',
] as const;

export function claimsByFinding({ claims }: RedactedDossier) {
  return findingOrder.flatMap((finding) => {
    const found = claims.filter((claim) => claim.finding === finding);
    return found.length === 0 ? [] : [{ finding, claims: found }];
  });
}

/** Names of people, organisations, things and sources with where they are told of, in the order of the alphabet. */
export function nameIndex({ actors, sources, links }: RedactedDossier): readonly { readonly name: string; readonly at: readonly string[] }[] {
  const linked = (label: string) => links.filter(({ from, to }) => from.label === label || to.label === label).map((link) => link.label);
  const entries = [
    ...actors.flatMap(({ label, name, otherNames, asserts, relays }) =>
      [name, ...otherNames].map((one) => ({ name: one, at: [...asserts, ...relays, ...linked(label)] })),
    ),
    ...sources.map(({ label, title, exhibitLabels }) => ({ name: title, at: [...exhibitLabels, ...linked(label)] })),
  ];
  return entries
    .map(({ name, at }) => ({ name, at: [...new Set(at)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.name < b.name ? -1 : 1));
}
