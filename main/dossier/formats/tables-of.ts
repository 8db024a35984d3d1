import type { Citation, DossierClaim, DossierExhibit } from '#shared/dossier/dossier-content.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { withholdings } from '#shared/dossier/withholdings.ts';
import type { ExhibitCopy } from './exhibit-copies.ts';

/** A table of the dossier for programs that reckon: names of columns are stable, cells are codes, numbers and words of the case. */
export type Table = { readonly name: string; readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] };
export type Cell = string | number | null;

/** Everything a dossier tells, as tables; empty ones are there too, so that a program finds what it expects. */
export function tablesOf(dossier: RedactedDossier, copies: readonly ExhibitCopy[]): readonly Table[] {
  return [
    { name: 'statements', columns: ['label', 'part', 'text', 'likelihood', 'confidence', 'cites'], rows: statements(dossier) },
    { name: 'claims', columns: claimColumns, rows: dossier.claims.map(claimRow) },
    { name: 'citations', columns: ['by', 'exhibit', 'sort', 'x', 'y', 'w', 'h', 'quote', 'before', 'after'], rows: citations(dossier) },
    { name: 'exhibits', columns: exhibitColumns, rows: dossier.exhibits.map((exhibit) => exhibitRow(exhibit, copies)) },
    { name: 'sources', columns: sourceColumns, rows: dossier.sources.map(sourceRow) },
    { name: 'links', columns: ['label', 'from', 'from_name', 'type', 'to', 'to_name', 'rationale', 'grade', 'at', 'by'], rows: links(dossier) },
    {
      name: 'people_and_things',
      columns: ['label', 'name', 'other_names', 'kind', 'by_role', 'asserts', 'relays'],
      rows: dossier.actors.map((actor) => [
        ...[actor.label, actor.name, listed(actor.otherNames), actor.kind],
        ...[actor.byRole ? 'yes' : 'no', listed(actor.asserts), listed(actor.relays)],
      ]),
    },
    {
      name: 'places',
      columns: ['label', 'name', 'latitude', 'longitude', 'precision', 'within_metres'],
      rows: dossier.places.map(({ label, name, latitude, longitude, precision, withinMetres }) => [label, name, latitude, longitude, precision, withinMetres]),
    },
    {
      name: 'notes',
      columns: ['label', 'title', 'text', 'about', 'made_at', 'changed_at', 'by'],
      rows: dossier.notes.map((note) => [
        ...[note.label, note.title, note.runs.map((run) => ('cite' in run ? run.cite : run.text)).join('')],
        ...[listed(note.about.map(({ label, name }) => label ?? name)), note.madeAt, note.changedAt, note.by],
      ]),
    },
    {
      name: 'custody',
      columns: ['seq', 'at', 'exhibit', 'action', 'actor', 'reason', 'sha256_before', 'sha256_after', 'previous', 'tool'],
      rows: dossier.custody.map((entry) => [
        ...[entry.seq, entry.at, entry.label, entry.action, entry.actor, entry.reason],
        ...[entry.sha256Before, entry.sha256After, entry.prev, entry.tool],
      ]),
    },
    {
      name: 'withheld',
      columns: ['label', 'kind', 'reasons', 'basis_stated', 'shown_as', 'commitment'],
      rows: dossier.withheld.map(({ label, kind, reasons, basisStated, shownAs, commitment }) => [
        ...[label, kind, listed(reasons), basisStated ? 'yes' : 'no', listed(shownAs), commitment],
      ]),
    },
    {
      name: 'withholding_log',
      columns: ['what', 'count', 'reason', 'legal_basis'],
      rows: withholdings(dossier).map(({ what, count, reason, legalBasis }) => [what, count, reason, legalBasis === '' ? null : legalBasis]),
    },
  ];
}

