import { expect, test } from 'vitest';
import { headsUpTo } from '#renderer/desk/components/table/grouped-rows.ts';
import { filterOf, questionOf } from '#renderer/desk/views/claims/ledger-filter.ts';
import { proposedLines, propositionsIn } from '#renderer/desk/views/claims/propositions.ts';
import { nothingChanged, sharedChanges } from '#renderer/desk/views/claims/shared-changes.ts';
import { monthOf } from '#shared/domain/claim/ledger-order.ts';
import type { EdtfDate } from '#shared/domain/moment/edtf-date.ts';

test('a row knows how many heads stand above it', () => {
  const heads = new Map([0, 2, 4].map((at) => [at, { title: 'a', count: 2 }]));
  expect([0, 1, 2, 3, 4].map((at) => headsUpTo(heads, at))).toEqual([1, 1, 2, 2, 3]);
});

test('claims are gathered by the month they were said in, or else happened in; a year stands for itself', () => {
  const month = (saidAt: string | null, eventAt: string | null = null) => monthOf({ saidAt: saidAt as EdtfDate | null, eventAt: eventAt as EdtfDate | null });
  expect([month('2025-01-11'), month('2024-12~'), month('2024-12/2025-01'), month(null, '2025-01?'), month('2025'), month('2025-21'), month(null)]).toEqual([
    '2025-01',
    '2024-12',
    '2024-12',
    '2025-01',
    '2025',
    '2025',
    null,
  ]);
});

test('a claim is proposed to be split at its sentences and semicolons, and each line that is not empty is a proposition', () => {
  expect(proposedLines('Two were caught. Обидва поранені; 한 명은 죽었다.')).toBe('Two were caught.\nОбидва поранені\n한 명은 죽었다.');
  expect(propositionsIn('  One \n\n two\n')).toEqual(['One', 'two']);
});

test('a change to several claims holds only what was chosen, and a filter comes back as it was kept', () => {
  expect(sharedChanges(nothingChanged)).toBeNull();
  expect(sharedChanges({ ...nothingChanged, saidAt: 'someday' })).toBeNull();
  expect(sharedChanges({ ...nothingChanged, credibility: 'none', asserter: { id: null, name: ' AFP ' } })).toEqual({
    credibility: null,
    asserter: { name: 'AFP' },
  });
  const kept = { match: 'Kursk', finding: 'disputed', inConflict: true } as const;
  expect(questionOf(filterOf(kept))).toEqual(kept);
});
