import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { ReadableCase } from '../ports/open-case.ts';

/** The extracted text of an item, whole. Refused `no-text-to-quote` when it has none. */
export async function readEvidenceText(openCase: ReadableCase, item: EvidenceItem): Promise<Reply<string>> {
  if (item.text === null) return refused({ kind: 'refused', rule: 'no-text-to-quote' });
  const bytes = await openCase.readBlob(item.text.blob, 0, item.text.bytes);
  return bytes.ok ? done(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.value)) : bytes;
}
