/** What was asked of a long run. `count` is what the part counts (states, inputs, runs …); undefined: its own full measure. */
export type LongRun = {
  readonly seed: number;
  readonly count: number | undefined;
  readonly minutes: number;
  readonly stride: number;
  readonly parsers: readonly string[];
};
/** One part of the run: a line for the summary, and whether nothing was found and the measure reached. */
export type Section = { readonly line: string; readonly sound: boolean };

export const say = (line: string): void => void process.stderr.write(`${line}\n`);
export const grouped = (value: number): string => value.toLocaleString('en');

/** Asked in a loop: says every quarter of a minute how far it has come, and answers whether the time is up. */
export function timekeeper(minutes: number, progress: () => string): () => boolean {
  const started = Date.now();
  let told = started;
  return () => {
    const now = Date.now();
    if (now - told > 15_000) {
      told = now;
      say(`  ${progress()}, ${Math.round((now - started) / 1000)} s`);
    }
    return now - started > minutes * 60_000;
  };
}
