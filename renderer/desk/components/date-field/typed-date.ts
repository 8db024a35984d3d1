import { isEdtf } from '#shared/domain/moment/edtf-date.ts';
import { deskWords } from '#shared/wording/english/desk.ts';

const english = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/**
 * A date as people write it, in EDTF: `12 January 2025`, `January 12, 2025`, `Jan 2025`, `12.01.2025`, in English and in the language of the desk.
 * Null for what could be meant in two ways, such as `01/02/2025`, and for all else.
 */
export function typedDate(text: string): string | null {
  const line = text.trim().toLowerCase().replace(/\s+/gu, ' ');
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(line);
  if (dotted) return valid(dotted[3], Number(dotted[2]), dotted[1]);
  const dayFirst = /^(?:(\d{1,2})\.? )?(\p{L}+)\.?,? (\d{4})$/u.exec(line);
  if (dayFirst) return valid(dayFirst[3], monthOf(dayFirst[2] ?? ''), dayFirst[1]);
  const monthFirst = /^(\p{L}+)\.? (\d{1,2}),? (\d{4})$/u.exec(line);
  return monthFirst ? valid(monthFirst[3], monthOf(monthFirst[1] ?? ''), monthFirst[2]) : null;
}

/** From 1, or 0 for no month; three letters are enough when no other month begins like that. */
function monthOf(word: string): number {
  const lists = [english, deskWords.dates.months, deskWords.dates.monthsAfterDay];
  for (const months of lists) {
    const found = months.flatMap((month, at) => (word.length >= 3 && month.toLowerCase().startsWith(word) ? [at + 1] : []));
    if (found.length === 1) return found[0] ?? 0;
  }
  return 0;
}

function valid(year = '', month = 0, day?: string): string | null {
  const edtf = [year, String(month).padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
  return month > 0 && isEdtf(edtf) ? edtf : null;
}
