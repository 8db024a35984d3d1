import { toPoint } from './mgrs.ts';

export type Coordinates = { readonly latitude: number; readonly longitude: number; readonly form: 'decimal' | 'dms' | 'mgrs' };

const hemispheres: Readonly<Record<string, { readonly axis: 'latitude' | 'longitude'; readonly sign: 1 | -1 }>> = {
  n: { axis: 'latitude', sign: 1 },
  s: { axis: 'latitude', sign: -1 },
  e: { axis: 'longitude', sign: 1 },
  w: { axis: 'longitude', sign: -1 },
  // Northern, southern, eastern and western latitude or longitude, as Russian and Ukrainian maps write.
  'с.ш.': { axis: 'latitude', sign: 1 },
  'ю.ш.': { axis: 'latitude', sign: -1 },
  'в.д.': { axis: 'longitude', sign: 1 },
  'з.д.': { axis: 'longitude', sign: -1 },
  'пн.ш.': { axis: 'latitude', sign: 1 },
  'пд.ш.': { axis: 'latitude', sign: -1 },
  'сх.д.': { axis: 'longitude', sign: 1 },
};
const hemisphere = '(?:[nsew]|(?:пн|пд|с|ю)\\.\\s?ш\\.?|(?:сх|в|з)\\.\\s?д\\.?)';

/**
 * Coordinates as they were typed: decimal degrees, degrees with minutes and seconds, or MGRS. Strict: what could mean two things is null and
 * not guessed, because a wrong place looks like any other. Without hemispheres latitude comes first. A comma is a decimal sign where a
 * semicolon or white space parts the two numbers, and parts them where the numbers have points.
 */
export function readCoordinates(typed: string): Coordinates | null {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/[−–]/g, '-')
    .replace(/[′’ʹ´]/g, "'")
    .replace(/''|[″”“ʺ]/g, '"')
    .toLowerCase();
  return readMgrs(text) ?? readPair(text);
}

function readMgrs(text: string): Coordinates | null {
  const form = /^(\d{1,2}[c-hj-np-x])\s?([a-hj-np-z]{2})\s?((?:\d{2}|\d{4}|\d{6}|\d{8}|\d{10})|(\d{1,5})\s(\d{1,5}))$/.exec(text);
  if (!form || (form[4] !== undefined && form[4].length !== form[5]?.length)) return null;
  try {
    const [longitude, latitude] = toPoint(text.replace(/\s/g, '').toUpperCase());
    return within(latitude, longitude, 'mgrs');
  } catch {
    return null;
  }
}

function readPair(text: string): Coordinates | null {
  const parts = partsOf(text);
  if (!parts) return null;
  const read = parts.map(readOne);
  const [first, second] = read;
  if (!first || !second || (first.axis === null) !== (second.axis === null) || (first.axis !== null && first.axis === second.axis)) return null;
  const [latitude, longitude] = first.axis === 'longitude' ? [second, first] : [first, second];
  return within(latitude.degrees, longitude.degrees, first.form === 'dms' || second.form === 'dms' ? 'dms' : 'decimal');
}

/** The two numbers with what belongs to each; null where it cannot be told where the one ends. */
function partsOf(text: string): readonly [string, string] | null {
  const two = (parts: readonly string[]): readonly [string, string] | null => {
    const [a, b, more] = parts.map((part) => part.trim());
    return a && b && more === undefined ? [a, b] : null;
  };
  if (text.includes(';')) return two(text.split(';'));
  if (/[nsew]|[шд]\./.test(text)) {
    const ends = new RegExp(`^(.*?${hemisphere})[\\s,]*(.*${hemisphere})$`).exec(text);
    const begins = new RegExp(`^(${hemisphere}.*?)[\\s,]+(${hemisphere}.*)$`).exec(text);
    const found = ends ?? begins;
    return found?.[1] && found[2] ? [found[1].trim(), found[2].trim()] : null;
  }
  const commas = text.match(/,/g)?.length ?? 0;
  if (commas === 1 && (text.includes('.') || /,\s/.test(text) || /°/.test(text))) return two(text.split(','));
  if (commas === 2 && !text.includes('.')) return two(text.split(/\s+/));
  // One comma between two bare numbers: 51,36 is a latitude, or two whole degrees. Three and more are no better.
  return commas > 0 ? null : two(text.split(/\s+(?=-?\d+(?:\.\d+)?°?$)|(?<=")\s+/));
}

type One = { readonly degrees: number; readonly axis: 'latitude' | 'longitude' | null; readonly form: 'decimal' | 'dms' };

function readOne(text: string): One | null {
  const ends = new RegExp(`^(.*?)\\s*(${hemisphere})$`).exec(text);
  const begins = new RegExp(`^(${hemisphere})\\s*(.*)$`).exec(text);
  const [number, mark] = ends ? [ends[1] ?? '', ends[2]] : begins ? [begins[2] ?? '', begins[1]] : [text, undefined];
  const half = mark === undefined ? null : hemispheres[mark.replace(/\s/g, '').replace(/(?<=[шд])$/, '.')];
  if (half === undefined) return null;
  const plain = number.trim().replace(',', '.');
  const dms = /^(-?)(\d{1,3})°\s*(\d{1,2}(?:\.\d+)?)'\s*(?:(\d{1,2}(?:\.\d+)?)")?$/.exec(plain);
  const decimal = /^(-?)(\d{1,3}(?:\.\d+)?)°?$/.exec(plain);
  const found = dms ?? decimal;
  if (!found || (half && found[1] === '-')) return null;
  const [minutes, seconds] = dms ? [Number(dms[3]), Number(dms[4] ?? 0)] : [0, 0];
  if (minutes >= 60 || seconds >= 60 || (dms?.[4] !== undefined && !Number.isInteger(minutes))) return null;
  const size = Number(found[2]) + minutes / 60 + seconds / 3_600;
  return { degrees: size * (half?.sign ?? (found[1] === '-' ? -1 : 1)), axis: half?.axis ?? null, form: dms ? 'dms' : 'decimal' };
}

function within(latitude: number | undefined, longitude: number | undefined, form: Coordinates['form']): Coordinates | null {
  if (latitude === undefined || longitude === undefined || !(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) return null;
  return { latitude, longitude, form };
}
