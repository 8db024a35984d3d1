import { describe, expect, it } from 'vitest';
import { matches } from '#renderer/desk/components/list-find/folded-match.ts';

describe('narrowing a list by words', () => {
  it('looks past case, accents and the order of words, in any script', () => {
    expect(matches('Société générale, Київ', 'GENERALE societe')).toBe(true);
    expect(matches('Заявление пресс-службы', 'ПРЕСС')).toBe(true);
    expect(matches('북한 병사 두 명', '병사')).toBe(true);
    expect(matches('Two soldiers', 'three')).toBe(false);
  });

  it('shows everything while nothing is asked for', () => {
    expect(matches('anything', '   ')).toBe(true);
  });
});
