/** Quartiles of numbers measured in pairs. Absolute times say more of the machine than of the product, so ratios are what counts. */
export type Spread = { readonly lower: number; readonly median: number; readonly upper: number };

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
}

export function ratios(ours: readonly number[], theirs: readonly number[]): Spread {
  return spread(ours.flatMap((value, index) => (theirs[index] === undefined ? [] : [value / theirs[index]])));
}

export function show({ lower, median, upper }: Spread): string {
  const short = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toPrecision(2));
  return `${short(median)} (${short(lower)}–${short(upper)})`;
}

export function milliseconds(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
