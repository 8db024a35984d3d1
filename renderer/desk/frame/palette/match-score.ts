import { foldText } from '#shared/domain/search/fold-text.ts';

// The same places on a Ukrainian or Russian keyboard and on a Latin one: what was typed with the wrong layout is found all the same.
const cyrillic = 'йцукенгшщзхїфівапролджєячсмитьбюъыэ';
const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.]s'";
const toLatin = new Map([...cyrillic].map((letter, at) => [letter, latin[at] ?? letter]));
const toCyrillic = new Map([...latin].map((letter, at) => [letter, cyrillic[at] ?? letter]).slice(0, 32) as [string, string][]);

/** What was typed, and what the same keys would have typed with the other layout. */
export function asTyped(typed: string): readonly string[] {
  const lower = typed.trim().toLowerCase();
  const other = (table: ReadonlyMap<string, string>) => [...lower].map((letter) => table.get(letter) ?? letter).join('');
  return [...new Set([lower, other(toLatin), other(toCyrillic)].map(foldText))];
}

/**
 * How well a title fits what was typed; 0 when it does not. Best where it begins with it, then where its words do, then where it holds
 * it, last where its letters come in this order.
 */
export function matchScore(title: string, typed: string): number {
  const text = foldText(title);
  if (typed === '') return 1;
  if (text.startsWith(typed)) return 6;
  const wanted = typed.split(/\s+/).filter((word) => word !== '');
  const beginnings = text.split(/[\s/–—·,.:()]+/);
  if (wanted.every((word) => beginnings.some((beginning) => beginning.startsWith(word)))) return 5;
  if (text.includes(typed)) return 4;
  if (wanted.every((word) => text.includes(word))) return 3;
  return typed.length > 1 && inOrder(text, typed.replaceAll(/\s+/g, '')) ? 1 : 0;
}

/** Whether the letters come in this order with few gaps: what jumps about the title is no match but an accident. */
function inOrder(text: string, letters: string): boolean {
  let at = -1;
  let gaps = 0;
  for (const letter of letters) {
    const next = text.indexOf(letter, at + 1);
    if (next < 0) return false;
    if (at >= 0 && next > at + 1) gaps += 1;
    at = next;
  }
  return gaps <= Math.ceil(letters.length / 2);
}
