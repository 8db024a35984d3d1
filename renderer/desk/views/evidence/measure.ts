import { languageTag } from '#shared/wording/spoken.ts';

/** What a pixel stands for where it was measured. */
export type Scale = { readonly perPixel: number; readonly unit: string };

/** `8.5 cm`, `8,5cm` or `12 m` as an amount and its unit; `null` for anything else. */
export function readDistance(text: string): { readonly amount: number; readonly unit: string } | null {
  const found = /^(\d{1,9}(?:[.,]\d{1,6})?)\s*(\p{L}{1,12})$/u.exec(text.trim());
  const amount = Number(found?.[1]?.replace(',', '.'));
  return found?.[2] !== undefined && amount > 0 ? { amount, unit: found[2] } : null;
}

/** A length in the unit of the scale, to three figures: a picture is never more exact than that. */
export function scaled({ perPixel, unit }: Scale, pixels: number): string {
  return `${(pixels * perPixel).toLocaleString(languageTag(), { maximumSignificantDigits: 3, useGrouping: false })} ${unit}`;
}
