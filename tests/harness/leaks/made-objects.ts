import { type DossierProfile, dossierProfiles } from '#shared/domain/case/dossier-plan.ts';
import { type Entity, entityKinds } from '#shared/domain/entity/entity.ts';
import { type Link, linkTypes } from '#shared/domain/link/link.ts';
import type { Note } from '#shared/domain/note/note.ts';
import { type Place, precisionClasses, precisionMetres } from '#shared/domain/place/place.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { entity, link, note } from '#tests/fixtures/dossier/sample-case.ts';
import { pick } from '../fuzz-inputs.ts';
import { everyone, type Group, less, nobody, type World } from './case-with-secrets.ts';
import { anchorIn, type MadeClaim, type MadeSource } from './made-claims.ts';
import type { MadeEvidence } from './made-evidence.ts';

/** `used`: somebody who may speak in a claim or stand at an end of a link. */
export type MadeEntity = {
  readonly name: string;
  readonly value: Entity;
  readonly allowed: readonly DossierProfile[];
  readonly used: boolean;
  readonly secret: boolean;
};
export type MadeLink = { readonly value: Link; readonly allowed: readonly DossierProfile[] };
export type MadeNote = { readonly value: Note; readonly allowed: readonly DossierProfile[] };
export type MadePart = {
  readonly group: Group;
  readonly entities: readonly MadeEntity[];
  readonly evidence: readonly MadeEvidence[];
  readonly sources: readonly MadeSource[];
  readonly claims: readonly MadeClaim[];
};

/** People at risk, others, things with a place, the place where somebody at risk lives, and somebody nothing is about. */
export function entitiesOf(world: World, group: Group): readonly MadeEntity[] {
  const told = world.tellsGroup(group);
  const made = Array.from({ length: world.between(3, 5) }, (_, index) => {
    const secret = index === 0 || world.chance(0.3);
    const kind = secret ? 'person' : pick(world.random, entityKinds);
    return entityNamed(world, `entity ${group} ${index}`, secret ? 'person at risk' : `${kind} ${group}`, {
      kind,
      secret,
      used: true,
      allowed: secret ? less(everyone, 'public') : told,
    });
  });
  const home = entityNamed(world, `home ${group}`, 'place of a person at risk', {
    kind: 'place',
    secret: false,
    used: true,
    allowed: less(everyone, 'public'),
    precision: 'exact',
  });
  world.secrets.push(...home.value.names);
  return [...made, home, entityNamed(world, `nobody ${group}`, 'somebody nothing is about', { kind: 'person', secret: false, used: false, allowed: nobody })];
}

type About = {
  readonly kind: Entity['kind'];
  readonly secret: boolean;
  readonly used: boolean;
  readonly allowed: readonly DossierProfile[];
  readonly precision?: Place['precision'];
};

function entityNamed(world: World, name: string, field: string, { kind, secret, used, allowed, precision }: About): MadeEntity {
  const names = Array.from({ length: world.between(1, 3) }, () => world.maker.name(`name of a ${field}`, allowed));
  const alive = used && (secret || kind === 'person' || kind === 'account' || kind === 'actor');
  const place =
    precision !== undefined || world.chance(0.5) ? placed(world, `place of a ${field}`, alive ? less(everyone, 'public') : allowed, alive, precision) : null;
  if (secret) world.secrets.push(...names);
  if (alive && place) world.secrets.push(place.entered, String(place.latitude), String(place.longitude));
  const value = entity(name, {
    kind,
    names,
    roleOnly: secret ? `captive ${world.between(1, 99)}` : null,
    addedAt: '2024-03-03T08:00:00.000Z' as Instant,
    ...(place ? { place } : {}),
  });
  if (secret) world.maker.trace('id of a person at risk', value.id, allowed);
  return { name, value, allowed, used, secret };
}

function placed(
  world: World,
  field: string,
  allowed: readonly DossierProfile[],
  alive: boolean,
  precision: Place['precision'] = pick(world.random, precisionClasses),
): Place {
  const degrees = (most: number) => Number(`${world.between(1, most)}.${world.between(100_000, 999_999)}7`);
  const [latitude, longitude] = [degrees(80), degrees(170)];
  world.maker.trace(`latitude of a ${field}`, String(latitude).slice(0, -2), allowed);
  world.maker.trace(`longitude of a ${field}`, String(longitude).slice(0, -2), allowed);
  const entered = `${latitude}; ${longitude} ${world.maker.word(`what was typed for a ${field}`, alive ? less(everyone, 'public') : nobody)}`;
  return { latitude, longitude, precision, radiusMetres: precision === 'region' ? 5_000 : precisionMetres[precision], entered };
}

