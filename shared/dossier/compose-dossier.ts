import { type CaseRecord, metaOf } from '#shared/domain/case/case-record.ts';
import type { DossierPlan, DossierProfile } from '#shared/domain/case/dossier-plan.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { ComposedDossier, Guarded } from './composed-dossier.ts';
import { citationOf, describeClaim } from './describe-claim.ts';
import { describeCustody } from './describe-custody.ts';
import { describeExhibit } from './describe-exhibit.ts';
import { describeNote } from './describe-note.ts';
import type { DossierActor, DossierClaim, DossierConflict, DossierContent, DossierLink, DossierStatement, Label } from './dossier-content.ts';
import { referencesIn } from './note-references.ts';
import { endpointOf, type Numbered, numberObjects } from './number-objects.ts';

/** Composes what `plan` asks for out of the case. Nothing is left out yet: that is for {@link applyRedactions}, by `profile`. */
export function composeDossier(record: CaseRecord, plan: Pick<DossierPlan, 'title' | 'statements' | 'claimIds'>, profile: DossierProfile): ComposedDossier {
  const numbered = numberObjects(record, plan);
  const meta = metaOf(record);
  const claims = numbered.claims.map((claim) => describeClaim(numbered, claim));
  const statements = plan.statements.map((statement, index) => describeStatement(numbered, statement, index));
  const links = describeLinks(numbered);
  const custody = describeCustody(numbered, profile);
  const content: Omit<DossierContent, 'asOf'> = {
    title: plan.title,
    profile,
    about: { title: meta.title, purpose: meta.purpose, handling: meta.handling, analysts: meta.analysts, openedAt: meta.openedAt },
    statements,
    exhibits: numbered.evidence.map((item) => describeExhibit(numbered, item, profile, citersOf(numbered.labels.get(item.id) ?? '', claims, statements))),
    claims,
    conflicts: conflictsAmong(links),
    links,
    notes: numbered.notes.map((note) => describeNote(numbered, note)),
    notesLeftOut: 0,
    actors: describeActors(numbered),
    custody: custody.told,
    custodyLeftOut: custody.leftOut,
    withheld: [],
  };
  return { content: { ...content, asOf: newestMoment(content) }, guarded: guardedOf(numbered) };
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

function describeStatement(numbered: Numbered, statement: DossierPlan['statements'][number], index: number): DossierStatement {
  const cites = statement.citeIds.flatMap((id) => {
    const label = numbered.labels.get(id);
    return label && /^[EC]/.test(label) ? [label] : [];
  });
  return { label: `S${index + 1}`, id: statement.id, text: statement.text, cites: [...new Set(cites)], unresolved: statement.citeIds.length - cites.length };
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

function describeActors({ record, claims, links, labels }: Numbered): readonly DossierActor[] {
  const seen = new Set<string>();
  for (const claim of claims) for (const id of [claim.asserterId, ...claim.viaIds]) seen.add(id);
  for (const link of links) for (const id of [link.fromId, link.toId]) seen.add(id);
  const labelled = (ids: readonly { readonly id: string }[]): readonly Label[] => ids.flatMap(({ id }) => labels.get(id) ?? []);
  return [...seen].flatMap((id) => {
    const entity = record.entities[id];
    if (!entity) return [];
    const [name = '', ...otherNames] = entity.names;
    const asserts = labelled(claims.filter((claim) => claim.asserterId === id));
    return {
      id,
      name,
      otherNames,
      kind: entity.kind,
      byRole: false,
      asserts,
      relays: labelled(claims.filter((claim) => claim.viaIds.some((via) => via === id))),
    };
  });
}

function citersOf(exhibit: Label, claims: readonly DossierClaim[], statements: readonly DossierStatement[]): readonly Label[] {
  const citing = claims.filter(
    (claim) => claim.citations.some((citation) => citation.label === exhibit) || claim.related.some(({ other }) => other.label === exhibit),
  );
  return [...statements.filter((statement) => statement.cites.includes(exhibit)), ...citing].map(({ label }) => label);
}

function guardedOf({ record, labels }: Numbered): Guarded {
  const atRisk = Object.values(record.evidence).filter((item) => item.atRisk.length > 0);
  const anchors = [...Object.values(record.claims).flatMap((claim) => claim.anchors), ...Object.values(record.links).flatMap((link) => link.anchor ?? [])];
  return {
    exhibits: atRisk.map((item) => ({
      label: labels.get(item.id) ?? null,
      id: item.id,
      reasons: item.atRisk,
      name: item.name,
      hashes: hashesOf(item),
      quotes: anchors.flatMap((anchor) => (anchor.sort === 'quote' && anchor.evidenceId === item.id ? [anchor.exact] : [])),
    })),
    sources: Object.values(record.sources).flatMap(({ id, title, url }) => {
      const held = Object.values(record.evidence).filter((item) => item.sourceId === id);
      return held.length > 0 && held.every((item) => item.atRisk.length > 0) ? [{ id, title, url, exhibitIds: held.map((item) => item.id) }] : [];
    }),
    people: Object.values(record.entities).flatMap(({ id, names, roleOnly }) => (roleOnly === null ? [] : [{ id, names, role: roleOnly }])),
    noteSubjects: Object.fromEntries(Object.values(record.notes).map((note) => [note.id, [...note.aboutIds, ...referencesIn(note.text)]])),
  };
}

function hashesOf(item: EvidenceItem): readonly string[] {
  const copies = [item.text, item.page, item.picture?.display, item.picture?.figure];
  return [item.sha256, item.blob, ...copies.flatMap((copy) => (copy ? [copy.sha256, copy.blob] : []))];
}
