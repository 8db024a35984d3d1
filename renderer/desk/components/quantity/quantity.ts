import { languageTag } from '#shared/wording/spoken.ts';

const [thousand, minute, hour] = [1_000, 60, 3_600];
const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A count of bytes for people, in the language spoken: `831 B`, `12 kB`, `3.1 GB` (decimal, IEC 80000-13). */
export function sizeText(bytes: number): string {
  let value = bytes;
  let at = 0;
  while (value >= thousand && at < sizes.length - 1) {
    value /= thousand;
    at += 1;
  }
  return withUnit(value, sizes[at] ?? 'byte', at > 0 && value < 10 ? 1 : 0);
}

/** A time that passed, without its sign, to the second, minute or hour: `4.2 sec`, `12 min`. */
export function durationText(ms: number): string {
  const seconds = Math.abs(ms) / 1_000;
  if (seconds < 2 * minute) return withUnit(seconds, 'second', seconds < 10 ? 1 : 0);
  return seconds < 2 * hour ? withUnit(seconds / minute, 'minute', 0) : withUnit(seconds / hour, 'hour', 0);
}

/** A number with one place behind the point, or the comma. */
export function tenths(value: number): string {
  return value.toLocaleString(languageTag(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** With a space before the unit, as the SI has it: some languages leave it out, and English does for some units. */
function withUnit(value: number, unit: string, digits: number): string {
  const unitDisplay = unit === 'byte' ? 'narrow' : 'short';
  const format = new Intl.NumberFormat(languageTag(), { style: 'unit', unit, unitDisplay, minimumFractionDigits: digits, maximumFractionDigits: digits });
  const parts = format.formatToParts(value).filter(({ type }) => type !== 'literal');
  return parts.map((part) => (part.type === 'unit' ? `\u00a0${part.value}` : part.value)).join('');
}
