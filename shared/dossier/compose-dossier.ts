import { type CaseRecord, metaOf } from '#shared/domain/case/case-record.ts';
import type { DossierProfile, Statement } from '#shared/domain/case/dossier-plan.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { ComposedDossier, Guarded } from './composed-dossier.ts';
import { citationOf, describeClaim } from './describe-claim.ts';
import { describeCustody } from './describe-custody.ts';
import { describeExhibit, describeSources } from './describe-exhibit.ts';
import { describeNote } from './describe-note.ts';
import type { DossierActor, DossierClaim, DossierConflict, DossierContent, DossierLink, DossierPlace, DossierStatement, Label } from './dossier-content.ts';
import { livingPlaces } from './living-places.ts';
import { referencesIn } from './note-references.ts';
import { endpointOf, type Numbered, numberObjects } from './number-objects.ts';
import type { PlanToTell } from './plan-to-tell.ts';
import { policies } from './policies.ts';

/** Composes what `plan` asks for out of the case. Nothing is left out yet: that is for {@link applyRedactions}, by `profile`. */
export function composeDossier(record: CaseRecord, plan: PlanToTell, profile: DossierProfile): ComposedDossier {
  const numbered = numberObjects(record, policies[profile].selection === 'everything' ? { ...plan, claimIds: null } : plan);
  const meta = metaOf(record);
  const claims = numbered.claims.map((claim) => describeClaim(numbered, claim));
  const told = describePlan(numbered, plan);
  const links = describeLinks(numbered);
  const custody = describeCustody(numbered, profile);
  const content: Omit<DossierContent, 'asOf'> = {
    title: plan.title,
    profile,
    template: plan.template,
    style: plan.style,
    about: { title: meta.title, purpose: meta.purpose, handling: meta.handling, analysts: meta.analysts, openedAt: meta.openedAt },
    ...told,
    exhibits: numbered.evidence.map((item) =>
      describeExhibit(numbered, item, profile, citersOf(numbered.labels.get(item.id) ?? '', claims, statementsOf(told))),
    ),
    claims,
    conflicts: conflictsAmong(links),
    links,
    notes: numbered.notes.map((note) => describeNote(numbered, note)),
    notesLeftOut: 0,
    claimsLeftOut: 0,
    actors: describeActors(numbered),
    places: describePlaces(numbered),
    placesLeftOut: 0,
    sources: describeSources(numbered),
    custody: custody.told,
    custodyLeftOut: custody.leftOut,
    checkpoint: null,
    review: null,
    withheld: [],
  };
  const overridden = plan.overrides.map(({ evidenceId }) => evidenceId);
  return {
    content: { ...content, asOf: newestMoment(content) },
    guarded: guardedOf(numbered, overridden),
    overridden,
    leavesOutMarked: plan.marked === 'left-out',
  };
}

/** The newest moment a dossier tells of: stands as its date in every format. */
export function newestMoment(content: Omit<DossierContent, 'asOf'>): Instant {
  const moments = [
    content.about.openedAt,
    ...content.exhibits.map((exhibit) => exhibit.takenInAt),
    ...content.claims.map((claim) => claim.changedAt),
    ...content.links.map((link) => link.at),
    ...content.notes.map((note) => note.changedAt),
    ...content.custody.map((entry) => entry.at),
  ];
  return moments.sort().at(-1) ?? content.about.openedAt;
}

type PlannedParts = Pick<DossierContent, 'statements' | 'judgments' | 'sections' | 'alternatives' | 'questions'>;

/** The analysts' own words, numbered: `S…` runs on through summary and sections. */
function describePlan(numbered: Numbered, plan: PlanToTell): PlannedParts {
  let told = plan.statements.length;
  return {
    statements: plan.statements.map((statement, index) => describeStatement(numbered, statement, `S${index + 1}`)),
    judgments: plan.judgments.map(({ likelihood, confidence, basis, ...judgment }, index) => ({
      ...describeStatement(numbered, judgment, `J${index + 1}`),
      ...{ likelihood, confidence, basis },
    })),
    sections: plan.sections.map(({ id, heading, statements }) => ({
      ...{ id, heading },
      statements: statements.map((statement) => {
        told += 1;
        return describeStatement(numbered, statement, `S${told}`);
      }),
    })),
    alternatives: plan.alternatives.map((statement, index) => describeStatement(numbered, statement, `A${index + 1}`)),
    questions: plan.questions.map(({ id, text }, index) => ({ label: `Q${index + 1}`, id, text })),
  };
}

/** Every sentence of the analysts that cites, in the order it is told. */
export function statementsOf(told: PlannedParts): readonly DossierStatement[] {
  return [...told.statements, ...told.judgments, ...told.sections.flatMap((section) => section.statements), ...told.alternatives];
}

function describeStatement(numbered: Numbered, { id, text, citeIds }: Statement, label: Label): DossierStatement {
  const cites = citeIds.flatMap((cited) => {
    const citedLabel = numbered.labels.get(cited);
    return citedLabel && /^[EC]/.test(citedLabel) ? [citedLabel] : [];
  });
  return { label, id, text, cites: [...new Set(cites)], unresolved: citeIds.length - cites.length };
}

