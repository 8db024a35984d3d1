import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import { type DossierPlan, type DossierProfile, dossierProfiles } from '#shared/domain/case/dossier-plan.ts';
import { keyed } from '#tests/fixtures/dossier/sample-case.ts';
import { seededRandom } from '../crash-session.ts';
import { CanaryMaker } from './canaries.ts';
import { claimsOf, sourcesOf } from './made-claims.ts';
import { custodyOf } from './made-custody.ts';
import { evidenceOf } from './made-evidence.ts';
import { searchOf, watchOf } from './made-kept.ts';
import { entitiesOf, linksOf, notesOf } from './made-objects.ts';
import { planOf } from './made-plan.ts';
import { mentioned } from './mentions.ts';

/** A case full of words that can be told apart, a plan of it, and what of it each profile may tell. */
export type CaseWithSecrets = {
  readonly record: CaseRecord;
  readonly plan: DossierPlan;
  readonly maker: CanaryMaker;
  readonly blobs: ReadonlyMap<string, Uint8Array>;
};

/** What is decided of a case before its objects are made: a group is told together or, under a plan that selects, left out together. */
export type World = {
  readonly maker: CanaryMaker;
  readonly random: () => number;
  readonly blobs: Map<string, Uint8Array>;
  readonly selects: boolean;
  /** Profiles that tell a group. */
  readonly tellsGroup: (group: Group) => readonly DossierProfile[];
  readonly chance: (of: number) => boolean;
  readonly between: (least: number, most: number) => number;
  /** Words that every text which leaves may be about, and must lose. */
  readonly secrets: string[];
};
export type Group = 'told' | 'left-out';

export const everyone: readonly DossierProfile[] = dossierProfiles;
export const nobody: readonly DossierProfile[] = [];
export const less = (profiles: readonly DossierProfile[], ...gone: readonly DossierProfile[]) => profiles.filter((profile) => !gone.includes(profile));

export function caseWithSecrets(seed: number): CaseWithSecrets {
  const random = seededRandom(seed * 7_919 + 17);
  const maker = new CanaryMaker(random);
  const selects = random() < 0.4;
  const world: World = {
    ...{ maker, random, blobs: new Map(), selects, secrets: [] },
    tellsGroup: (group) => (group === 'told' || !selects ? everyone : ['disclosure']),
    chance: (of) => random() < of,
    between: (least, most) => least + Math.floor(random() * (most - least + 1)),
  };
  const groups: readonly Group[] = selects ? ['told', 'left-out'] : ['told'];
  const parts = groups.map((group) => {
    const entities = entitiesOf(world, group);
    const evidence = evidenceOf(world, group);
    const sources = sourcesOf(world, group, evidence);
    const claims = claimsOf(world, group, evidence, entities);
    return { group, entities, evidence, sources, ...claims };
  });
  const made = parts.map((part) => ({ ...part, links: linksOf(world, part), notes: notesOf(world, part) }));
  const { word } = maker;
  const record: CaseRecord = {
    meta: {
      case: {
        ...{ title: word('title of the case', everyone), purpose: word('purpose', everyone), handling: word('handling', everyone) },
        ...{ analysts: [word('analyst', everyone)], openedAt: '2024-03-01T08:00:00.000Z' as CaseRecord['meta'][string]['openedAt'] },
      },
    },
    entities: keyed(made.flatMap(({ entities }) => entities.map(({ value }) => value))),
    evidence: keyed(made.flatMap(({ evidence }) => evidence.map(({ value }) => value))),
    sources: keyed(made.flatMap(({ sources }) => sources.map(({ value }) => value))),
    claims: keyed(made.flatMap(({ claims }) => claims.map(({ value }) => value))),
    links: keyed(made.flatMap(({ links }) => links.map(({ value }) => value))),
    notes: keyed(made.flatMap(({ notes }) => notes.map(({ value }) => value))),
    custody: custodyOf(world, made),
    dossiers: {},
    boards: {},
    filters: {},
    searches: keyed([searchOf(maker)]),
    watches: keyed([watchOf(maker)]),
  };
  // What no object of the case holds nobody can know to be a secret.
  const held = JSON.stringify(record);
  const known = world.secrets.filter((secret) => held.includes(JSON.stringify(secret).slice(1, -1)));
  const plan = planOf(world, made);
  const other: DossierPlan = { ...planOf(world, made, nobody), title: word('title of another plan', nobody) };
  return { ...mentioned({ ...world, secrets: known }, { ...record, dossiers: { [other.id]: other } }, plan), maker, blobs: world.blobs };
}
