import { expect, it } from 'vitest';
import { labelRuns } from '#shared/dossier/label-runs.ts';

const told = (labels: string) =>
  labelRuns(labels === '' ? [] : labels.split(' '))
    .map((run) => run.join('–'))
    .join(' ');

it.each([
  ['', ''],
  ['C1', 'C1'],
  ['C1 C2 C3', 'C1 C2 C3'],
  ['C1 C2 C3 C4', 'C1–C4'],
  ['C1 C3 C4 C5 C6 E7 E8 E9 E10 L11', 'C1 C3–C6 E7–E10 L11'],
  ['C4 C3 C2 C1', 'C4 C3 C2 C1'],
  ['C9 C10 C11 C12', 'C9–C12'],
])('%s is told as %s', (labels, words) => expect(told(labels)).toBe(words));
