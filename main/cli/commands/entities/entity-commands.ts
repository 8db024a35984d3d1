import { entityKinds } from '#shared/domain/entity/entity.ts';
import { suggestNames } from '#shared/domain/entity/suggest-names.ts';
import { precisionClasses } from '#shared/domain/place/place.ts';
import { decimalText, dmsText, mgrsText } from '#shared/domain/place/write-coordinates.ts';
import { done } from '#shared/kernel/reply.ts';
import { identityWords } from '#shared/wording/english/views/identity-words.ts';
import { branchOption } from '../../branch-option.ts';
import { checkCommand, checkQuery } from '../../check-message.ts';
import { type Command, UsageError } from '../../command.ts';
import { printMade } from '../../print-done.ts';
import { plain, printTable } from '../../print-table.ts';
import { withCase } from '../../with-case.ts';

const nameOption = { name: { takes: 'N', about: 'a name, in any script; once for each, the first is the one shown', many: true } } as const;
const roleOption = { role: { takes: 'R', about: 'shown outside the team instead of any name, for people at risk' } } as const;

export const addEntityTo: Command = {
  words: ['entity', 'add'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'add someone or something',
  options: { kind: { takes: 'K', about: entityKinds.join(', ') }, ...nameOption, ...roleOption },
  perform: (given, world) => {
    const [kind, names] = [given.option('kind') ?? 'actor', given.options('name')];
    const input = checkCommand('entities/add', { kind, names, roleOnly: given.option('role') }, { kind: '--kind', names: '--name', roleOnly: '--role' });
    return withCase(given, world, 'write', async (host) => {
      return printMade(await host.command('entities/add', input), 'entity');
    });
  },
};

export const mergeEntitiesOf: Command = {
  words: ['entity', 'merge'],
  operands: 'CASE KEPT GONE',
  least: 3,
  most: 3,
  about: 'make two entities one: whatever names GONE names KEPT afterwards, in one edit',
  options: { preview: { takes: null, about: 'only tell what would move' } },
  perform: (given, world) => {
    const ids = { keptId: given.operand(1), goneId: given.operand(2) };
    const names = { keptId: 'KEPT', goneId: 'GONE' };
    const only = given.option('preview') !== undefined;
    const asked = checkQuery('entities/merge-preview', ids, names);
    return withCase(given, world, only ? 'read' : 'write', async (host) => {
      const plan = await host.query('entities/merge-preview', asked);
      if (!plan.ok) return plan;
      const { asserted, relayed, links, droppedLinks, notes, plans } = plan.value;
      const lines = [
        `names  ${plan.value.names.map(plain).join(' · ')}`,
        ...Object.entries({ asserted, relayed, links, 'links that go': droppedLinks, notes, plans }).flatMap(([name, labels]) =>
          labels.map(({ label }) => `${name}  ${plain(label)}`),
        ),
      ];
      if (only) return done({ json: plan.value, lines });
      const merged = await host.command('entities/merge', asked);
      return merged.ok
        ? done({ json: { ...plan.value, moved: merged.value.moved }, lines: [...lines, identityWords.dialog.done(merged.value.moved)] })
        : merged;
    });
  },
};

export const listDuplicates: Command = {
  words: ['entity', 'duplicates'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'pairs of entities with names alike by spelling or sound, that no identity link speaks of',
  options: branchOption,
  perform: (given, world) =>
    withCase(given, world, 'read', async (host) => {
      const pairs = await host.query('entities/duplicates', { limit: 500 });
      if (!pairs.ok) return pairs;
      const rows = pairs.value.map(({ a, b, why }) => [a.id, b.id, identityWords.why[why], `${a.label} = ${b.label}`]);
      return done({ json: pairs.value, lines: rows.length === 0 ? ['None.'] : printTable(['ID', 'ID', 'WHY', 'NAMES'], rows, world.columns) });
    }),
};

export const spellName: Command = {
  words: ['spell'],
  operands: 'NAME',
  least: 1,
  most: 1,
  about: 'how a Russian, Ukrainian or Korean name is written elsewhere, by the tables of passports, maps and newspapers',
  options: {},
  perform: async (given) => {
    const spellings = suggestNames([given.operand(0)]);
    const lines = spellings.map(({ text, table }) => `${plain(text)}  (${identityWords.tables[table]})`);
    return done({ json: spellings, lines: lines.length === 0 ? [identityWords.noSpellings] : lines });
  },
};

export const placeEntityOf: Command = {
  words: ['entity', 'place'],
  operands: 'CASE ID [COORDINATES]',
  least: 2,
  most: 3,
  about: 'say where an entity is: decimal degrees, degrees with minutes and seconds, or MGRS; without coordinates takes it off the map',
  options: {
    precision: { takes: 'P', about: precisionClasses.join(', ') },
    radius: { takes: 'KM', about: 'of a region, in kilometres' },
  },
  perform: (given, world) => {
    const coordinates = given.operands[2];
    const radius = given.option('radius');
    if (radius !== undefined && !/^\d{1,4}(\.\d+)?$/.test(radius)) throw new UsageError('--radius: a number of kilometres');
    const place =
      coordinates === undefined
        ? null
        : { coordinates, precision: given.option('precision') ?? 'locality', ...(radius !== undefined && { radiusMetres: Number(radius) * 1_000 }) };
    const input = checkCommand(
      'entities/place',
      { id: given.operand(1), place },
      { id: 'ID', 'place.precision': '--precision', 'place.radiusMetres': '--radius' },
    );
    return withCase(given, world, 'write', async (host) => {
      const placed = await host.command('entities/place', input);
      if (!placed.ok) return placed;
      const list = await host.query('places/list', {});
      if (!list.ok) return list;
      const found = list.value.find((row) => row.id === input.id)?.place;
      const texts = found ? [decimalText(found, found.radiusMetres), dmsText(found), mgrsText(found, found.radiusMetres)] : [];
      return done({ json: found ?? null, lines: found ? texts.filter((text) => text !== null) : ['Taken off the map.'] });
    });
  },
};

export const listPlacesOf: Command = {
  words: ['places'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'everything that is on the map, with its precision',
  options: { ...branchOption, town: { takes: 'NAME', about: 'look a town up in the gazetteer instead' } },
  perform: (given, world) =>
    withCase(given, world, 'read', async (host) => {
      const town = given.option('town');
      if (town !== undefined) {
        const found = await host.query('places/find', checkQuery('places/find', { match: town }, { match: '--town' }));
        if (!found.ok) return found;
        const rows = found.value.map(({ name, country, latitude, longitude }) => [country, `${latitude}, ${longitude}`, name]);
        return done({ json: found.value, lines: rows.length === 0 ? ['None.'] : printTable(['IN', 'AT', 'TOWN'], rows, world.columns) });
      }
      const places = await host.query('places/list', {});
      if (!places.ok) return places;
      const rows = places.value.map(({ id, name, place }) => [id, place.precision, decimalText(place, place.radiusMetres), name]);
      return done({ json: places.value, lines: rows.length === 0 ? ['None.'] : printTable(['ID', 'KNOWN TO', 'AT', 'NAME'], rows, world.columns) });
    }),
};
