export type Run = { readonly start: number; readonly text: string; readonly marked: boolean };

/** Cuts text at its marks, [start, end) in UTF-16 code units. Marks that overlap or reach beyond the text do no harm. */
export function markedRuns(text: string, marks: readonly (readonly [number, number])[]): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  const push = (end: number, marked: boolean) => {
    if (end > at) runs.push({ start: at, text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0])) {
    push(Math.min(start, text.length), false);
    push(Math.min(end, text.length), true);
  }
  push(text.length, false);
  return runs;
}
