import type { DossierProfile } from '#shared/domain/case/dossier-plan.ts';
import type { Claim } from '#shared/domain/claim/claim.ts';
import type { Anchor } from '#shared/domain/evidence/anchor.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { claim, source } from '#tests/fixtures/dossier/sample-case.ts';
import { pick } from '../fuzz-inputs.ts';
import { everyone, type Group, less, nobody, type World } from './case-with-secrets.ts';
import type { MadeEvidence } from './made-evidence.ts';
import type { MadeEntity } from './made-objects.ts';

export type MadeSource = { readonly value: Source; readonly allowed: readonly DossierProfile[] };
export type MadeClaim = { readonly value: Claim; readonly allowed: readonly DossierProfile[] };

/** Sources of the exhibits, one that another relays, and one that nothing rests on. A source of marked exhibits only, or of them and their redacted copies, is as secret as they are. */
export function sourcesOf(world: World, group: Group, evidence: readonly MadeEvidence[]): readonly MadeSource[] {
  const told = world.tellsGroup(group);
  const made = [...new Set(evidence.map((item) => item.source))].map((name) => {
    const held = evidence.filter((item) => item.source === name);
    const originals = held.filter(({ value }) => !value.derivedFrom?.redaction);
    const guarded = originals.every(({ marked }) => marked);
    const allowed = guarded ? less(everyone, 'public') : told;
    const value = sourceNamed(world, name, guarded ? 'source of withheld exhibits only' : `source ${group}`, allowed);
    if (guarded) world.secrets.push(value.title, value.url ?? value.title, value.author ?? value.title);
    return { value, allowed };
  });
  return [...made, { value: sourceNamed(world, `unused source ${group}`, 'source that nothing rests on', nobody), allowed: nobody }];
}

function sourceNamed(world: World, name: string, field: string, allowed: readonly DossierProfile[]): Source {
  const word = (what: string) => world.maker.word(`${what} of a ${field}`, allowed);
  return source(name, {
    title: world.maker.name(`title of a ${field}`, allowed),
    publisher: word('publisher'),
    author: world.maker.name(`author of a ${field}`, allowed),
    url: `https://${world.maker.word(`host of a ${field}`, allowed, 0, true).toLowerCase()}.example/${encodeURIComponent(word('path'))}`,
    edition: word('edition'),
    addedAt: '2024-03-02T08:00:00.000Z' as Instant,
  });
}

/** Claims that rest on exhibits of their group; one was given up and nothing carries it. */
export function claimsOf(
  world: World,
  group: Group,
  evidence: readonly MadeEvidence[],
  entities: readonly MadeEntity[],
): { readonly claims: readonly MadeClaim[] } {
  const told = world.tellsGroup(group);
  const speakers = entities.filter(({ used }) => used);
  const claims = Array.from({ length: world.between(2, 4) }, (_, index) => {
    const givenUp = index > 0 && world.chance(0.25);
    const allowed = givenUp ? less(told, 'public', 'court') : told;
    const anchors = Array.from({ length: world.between(1, 3) }, () => anchorIn(world, pick(world.random, evidence), allowed));
    const text = `${world.maker.word(`claim ${group}${givenUp ? ' given up' : ''}`, allowed)} was said.`;
    const value = claim(`claim ${group} ${index}`, 20 + index, text, pick(world.random, speakers).name, anchors, {
      ...{ viaIds: world.chance(0.5) ? [pick(world.random, speakers).value.id] : [], workState: givenUp ? 'cancelled' : 'completed' },
      ...{ by: world.maker.word('who wrote a claim', nobody), verdict: null },
    });
    return { value, allowed };
  });
  return { claims };
}

export function anchorIn(world: World, { value, allowed, marked }: MadeEvidence, claimAllowed: readonly DossierProfile[]): Anchor {
  const both = marked ? less(everyone, 'public') : allowed.filter((profile) => claimAllowed.includes(profile));
  if (world.chance(0.2)) return { sort: 'whole', evidenceId: value.id };
  if (world.chance(0.2)) return { sort: 'region', evidenceId: value.id, region: { x: 100, y: 100, w: 200, h: 100 } };
  const field = marked ? 'quote of a withheld exhibit' : 'quote';
  const exact = `${world.maker.name(field, both)} ${world.maker.word(field, both)}`;
  if (marked) world.secrets.push(exact);
  const before = `before ${world.maker.word(`words before a ${field}`, both)} `;
  return {
    sort: 'quote',
    evidenceId: value.id,
    exact,
    prefix: before,
    suffix: ` ${world.maker.word(`words after a ${field}`, both)} after it`,
    start: 3,
    end: 3 + exact.length,
  };
}
