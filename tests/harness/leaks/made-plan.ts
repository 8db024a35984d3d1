import { type DossierPlan, type DossierProfile, dossierTemplates, plainStyle } from '#shared/domain/case/dossier-plan.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { id } from '#tests/fixtures/dossier/sample-case.ts';
import { pick } from '../fuzz-inputs.ts';
import { everyone, type World } from './case-with-secrets.ts';
import type { MadePart } from './made-objects.ts';

/** A plan that cites what it tells; under a selection it takes the first group only. */
export function planOf(world: World, [told]: readonly MadePart[], allowed: readonly DossierProfile[] = everyone): DossierPlan {
  if (!told) throw new Error('a case without a group');
  const { word } = world.maker;
  const claims = told.claims.filter(({ value }) => value.workState !== 'cancelled');
  const cited = () => [pick(world.random, claims).value.id, ...(world.chance(0.5) ? [pick(world.random, told.evidence).value.id] : [])];
  const said = (what: string) => ({ id: id(word('id', everyone)), text: `${word(what, allowed)}.`, citeIds: cited() });
  const held = told.evidence.find(({ marked }) => marked);
  return {
    id: id(word('id', everyone)),
    title: word('title of the dossier', allowed),
    profile: 'public',
    template: pick(world.random, dossierTemplates),
    marked: 'left-out',
    statements: [said('statement'), said('statement')],
    judgments: [{ ...said('judgment'), likelihood: 'likely', confidence: 'low', basis: word('basis of a judgment', allowed) }],
    sections: [{ id: id(word('id', everyone)), heading: word('heading', allowed), statements: [said('statement of a section')] }],
    alternatives: [said('alternative')],
    questions: [{ id: id(word('id', everyone)), text: word('question', allowed) }],
    claimIds: world.selects ? told.claims.map(({ value }) => value.id) : null,
    // A mark of the publisher can be a picture that is withheld itself.
    style: { ...plainStyle, publisher: word('publisher of the dossier', allowed), logoId: world.chance(0.3) && held ? held.value.id : null },
    formats: null,
    overrides: [],
    signOff: null,
    madeAt: '2024-10-01T10:00:00.000Z' as Instant,
    changedAt: '2024-10-01T10:00:00.000Z' as Instant,
  };
}
