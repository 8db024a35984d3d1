import { counted, formFor, grouped } from '../counting.ts';

/** The number with the noun after it: `numbered(22, 'доказ', 'докази', 'доказів')` is *22 докази*. */
export function numbered(count: number, one: string, few: string, many: string): string {
  return counted('uk', count, { one, few, many, other: few });
}

/** Only the form that the number asks for, such as that of a verb before it. */
export function agreeing(count: number, one: string, few: string, many: string): string {
  return formFor('uk', count, { one, few, many, other: few });
}

/** A whole number with its thousands apart. */
export function figure(value: number): string {
  return grouped('uk', value);
}
