import { describe, expect, it } from 'vitest';
import { citing, moved, notCiting, toggledClaim, uncitedOf, withStatement } from '#renderer/desk/views/dossier/edit-statements.ts';

const two = [
  { key: 'a', text: 'First.', citeIds: ['x'] },
  { key: 'b', text: 'Second.', citeIds: [] },
];

describe('statements of a dossier', () => {
  it('cite an object once, and can stop citing it', () => {
    expect(citing({ key: 'a', text: '', citeIds: ['x'] }, 'x')).toEqual(['x']);
    expect(citing({ key: 'a', text: '', citeIds: ['x'] }, 'y')).toEqual(['x', 'y']);
    expect(notCiting({ key: 'a', text: '', citeIds: ['x', 'y'] }, 'x')).toEqual(['y']);
  });

  it('change places with their neighbour and stay at the ends', () => {
    expect(moved(two, 'b', -1).map((one) => one.key)).toEqual(['b', 'a']);
    expect(moved(two, 'a', -1)).toBe(two);
  });

  it('are flagged while they say something and cite nothing', () => {
    expect(uncitedOf(two).map((one) => one.key)).toEqual(['b']);
    expect(uncitedOf(withStatement(two, 'b', { text: ' ' }))).toEqual([]);
  });

  it('hold every claim until one is left out, and again when all are back', () => {
    const without = toggledClaim(null, ['1', '2', '3'], '2');
    expect(without).toEqual(['1', '3']);
    expect(toggledClaim(without, ['1', '2', '3'], '2')).toBeNull();
  });
});