/** Links among what a group holds: what is told of one is what may be told of both its ends. A person at risk is located at a home. */
export function linksOf(world: World, part: MadePart): readonly MadeLink[] {
  const { group, entities, evidence, sources, claims } = part;
  const risky = entities.find(({ secret }) => secret);
  const home = entities.find(({ name }) => name === `home ${group}`);
  const ends = [
    ...entities.filter(({ used, name }) => used && name !== `home ${group}`).map(({ value }) => ({ id: value.id, remark: world.tellsGroup(group) })),
    ...evidence.map(({ value, allowed }) => ({ id: value.id, remark: allowed })),
    ...sources.filter(({ allowed }) => allowed.length > 0).map(({ value, allowed }) => ({ id: value.id, remark: allowed })),
    ...claims.map(({ value, allowed }) => ({ id: value.id, remark: allowed })),
  ];
  const free = Array.from({ length: world.between(2, 5) }, (_, index) => {
    const [from, to] = [pick(world.random, ends), pick(world.random, ends)];
    // A given-up claim that another carries is told: here claims are tied to other things only.
    const told = from.remark.filter((profile) => to.remark.includes(profile));
    const type = pick(
      world.random,
      linkTypes.filter((each) => each !== 'located-at'),
    );
    return from.id === to.id || bothClaims(claims, from.id, to.id) ? [] : [linkBetween(world, `link ${group} ${index}`, from.id, type, to.id, told, evidence)];
  }).flat();
  const lives =
    risky && home
      ? [linkBetween(world, `home of ${group}`, risky.value.id, 'located-at', home.value.id, less(world.tellsGroup(group), 'public'), evidence)]
      : [];
  return [...free, ...lives];
}

function bothClaims(claims: readonly MadeClaim[], left: string, right: string): boolean {
  return [left, right].every((end) => claims.some(({ value }) => value.id === end));
}

function linkBetween(
  world: World,
  name: string,
  from: ObjectId,
  type: Link['type'],
  to: ObjectId,
  told: readonly DossierProfile[],
  evidence: readonly MadeEvidence[],
): MadeLink {
  const value: Link = {
    ...link(name, 30, 'x', type, 'y', world.maker.word('remark of a link', told)),
    ...{ fromId: from, toId: to, by: world.maker.word('who drew a link', dossierProfiles), at: '2024-08-01T10:00:00.000Z' as Instant },
    // A place in an exhibit that is shown may be told, whatever the link ties to it.
    anchor: world.chance(0.3) ? anchorIn(world, pick(world.random, evidence), everyone) : null,
  };
  return { value, allowed: told };
}

/** Notes about something, about something at risk, and about nothing; each with earlier versions. */
export function notesOf(world: World, { group, claims, evidence, entities }: MadePart): readonly MadeNote[] {
  const told = less(world.tellsGroup(group), 'court');
  const withheld = evidence.filter(({ marked }) => marked);
  const open = evidence.filter(({ marked }) => !marked);
  const risky = entities.filter(({ secret }) => secret);
  const made = (
    name: string,
    field: string,
    about: readonly string[],
    allowed: readonly DossierProfile[],
    refers: readonly string[] = [],
    more: Partial<Note> = {},
  ): MadeNote => {
    const word = (what: string, profiles = allowed) => world.maker.word(`${what} of a ${field}`, profiles);
    const text = `${word('text')} and ${refers.map((one) => `[[${one}]]`).join(' ')} ${word('text')}`;
    const value: Note = {
      ...note(name, 40, text, []),
      ...{ title: word('title'), aboutIds: about as Note['aboutIds'], by: word('author') },
      earlier: [{ text: word('earlier version', nobody), at: '2024-09-01T10:00:00.000Z' as Instant }],
      ...more,
    };
    return { value, allowed };
  };
  const inWithheld = withheld[0] ? [anchorIn(world, withheld[0], nobody)] : [];
  return [
    ...open
      .slice(0, 1)
      .map(({ value }) =>
        made(
          `open note ${group}`,
          'note',
          [value.id, ...claims.slice(-1).map((each) => each.value.id)],
          touches(claims.slice(-1), withheld) ? less(told, 'public') : told,
        ),
      ),
    ...withheld.slice(0, 1).map(({ value }) => made(`held note ${group}`, 'note about a withheld exhibit', [value.id], less(told, 'public'))),
    ...risky
      .slice(0, 1)
      .map(({ value }) => made(`risky note ${group}`, 'note that refers to a person at risk', [claims[0]?.value.id ?? ''], less(told, 'public'), [value.id])),
    ...open.slice(0, 1).map(({ value }) =>
      made(`anchored note ${group}`, 'note on a place in a withheld exhibit', [value.id], inWithheld.length > 0 ? less(told, 'public') : told, [], {
        anchors: inWithheld,
      }),
    ),
    made(`private note ${group}`, 'note about nothing', [], world.selects && group === 'told' ? ['disclosure'] : less(told, 'public')),
  ];
}

/** A claim that rests on a withheld exhibit makes the notes about it the team's own. */
function touches(claims: readonly MadeClaim[], withheld: readonly MadeEvidence[]): boolean {
  return claims.some(({ value }) => value.anchors.some((anchor) => withheld.some((item) => item.value.id === anchor.evidenceId)));
}
