import { languageTag } from '#shared/wording/spoken.ts';

const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${languageTag()} ${name}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(languageTag(), { timeZone: 'UTC', ...options });
  formats.set(key, known);
  return known;
}

/** What is written at a tick: as much as tells it from the next one, and the larger unit where that one begins. */
export function tickWords(at: Date, stepMs: number): string {
  const midnight = at.getTime() % dayMs === 0;
  if (stepMs < 60_000) return format('second', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(at);
  if (stepMs < dayMs && !midnight) return format('minute', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  const firstOfYear = at.getUTCMonth() === 0 && at.getUTCDate() === 1 && midnight;
  if (firstOfYear) return String(at.getUTCFullYear());
  if (stepMs < 27 * dayMs && !(at.getUTCDate() === 1 && stepMs >= dayMs)) return format('day', { day: 'numeric', month: 'short' }).format(at);
  return format('month', { month: 'short', ...(stepMs < 27 * dayMs && { year: 'numeric' }) }).format(at);
}