function statements({ statements: summary, judgments, sections, alternatives, questions }: RedactedDossier): readonly (readonly Cell[])[] {
  return [
    ...summary.map(({ label, text, cites }) => [label, 'summary', text, null, null, listed(cites)]),
    ...judgments.map(({ label, text, likelihood, confidence, cites }) => [label, 'judgment', text, likelihood, confidence, listed(cites)]),
    ...sections.flatMap((section) => section.statements.map(({ label, text, cites }) => [label, section.heading, text, null, null, listed(cites)])),
    ...alternatives.map(({ label, text, cites }) => [label, 'alternative', text, null, null, listed(cites)]),
    ...questions.map(({ label, text }) => [label, 'question', text, null, null, null]),
  ];
}

const claimColumns = [
  'label',
  'text',
  'asserter',
  'act',
  'via',
  'said_at',
  'event_at',
  'finding',
  'credibility',
  'verdict',
  'work_state',
  'exhibits',
  'changed_at',
];
function claimRow(claim: DossierClaim): readonly Cell[] {
  return [
    ...[claim.label, claim.text, claim.asserter, claim.act, listed(claim.via), claim.saidAt, claim.eventAt, claim.finding],
    ...[claim.credibility, claim.verdict, claim.workState, listed([...new Set(claim.citations.map(({ label }) => label))]), claim.changedAt],
  ];
}

function citations({ claims, links: drawn }: RedactedDossier): readonly (readonly Cell[])[] {
  return [
    ...claims.flatMap(({ label, citations: cited }) => cited.map((citation) => citationRow(label, citation))),
    ...drawn.flatMap(({ label, citation }) => (citation ? [citationRow(label, citation)] : [])),
  ];
}
function citationRow(by: string, { label, place }: Citation): readonly Cell[] {
  const region = place.sort === 'region' ? [place.region.x, place.region.y, place.region.w, place.region.h] : [null, null, null, null];
  const quote = place.sort === 'quote' ? [place.exact, place.prefix, place.suffix] : [null, null, null];
  return [by, label, place.sort, ...region, ...quote];
}

const exhibitColumns = [
  'label',
  'name',
  'kind',
  'role',
  'mime',
  'bytes',
  'sha256',
  'taken_in_at',
  'taken_in_by',
  'tool',
  'source',
  'derived_from',
  'transform',
].concat(['at_risk', 'legal_basis', 'warnings', 'has', 'lacks', 'cited_by', 'copies']);
function exhibitRow(exhibit: DossierExhibit, copies: readonly ExhibitCopy[]): readonly Cell[] {
  const files = copies.flatMap(({ label, file }) => (label === exhibit.label ? [file] : []));
  return [
    ...[exhibit.label, exhibit.name, exhibit.kind, exhibit.role, exhibit.mime, exhibit.bytes, exhibit.sha256],
    ...[exhibit.takenInAt, exhibit.takenInBy, exhibit.tool, exhibit.source?.label ?? null],
    ...[exhibit.derivedFrom?.label ?? null, exhibit.derivedFrom?.transform ?? null, listed(exhibit.atRisk), exhibit.legalBasis],
    ...[listed(exhibit.warnings), listed(exhibit.has), listed(exhibit.lacks), listed(exhibit.citedBy), listed(files)],
  ];
}

const sourceColumns = ['label', 'kind', 'title', 'publisher', 'author', 'published_at', 'language', 'url', 'edition', 'reliability', 'relays', 'exhibits'];
function sourceRow(source: RedactedDossier['sources'][number]): readonly Cell[] {
  return [
    ...[source.label, source.kind, source.title, source.publisher, source.author, source.publishedAt, source.language],
    ...[source.url, source.edition, source.reliability, source.originLabel, listed(source.exhibitLabels)],
  ];
}

function links(dossier: RedactedDossier): readonly (readonly Cell[])[] {
  return dossier.links.map(({ label, from, type, to, rationale, grade, at, by }) => [
    label,
    from.label,
    from.name,
    type,
    to.label,
    to.name,
    rationale,
    grade,
    at,
    by,
  ]);
}

function listed(items: readonly string[]): string | null {
  return items.length === 0 ? null : items.join('; ');
}
