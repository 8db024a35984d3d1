import { expect, test } from 'vitest';
import { type Column, fittingColumns, leastWidthPx, nextSort, sortedRows } from '#renderer/desk/components/table/columns.ts';
import { movedTo } from '#renderer/desk/components/table/moved-to.ts';

type Row = { readonly name: string; readonly grade: number | null };
const columns: readonly Column<Row>[] = [
  { id: 'name', title: 'Name', width: 'minmax(120px, 2fr)', cell: (row) => row.name, sortBy: (row) => row.name },
  { id: 'grade', title: 'Grade', width: '80px', cell: (row) => row.grade, sortBy: (row) => row.grade },
];
const rows: readonly Row[] = [
  { name: 'b10', grade: null },
  { name: 'B2', grade: 5 },
  { name: 'a', grade: 1 },
  { name: 'Є', grade: 1 },
];
const names = (sorted: readonly Row[]) => sorted.map((row) => row.name);

test('names sort as people read them: without regard to case, numbers by value', () => {
  expect(names(sortedRows(rows, columns, { columnId: 'name', direction: 'ascending' })).slice(0, 3)).toEqual(['a', 'B2', 'b10']);
});

test('unknown stays last in both directions, because it is neither best nor worst', () => {
  expect(names(sortedRows(rows, columns, { columnId: 'grade', direction: 'ascending' }))).toEqual(['a', 'Є', 'B2', 'b10']);
  expect(names(sortedRows(rows, columns, { columnId: 'grade', direction: 'descending' }))).toEqual(['B2', 'a', 'Є', 'b10']);
});

test('pressing a head goes from ascending to descending and back to the order as it came', () => {
  const first = nextSort(null, 'name');
  const second = nextSort(first, 'name');
  expect([first?.direction, second?.direction, nextSort(second, 'name')]).toEqual(['ascending', 'descending', null]);
  expect(nextSort(second, 'grade')).toEqual({ columnId: 'grade', direction: 'ascending' });
});

test('the arrow keys stay within the rows', () => {
  expect(movedTo('ArrowDown', -1, 3, 10)).toBe(0);
  expect(movedTo('ArrowDown', 2, 3, 10)).toBe(2);
  expect(movedTo('ArrowUp', 0, 3, 10)).toBeNull();
  expect(movedTo('PageDown', 1, 100, 10)).toBe(11);
  expect(movedTo('PageUp', 4, 100, 10)).toBe(0);
  expect(movedTo('End', 0, 100, 10)).toBe(99);
  expect(movedTo('Home', 50, 100, 10)).toBe(0);
  expect(movedTo('Home', -1, 0, 10)).toBeNull();
  expect(movedTo('x', 5, 100, 10)).toBeNull();
});

test('a table knows the width below which it scrolls sideways', () => {
  expect(leastWidthPx(columns)).toBe(216);
});

test('columns that the pane beside shows as well make room, the most spare first; the others stay', () => {
  const cell = () => null;
  const wide = [
    { id: 'name', title: 'Name', width: 'minmax(200px, 3fr)', cell },
    { id: 'hash', title: 'Hash', width: '100px', spare: 2, cell },
    { id: 'size', title: 'Size', width: '60px', spare: 1, cell },
  ];
  const shownAt = (widthPx: number | null) => fittingColumns(wide, widthPx).map(({ id }) => id);
  expect([shownAt(null), shownAt(376)]).toEqual([
    ['name', 'hash', 'size'],
    ['name', 'hash', 'size'],
  ]);
  expect([shownAt(375), shownAt(275), shownAt(20)]).toEqual([['name', 'size'], ['name'], ['name']]);
});
