import type { AnchorInput } from '#shared/contract/claims.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import { findObject } from '#shared/domain/case/find-object.ts';
import type { Anchor } from '#shared/domain/evidence/anchor.ts';
import { findQuote } from '#shared/domain/evidence/find-quote.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { readEvidenceText } from '../evidence/read-evidence-text.ts';
import type { ReadableCase } from '../ports/open-case.ts';

/** Turns what the analyst pointed at into anchors: a quote is looked up in the extracted text, everything else is taken as it is. */
export async function resolveAnchors(openCase: ReadableCase, inputs: readonly AnchorInput[]): Promise<Reply<readonly Anchor[]>> {
  const anchors: Anchor[] = [];
  for (const input of inputs) {
    const anchor = await resolveAnchor(openCase, openCase.record(), input);
    if (!anchor.ok) return anchor;
    anchors.push(anchor.value);
  }
  return done(anchors);
}

export async function resolveAnchor(openCase: ReadableCase, record: CaseRecord, input: AnchorInput): Promise<Reply<Anchor>> {
  const item = findObject(record, 'evidence', input.evidenceId);
  if (!item.ok) return item;
  const evidenceId = item.value.id;
  const given = [input.quote !== undefined, input.region !== undefined || input.page !== undefined, input.at !== undefined];
  if (given.filter((each) => each).length > 1) {
    return refused({ kind: 'invalid-input', where: 'anchors', reason: 'one of a quote, a region or page, and a moment' });
  }
  if (input.at !== undefined) return done({ sort: 'time', evidenceId, ...input.at });
  if (input.page !== undefined) return done({ sort: 'page', evidenceId, page: input.page, region: input.region ?? null });
  if (input.region !== undefined) return done({ sort: 'region', evidenceId, region: input.region });
  if (input.quote === undefined) return done({ sort: 'whole', evidenceId });
  const text = await readEvidenceText(openCase, item.value);
  if (!text.ok) return text;
  const found = findQuote(text.value, input.quote, input.start ?? null);
  if (!found) return refused({ kind: 'refused', rule: 'quote-not-in-text' });
  return done({ sort: 'quote', evidenceId, ...found });
}
