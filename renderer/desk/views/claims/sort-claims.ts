import edtf from 'edtf';
import type { ClaimRow } from '#shared/contract/claims.ts';
import { findings } from '#shared/domain/claim/claim.ts';
import { rankOf } from '#shared/domain/rating/admiralty.ts';

export const claimColumns = ['text', 'asserter', 'act', 'saidAt', 'eventAt', 'credibility', 'finding', 'evidence'] as const;
export type ClaimColumn = (typeof claimColumns)[number];
export type ClaimOrder = { readonly column: ClaimColumn; readonly direction: 'ascending' | 'descending' };

/** Earliest moment an uncertain date can mean, in milliseconds; `null` when there is no date. */
export function earliest(date: string | null): number | null {
  if (date === null) return null;
  try {
    return edtf(date).min;
  } catch {
    return null;
  }
}

function keyOf(row: ClaimRow, column: ClaimColumn): string | number | null {
  if (column === 'saidAt' || column === 'eventAt') return earliest(row[column]);
  if (column === 'credibility') return rankOf(row.credibility);
  if (column === 'finding') return findings.indexOf(row.finding);
  if (column === 'evidence') return row.independentOrigins * 1_000 + row.evidenceIds.length;
  return row[column];
}

/** Rows in order. What is unknown stands last whichever way the column is sorted: unknown is neither best nor worst. */
export function sortClaims(rows: readonly ClaimRow[], order: ClaimOrder): readonly ClaimRow[] {
  const words = new Intl.Collator(undefined, { numeric: true });
  const sign = order.direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, key: keyOf(row, order.column) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null) || words.compare(a.row.text, b.row.text);
    const by = typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : words.compare(String(a.key), String(b.key));
    return sign * by || words.compare(a.row.text, b.row.text);
  });
  return keyed.map(({ row }) => row);
}