function describeLinks(numbered: Numbered): readonly DossierLink[] {
  return numbered.links.map((link) => ({
    label: numbered.labels.get(link.id) ?? '',
    id: link.id,
    from: endpointOf(numbered, link.fromId),
    type: link.type,
    to: endpointOf(numbered, link.toId),
    rationale: link.rationale,
    citation: link.anchor && citationOf(numbered, link.anchor),
    grade: link.grade,
    at: link.at,
    by: link.by,
  }));
}

function conflictsAmong(links: readonly DossierLink[]): readonly DossierConflict[] {
  return links.flatMap(({ label, type, from, to, rationale }) =>
    (type === 'contradicts' || type === 'refutes') && from.label?.startsWith('C') && to.label?.startsWith('C')
      ? [{ link: label, type, left: from.label, right: to.label, rationale }]
      : [],
  );
}

function describeActors({ actors, claims, labels }: Numbered): readonly DossierActor[] {
  const labelled = (ids: readonly { readonly id: string }[]): readonly Label[] => ids.flatMap(({ id }) => labels.get(id) ?? []);
  return actors.map(({ id, names, kind }) => {
    const [name = '', ...otherNames] = names;
    return {
      label: labels.get(id) ?? '',
      ...{ id, name, otherNames, kind },
      byRole: false,
      asserts: labelled(claims.filter((claim) => claim.asserterId === id)),
      relays: labelled(claims.filter((claim) => claim.viaIds.some((via) => via === id))),
    };
  });
}

/** Where what is numbered here is, in the order of its numbers. */
function describePlaces({ actors, labels }: Numbered): readonly DossierPlace[] {
  return actors.flatMap(({ id, names, place }) =>
    place
      ? [
          {
            ...{ label: labels.get(id) ?? '', id, name: names[0] ?? '', latitude: place.latitude, longitude: place.longitude },
            ...{ precision: place.precision, withinMetres: place.radiusMetres },
          },
        ]
      : [],
  );
}

function citersOf(exhibit: Label, claims: readonly DossierClaim[], statements: readonly DossierStatement[]): readonly Label[] {
  const citing = claims.filter(
    (claim) => claim.citations.some((citation) => citation.label === exhibit) || claim.related.some(({ other }) => other.label === exhibit),
  );
  return [...statements.filter((statement) => statement.cites.includes(exhibit)), ...citing].map(({ label }) => label);
}

function guardedOf({ record, labels, marksOf }: Numbered, overridden: readonly string[]): Guarded {
  const isGuarded = (item: EvidenceItem) => marksOf(item).length > 0 && !overridden.includes(item.id);
  const isCopyOfGuarded = ({ derivedFrom }: EvidenceItem) => {
    const from = derivedFrom?.redaction && record.evidence[derivedFrom.evidenceId];
    return from !== undefined && isGuarded(from);
  };
  const atRisk = Object.values(record.evidence).filter(isGuarded);
  const marked = atRisk.flatMap(({ places = [] }) => places);
  const anchors = [
    ...[...Object.values(record.claims), ...Object.values(record.notes)].flatMap((object) => object.anchors),
    ...Object.values(record.links).flatMap((link) => link.anchor ?? []),
    ...marked.map(({ anchor }) => anchor),
  ];
  return {
    exhibits: atRisk.map((item) => ({
      label: labels.get(item.id) ?? null,
      id: item.id,
      reasons: marksOf(item),
      name: item.name,
      hashes: hashesOf(item),
      quotes: [
        ...anchors.flatMap((anchor) => (anchor.sort === 'quote' && anchor.evidenceId === item.id ? [anchor.exact] : [])),
        ...(item.places ?? []).flatMap(({ label, transcription }) => [label, transcription].flatMap((words) => words ?? [])),
      ],
    })),
    sources: Object.values(record.sources).flatMap(({ id, title, url, author }) => {
      const held = Object.values(record.evidence).filter((item) => item.sourceId === id && !isCopyOfGuarded(item));
      return held.length > 0 && held.every(isGuarded) ? [{ id, title, url, author, exhibitIds: held.map((item) => item.id) }] : [];
    }),
    people: Object.values(record.entities).flatMap(({ id, names, roleOnly }) => (roleOnly === null ? [] : [{ id, names, role: roleOnly }])),
    places: livingPlaces(record, overridden),
    noteSubjects: Object.fromEntries(
      Object.values(record.notes).map((note) => [note.id, [...note.aboutIds, ...referencesIn(note.text), ...note.anchors.map(({ evidenceId }) => evidenceId)]]),
    ),
  };
}

function hashesOf(item: EvidenceItem): readonly string[] {
  const copies = [item.text, item.page, item.picture?.display, item.picture?.figure, ...(item.sheets?.drawn ?? [])];
  return [item.sha256, item.blob, ...copies.flatMap((copy) => (copy ? [copy.sha256, copy.blob] : []))];
}
