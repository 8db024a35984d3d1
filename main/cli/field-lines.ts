import { stretchText } from '#shared/domain/moment/timecode.ts';

/** Blobs say nothing to a person, and the scripts that want them read the JSON. */
const unspoken = new Set(['blob', 'display', 'figure', 'sha256', 'prefix', 'suffix']);

type Fields = { readonly [name: string]: unknown };

/** One field of an object as `printFields` takes it; nothing for what is not stated. Lists of parts get a line each. */
export function fieldLines(name: string, value: unknown): readonly (readonly [string, string])[] {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return [];
  if (!Array.isArray(value)) return [[name, spoken(value)]];
  const parts = value.map(spoken);
  return [[name, parts.join(value.every((each) => typeof each === 'string') ? ', ' : '\n')]];
}

function spoken(value: unknown): string {
  if (typeof value === 'number') return value.toLocaleString('en', { useGrouping: false });
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map(spoken).join(', ');
  const fields = value as Fields;
  const place = placeOf(fields);
  if (place) return place;
  const stated = Object.entries(fields).filter(([name, each]) => each !== null && !unspoken.has(name));
  return stated.map(([name, each]) => `${name} ${spoken(each)}`).join(', ');
}

/** A place in evidence, as `claim add` takes it, or a field of metadata. */
function placeOf({ sort, evidenceId, exact, region, page, from, to, field, value }: Fields): string | null {
  if (sort === 'quote') return `“${String(exact)}” in ${String(evidenceId)}`;
  if (sort === 'region' && typeof region === 'object' && region !== null) return `region ${Object.values(region).join(',')} in ${String(evidenceId)}`;
  if (sort === 'page')
    return `page ${String(page)}${typeof region === 'object' && region !== null ? `, region ${Object.values(region).join(',')}` : ''} of ${String(evidenceId)}`;
  if (sort === 'time') return `${stretchText({ from: Number(from), to: to === null ? null : Number(to) })} in ${String(evidenceId)}`;
  if (sort === 'whole') return String(evidenceId);
  return typeof field === 'string' ? `${field}: ${String(value)}` : null;
}
