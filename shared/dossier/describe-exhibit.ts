import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import type { DossierProfile } from '#shared/domain/case/dossier-plan.ts';
import { isRecording } from '#shared/domain/evidence/check-anchors.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { type CollectionFact, collectionFacts, type DossierExhibit, type DossierSource, type NumberedSource } from './dossier-content.ts';
import type { Numbered } from './number-objects.ts';
import { policies } from './policies.ts';

/** An exhibit as the dossier tells it. `citedBy` is filled in by the composition, which knows who cites. */
export function describeExhibit(numbered: Numbered, item: EvidenceItem, profile: DossierProfile, citedBy: readonly string[]): DossierExhibit {
  const has = factsHeld(numbered.record, item);
  const policy = policies[profile];
  return {
    label: numbered.labels.get(item.id) ?? '',
    id: item.id,
    name: item.name,
    kind: item.kind,
    role: item.role,
    mime: item.mime,
    bytes: item.bytes,
    sha256: item.sha256,
    takenInAt: item.takenInAt,
    takenInBy: item.takenInBy,
    tool: item.tool,
    source: sourceOf(numbered, item.sourceId),
    derivedFrom: item.derivedFrom && {
      label: numbered.labels.get(item.derivedFrom.evidenceId) ?? 'an item outside this dossier',
      transform: item.derivedFrom.transform,
    },
    redaction: item.derivedFrom?.redaction ?? null,
    atRisk: numbered.marksOf(item),
    legalBasis: item.legalBasis,
    warnings: item.warnings,
    // What a file says of itself can place a living person (GPS, device, account): it stays with the team and the court.
    found: policy.ofItself ? item.found : [],
    has,
    lacks: collectionFacts.filter((fact) => !has.includes(fact)),
    citedBy,
    picture: item.picture && { width: item.picture.width, height: item.picture.height, figure: item.picture.figure },
    recording: isRecording(item.mime) && item.derivedFrom?.redaction ? { blob: item.blob, mime: item.mime, bytes: item.bytes, sha256: item.sha256 } : null,
    // A whole text is someone's work and unsifted: the public sees the passages that are quoted.
    text: !policy.wholeTexts || !item.text ? null : { blob: item.text.blob, mime: item.text.mime, bytes: item.text.bytes, sha256: item.text.sha256 },
    original: policy.originals ? { blob: item.blob, mime: item.mime, bytes: item.bytes, sha256: item.sha256 } : null,
  };
}

/** A source in the words of the dossier; null when the case has none of this id. */
export function sourceOf({ record, labels }: Numbered, id: string): DossierSource | null {
  const source = record.sources[id];
  if (!source) return null;
  const { kind, title, publisher, author, publishedAt, language, url, edition, reliability } = source;
  const origin = source.originId === null ? null : (record.sources[source.originId]?.title ?? null);
  return { label: labels.get(id) ?? null, kind, title, publisher, author, publishedAt, language, url, edition, reliability, origin };
}

/** Every source with its number and the exhibits taken from it. */
export function describeSources(numbered: Numbered): readonly NumberedSource[] {
  const { sources, labels, evidence } = numbered;
  return sources.flatMap(({ id, originId }) => {
    const source = sourceOf(numbered, id);
    const label = labels.get(id);
    const exhibitLabels = evidence.filter(({ sourceId }) => sourceId === id).flatMap((item) => labels.get(item.id) ?? []);
    return source && label ? [{ ...source, label, id, originLabel: labels.get(originId ?? '') ?? null, exhibitLabels }] : [];
  });
}

/** Which facts of collection the case holds for an item, counting what was taken in beside it from the same source. */
function factsHeld(record: CaseRecord, item: EvidenceItem): readonly CollectionFact[] {
  const beside = Object.values(record.evidence).filter((other) => other.sourceId === item.sourceId);
  const held: Readonly<Record<CollectionFact, boolean>> = {
    'target-url': Boolean(record.sources[item.sourceId]?.url),
    'html-source': beside.some((other) => /html/i.test(other.mime)),
    'full-capture': beside.some((other) => other.picture !== null),
    hash: true,
    collector: item.takenInBy !== '',
    'collected-at': true,
  };
  return collectionFacts.filter((fact) => held[fact]);
}
