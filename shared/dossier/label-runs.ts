/** Numbers that follow each other, from this many on, are told as the first and the last of them. */
const fewest = 4;

export type LabelRun = readonly [only: string] | readonly [first: string, last: string];

/** Labels in their order, with runs such as `C1 C2 C3 C4` as one pair: a name that is told of everywhere would fill a page of its index otherwise. */
export function labelRuns(labels: readonly string[]): readonly LabelRun[] {
  const runs: string[][] = [];
  for (const label of labels) {
    const run = runs.at(-1);
    if (run && isNext(run.at(-1) ?? '', label)) run.push(label);
    else runs.push([label]);
  }
  return runs.flatMap((run): readonly LabelRun[] => {
    const [first = '', last = ''] = [run[0], run.at(-1)];
    return run.length >= fewest ? [[first, last]] : run.map((label): LabelRun => [label]);
  });
}

function isNext(before: string, after: string): boolean {
  return before.charAt(0) === after.charAt(0) && Number(after.slice(1)) === Number(before.slice(1)) + 1;
}
