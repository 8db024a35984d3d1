import { expect, it } from 'vitest';
import { runTamperMatrix } from '#tests/harness/tamper-matrix.ts';

it('every change, cut, extension, removal, exchange and older copy of any file of a case is told', async () => {
  const rows = await runTamperMatrix(149);
  const missed = [...rows].flatMap(([kind, row]) => row.missed.map((what) => `${kind}: ${what}`));
  expect(missed).toEqual([]);
  expect(rows.size).toBeGreaterThan(15);
});
