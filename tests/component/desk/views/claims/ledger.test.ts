import { describe, expect, it } from 'vitest';
import { conditionsOf, everything, questionOf } from '#renderer/desk/views/claims/ledger-filter.ts';
import { type ClaimHead, textOrBeginning } from '#shared/domain/case/case-heads.ts';
import { newCaseRecord } from '#shared/domain/case/case-record.ts';
import { type LedgerColumn, ledgerKey } from '#shared/domain/claim/ledger-order.ts';
import { inOrder } from '#shared/kernel/in-order.ts';
import type { Instant } from '#shared/kernel/instant.ts';

const noLinks = { into: new Map(), outOf: new Map() };
const empty = newCaseRecord({ title: 't', purpose: '', handling: '', analysts: ['a'], openedAt: '2025-01-12T09:00:00.000Z' as Instant });
const claim = (fields: { readonly [field: string]: unknown }) =>
  ({ id: '', text: '', saidAt: null, eventAt: null, credibility: null, finding: 'unassessed', anchors: [], viaIds: [], ...fields }) as unknown as ClaimHead;
const sorted = (claims: readonly ClaimHead[], by: LedgerColumn, descending = false) =>
  inOrder(claims, ledgerKey(by, empty, noLinks), descending, (a, b) => a.localeCompare(b)).map(textOrBeginning);

describe('the order of the ledger', () => {
  it('puts unknown credibility last, whichever way it is sorted: 6 is not the worst grade', () => {
    const claims = [
      claim({ text: 'six', credibility: '6' }),
      claim({ text: 'five', credibility: '5' }),
      claim({ text: 'none' }),
      claim({ text: 'one', credibility: '1' }),
    ];
    expect(sorted(claims, 'credibility')).toEqual(['one', 'five', 'six', 'none']);
    expect(sorted(claims, 'credibility', true)).toEqual(['five', 'one', 'six', 'none']);
  });

  it('sorts uncertain dates by the earliest day they can mean', () => {
    const claims = [
      claim({ text: 'day', saidAt: '2025-01-11' }),
      claim({ text: 'month', saidAt: '2025-01' }),
      claim({ text: 'about', saidAt: '2024-12~' }),
      claim({ text: 'none' }),
    ];
    expect(sorted(claims, 'saidAt')).toEqual(['about', 'month', 'day', 'none']);
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
