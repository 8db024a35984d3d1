import { deskWords } from '#shared/wording/english/desk.ts';

const { months, monthsAfterDay } = deskWords.dates;

/** An EDTF date in words, as far as level 1 is usually written; other valid text is given back as it is. */
export function spokenDate(edtf: string): string {
  const [from, to, more] = edtf.trim().split('/');
  if (from === undefined || more !== undefined) return edtf;
  if (to === undefined) return spokenPart(from);
  if (to === '..') return deskWords.dates.fromOn(spokenPart(from));
  if (from === '..') return deskWords.dates.until(spokenPart(to));
  if (to === '') return deskWords.dates.endUnknown(spokenPart(from));
  if (from === '') return deskWords.dates.beginUnknown(spokenPart(to));
  return deskWords.dates.between(spokenPart(from), spokenPart(to));
}

function spokenPart(part: string): string {
  const mark = part.at(-1) ?? '';
  const plain = /[?~%]$/.test(part) ? part.slice(0, -1) : part;
  const said = spokenPlain(plain);
  if (mark === '?') return deskWords.dates.uncertain(said);
  if (mark === '~') return deskWords.dates.approximate(said);
  if (mark === '%') return deskWords.dates.uncertainAndApproximate(said);
  return said;
}

function spokenPlain(plain: string): string {
  const clock = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2})?(Z|[+-]\d{2}:\d{2})?$/.exec(plain);
  if (clock?.[1] && clock[2]) return `${spokenPlain(clock[1])}, ${clock[2]}${clock[3] === undefined ? '' : ` ${clock[3] === 'Z' ? 'UTC' : clock[3]}`}`;
  const form = /^(-?\d{4})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?$/.exec(plain);
  if (!form) return spokenDecade(plain);
  const [, year = '', month, day] = form;
  if (month === undefined || month === 'XX') return year;
  const name = months[Number(month) - 1] ?? deskWords.dates.seasons[Number(month) - 21];
  if (name === undefined) return plain;
  return day === undefined || day === 'XX' ? `${name} ${year}` : `${Number(day)} ${monthsAfterDay[Number(month) - 1] ?? name} ${year}`;
}

function spokenDecade(plain: string): string {
  if (/^\d{3}X$/.test(plain)) return deskWords.dates.decade(plain.slice(0, 3));
  if (/^\d{2}XX$/.test(plain)) return deskWords.dates.century(plain.slice(0, 2));
  return plain;
}
