import type { Claim } from '#shared/domain/claim/claim.ts';
import type { Anchor } from '#shared/domain/evidence/anchor.ts';
import type { Citation, DossierClaim } from './dossier-content.ts';
import { endpointOf, type Numbered } from './number-objects.ts';

/** A claim with who said it, through whom, and where it rests. */
export function describeClaim(numbered: Numbered, claim: Claim): DossierClaim {
  const { record, labels } = numbered;
  const nameOf = (id: string) => record.entities[id]?.names[0] ?? 'unknown';
  const { id, text, act, saidAt, eventAt, workState, finding, verdict, credibility, changedAt } = claim;
  return {
    ...{ id, text, act, saidAt, eventAt, workState, finding, verdict, credibility, changedAt },
    label: labels.get(id) ?? '',
    asserter: nameOf(claim.asserterId),
    asserterLabel: labels.get(claim.asserterId) ?? null,
    via: claim.viaIds.map(nameOf),
    viaLabels: claim.viaIds.map((via) => labels.get(via) ?? null),
    citations: claim.anchors.flatMap((anchor) => citationOf(numbered, anchor) ?? []),
    related: numbered.links
      .filter((link) => link.fromId === id || link.toId === id)
      .map((link) => ({
        link: labels.get(link.id) ?? '',
        type: link.type,
        direction: link.fromId === id ? 'from' : 'to',
        other: endpointOf(numbered, link.fromId === id ? link.toId : link.fromId),
      })),
  };
}

/** The place an anchor names, or null when it leads to nothing in this dossier. */
export function citationOf(numbered: Numbered, anchor: Anchor): Citation | null {
  const label = numbered.labels.get(anchor.evidenceId);
  if (label === undefined) return null;
  if (anchor.sort === 'whole') return { label, place: { sort: 'whole' } };
  if (anchor.sort === 'region') return { label, place: { sort: 'region', region: anchor.region } };
  if (anchor.sort === 'page') return { label, place: { sort: 'page', page: anchor.page, region: anchor.region } };
  if (anchor.sort === 'time') return { label, place: { sort: 'time', from: anchor.from, to: anchor.to } };
  const cutAtStart = anchor.start > anchor.prefix.length;
  const prefix = oneLine(cutAtStart ? anchor.prefix.replace(/^\S+\s/, '') : anchor.prefix);
  return { label, place: { sort: 'quote', exact: anchor.exact, prefix, suffix: oneLine(anchor.suffix.replace(/\s\S+$/, '')) } };
}

/** Surroundings of a quote are told for orientation: whole words on one line. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
