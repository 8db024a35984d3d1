import { describe, expect, it } from 'vitest';
import { sortedRows } from '#renderer/desk/components/table/columns.ts';
import { conditionsOf, everything, questionOf } from '#renderer/desk/views/claims/ledger-filter.ts';
import { type SortableColumn, sortKey } from '#renderer/desk/views/claims/sort-key.ts';
import type { ClaimRow } from '#shared/contract/claims.ts';

const plain = {
  text: '',
  asserter: '',
  act: 'said',
  saidAt: null,
  eventAt: null,
  credibility: null,
  finding: 'unassessed',
  evidenceIds: [],
  independentOrigins: 0,
};
function row(fields: Partial<{ [K in keyof ClaimRow]: unknown }>): ClaimRow {
  return { ...plain, ...fields } as unknown as ClaimRow;
}
function sortClaims(rows: readonly ClaimRow[], by: { readonly column: SortableColumn; readonly direction: 'ascending' | 'descending' }): readonly ClaimRow[] {
  const column = { id: by.column, title: '', width: '', cell: () => null, sortBy: (one: ClaimRow) => sortKey(one, by.column) };
  return sortedRows(rows, [column], { columnId: by.column, direction: by.direction });
}
const texts = (rows: readonly ClaimRow[]) => rows.map((one) => one.text);

describe('the order of the ledger', () => {
  it('puts unknown credibility last, whichever way it is sorted: 6 is not the worst grade', () => {
    const rows = [
      row({ text: 'six', credibility: '6' }),
      row({ text: 'five', credibility: '5' }),
      row({ text: 'none' }),
      row({ text: 'one', credibility: '1' }),
    ];
    expect(texts(sortClaims(rows, { column: 'credibility', direction: 'ascending' }))).toEqual(['one', 'five', 'six', 'none']);
    expect(texts(sortClaims(rows, { column: 'credibility', direction: 'descending' }))).toEqual(['five', 'one', 'six', 'none']);
  });

  it('sorts uncertain dates by the earliest day they can mean', () => {
    const rows = [
      row({ text: 'day', saidAt: '2025-01-11' }),
      row({ text: 'month', saidAt: '2025-01' }),
      row({ text: 'about', saidAt: '2024-12~' }),
      row({ text: 'none' }),
    ];
    expect(texts(sortClaims(rows, { column: 'saidAt', direction: 'ascending' }))).toEqual(['about', 'month', 'day', 'none']);
  });

  it('sorts evidence by independent origins before the number of items', () => {
    const rows = [
      row({ text: 'many', evidenceIds: ['a', 'b', 'c'], independentOrigins: 1 }),
      row({ text: 'two', evidenceIds: ['a', 'b'], independentOrigins: 2 }),
    ];
    expect(texts(sortClaims(rows, { column: 'evidence', direction: 'descending' }))).toEqual(['two', 'many']);
  });
});

describe('the filter of the ledger', () => {
  it('asks only for what it filters by', () => {
    expect(questionOf(everything)).toEqual({});
    expect(questionOf({ ...everything, match: '  Kursk ', finding: 'disputed', inConflict: true })).toEqual({
      match: 'Kursk',
      finding: 'disputed',
      inConflict: true,
    });
    expect(conditionsOf({ ...everything, match: ' ', withoutEvidence: true })).toBe(1);
  });
});
