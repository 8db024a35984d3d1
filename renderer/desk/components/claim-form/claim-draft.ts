import type { ClaimRow } from '#shared/contract/claims.ts';
import type { SpeechAct } from '#shared/domain/claim/claim.ts';
import type { Anchor } from '#shared/domain/evidence/anchor.ts';
import { type Actor, actorInput, nobody } from '../actor-field/actor-field.tsx';
import { dateIsValid, dateOf } from '../date-field/date-of.ts';
import type { GivenAnchor } from './given-anchor.ts';

/** A place in evidence while the claim is written; `key` keeps its row in the form. */
export type DraftAnchor = GivenAnchor & { readonly key: string };
/** A relay while the claim is written. */
export type DraftRelay = { readonly key: string; readonly actor: Actor };
export type ClaimDraft = {
  readonly text: string;
  readonly asserter: Actor;
  readonly act: SpeechAct;
  readonly via: readonly DraftRelay[];
  readonly saidAt: string;
  readonly eventAt: string;
  readonly anchors: readonly DraftAnchor[];
};

export function emptyDraft(anchors: readonly GivenAnchor[]): ClaimDraft {
  return { text: '', asserter: nobody, act: 'said', via: [], saidAt: '', eventAt: '', anchors: anchors.map(keyed) };
}

export function keyed(anchor: GivenAnchor): DraftAnchor {
  return { ...anchor, key: crypto.randomUUID() };
}

function anchorInput(anchor: Anchor): GivenAnchor {
  if (anchor.sort === 'quote') return { evidenceId: anchor.evidenceId, quote: anchor.exact, start: anchor.start };
  if (anchor.sort === 'region') return { evidenceId: anchor.evidenceId, region: anchor.region };
  if (anchor.sort === 'page') return { evidenceId: anchor.evidenceId, page: anchor.page, ...(anchor.region && { region: anchor.region }) };
  if (anchor.sort === 'time') return { evidenceId: anchor.evidenceId, at: { from: anchor.from, to: anchor.to } };
  return { evidenceId: anchor.evidenceId };
}

export function draftOf(claim: ClaimRow): ClaimDraft {
  return {
    text: claim.text,
    asserter: { id: claim.asserterId, name: claim.asserter },
    act: claim.act,
    via: claim.viaIds.map((id, i) => ({ key: crypto.randomUUID(), actor: { id, name: claim.via[i] ?? '' } })),
    saidAt: claim.saidAt ?? '',
    eventAt: claim.eventAt ?? '',
    anchors: claim.anchors.map(anchorInput).map(keyed),
  };
}

/** The next claim of a run: the same person, act, relays and places, and nothing said yet. */
export function nextDraft(draft: ClaimDraft): ClaimDraft {
  return { ...draft, text: '', eventAt: '', anchors: [] };
}

/** What is still missing before the claim can be sent. */
export type Missing = { readonly text: boolean; readonly asserter: boolean; readonly dates: boolean };
export function missingOf(draft: ClaimDraft): Missing {
  return {
    text: draft.text.trim() === '',
    asserter: actorInput(draft.asserter) === null,
    dates: !dateIsValid(draft.saidAt) || !dateIsValid(draft.eventAt),
  };
}

/** The draft as commands want it; `null` while something is missing. */
export function claimInput(draft: ClaimDraft) {
  const asserter = actorInput(draft.asserter);
  const missing = missingOf(draft);
  if (asserter === null || missing.text || missing.dates) return null;
  return {
    text: draft.text,
    asserter,
    act: draft.act,
    via: draft.via.flatMap(({ actor }) => actorInput(actor) ?? []),
    saidAt: dateOf(draft.saidAt),
    eventAt: dateOf(draft.eventAt),
    anchors: draft.anchors.map(({ key: _key, ...anchor }) => (anchor.quote?.trim() === '' ? { evidenceId: anchor.evidenceId } : anchor)),
  };
}
