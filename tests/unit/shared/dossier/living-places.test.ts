import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import type { Entity } from '#shared/domain/entity/entity.ts';
import type { Place } from '#shared/domain/place/place.ts';
import { entity, id, link, sampleRecord, secretName } from '#tests/fixtures/dossier/sample-case.ts';
import { sampleDossier } from '#tests/fixtures/dossier/sample-dossier.ts';

const at = (latitude: number, precision: Place['precision'] = 'exact'): Place => ({
  latitude,
  longitude: 36.192_617,
  precision,
  radiusMetres: 10,
  entered: `${latitude}; 36.192617`,
});
const placed = (kind: Entity['kind'], name: string, place: Place, more: Partial<Entity> = {}): Entity => entity(name, { kind, names: [name], place, ...more });

/** Everybody stands at an end of a link, so that the dossier numbers them. */
function recordOf(entities: readonly Entity[], from = 'Kang', marks: CaseRecord['evidence'][string]['atRisk'] = ['captive']): CaseRecord {
  const secret = sampleRecord.evidence[id(secretName)];
  if (!secret) throw new Error('fixture');
  return {
    ...sampleRecord,
    evidence: { ...sampleRecord.evidence, [secret.id]: { ...secret, atRisk: marks } },
    entities: { ...sampleRecord.entities, ...Object.fromEntries(entities.map((one) => [one.id, one])) },
    links: Object.fromEntries(
      entities.map(({ names: [name = ''] }, index) => {
        const drawn = link(`to ${name}`, 50 + index, from, 'located-at', name, `near 51.730412, 36.192617`);
        return [drawn.id, drawn];
      }),
    ),
  };
}

describe('places in a dossier', () => {
  it('are told with how exactly they are known', () => {
    const record = recordOf([placed('place', 'Harbour', at(51.730_412, 'locality'))], 'Ministry');
    expect(sampleDossier('public', record).places).toEqual([
      {
        label: expect.stringMatching(/^P\d+$/),
        id: id('Harbour'),
        name: 'Harbour',
        latitude: 51.730_412,
        longitude: 36.192_617,
        precision: 'locality',
        withinMetres: 10,
      },
    ]);
  });

  it.each([
    ['a person', placed('person', 'Somebody', at(51.730_412))],
    ['an account', placed('account', 'an account', at(51.730_412))],
    ['what a role stands for', placed('place', 'Village', at(51.730_412), { roleOnly: 'a village' })],
  ])('%s is not placed outside the team, nor does a text say where', (_what, one) => {
    const dossier = sampleDossier('public', recordOf([one], 'Ministry'));
    expect([dossier.places, dossier.placesLeftOut]).toEqual([[], 1]);
    expect(JSON.stringify(dossier)).not.toMatch(/51[.,]730|36[.,]1926/);
    expect(sampleDossier('team', recordOf([one], 'Ministry')).places).toHaveLength(1);
  });

  it('where somebody at risk is located goes without its name when it is known closely, and stays when it is a town', () => {
    const dossier = sampleDossier('public', recordOf([placed('place', 'House 5', at(51.730_412)), placed('place', 'Kursk', at(51.7, 'locality'))]));
    expect(dossier.places.map(({ name }) => name)).toEqual(['Kursk']);
    expect(JSON.stringify(dossier)).not.toContain('House 5');
    expect(dossier.links.map(({ to, rationale }) => [to.name, rationale])).toEqual([
      ['[withheld place]', null],
      ['Kursk', 'near [withheld place], [withheld place]'],
    ]);
  });

  it('what an exhibit with a living location is tied to is such a place', () => {
    const house = placed('place', 'House 5', at(51.730_412));
    expect(sampleDossier('public', recordOf([house], secretName, ['living-location'])).places).toEqual([]);
    expect(sampleDossier('public', recordOf([house], secretName, ['graphic'])).places).toHaveLength(1);
  });
});
