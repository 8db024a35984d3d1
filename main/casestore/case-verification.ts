import type { CaseFile } from '#main/casefile/case-file.ts';
import { checkCaseFile } from '#main/casefile/check-file.ts';
import type { CaseFinding, CaseVerification, Progress } from '#main/usecases/ports.ts';
import { type CaseRecord, collections } from '#shared/domain/case/case-record.ts';
import { done, type Reply } from '#shared/kernel/reply.ts';
import { isChainWhole } from './custody-chain.ts';
import { parseStored } from './stored-objects.ts';

/**
 * The whole case: the file with every blob, the custody chain, every record by its schema, and that each exhibit has its bytes.
 * `sound` allows only remarks (`info`) and an end without a close record, which a cut of power leaves and which costs nothing.
 */
export async function verifyCase(file: CaseFile, record: CaseRecord, opening: readonly CaseFinding[], report: Progress): Promise<Reply<CaseVerification>> {
  const checked = await checkCaseFile(file, report);
  if (!checked.ok) return checked;
  const { frames, blobs, blobBytes } = checked.value;
  const there = new Set<string>(blobs);
  const cited = citedBlobs(record);
  const findings = unique([
    ...opening,
    ...checked.value.findings,
    ...[...cited].filter((blob) => !there.has(blob)).map((subject): CaseFinding => ({ severity: 'damage', code: 'blob-missing', subject })),
    ...blobs.filter((blob) => !cited.has(blob)).map((subject): CaseFinding => ({ severity: 'info', code: 'blob-unreferenced', subject })),
    ...(isChainWhole(record) ? [] : [{ severity: 'damage', code: 'custody-broken', subject: 'custody' } as const]),
    ...invalidRecords(record),
  ]);
  const objects = collections.reduce(
    (sum, collection) => sum + (collection === 'custody' || collection === 'meta' ? 0 : Object.keys(record[collection]).length),
    0,
  );
  return done({
    sound: findings.every(({ severity, code }) => severity === 'info' || code === 'unclean-end'),
    findings,
    counts: { frames, blobs: blobs.length, blobBytes, objects, custody: Object.keys(record.custody).length },
  });
}

/** Every blob an exhibit rests on: its original bytes and what was derived from them. */
export function citedBlobs(record: CaseRecord): ReadonlySet<string> {
  const cited = new Set<string>();
  for (const item of Object.values(record.evidence)) {
    cited.add(item.blob);
    for (const part of [item.text, item.page, item.picture?.display, item.picture?.figure]) if (part) cited.add(part.blob);
  }
  return cited;
}

function invalidRecords(record: CaseRecord): readonly CaseFinding[] {
  return collections.flatMap((collection) =>
    Object.entries(record[collection]).flatMap(([key, value]) =>
      parseStored(collection, key, value) ? [] : [{ severity: 'damage', code: 'record-invalid', subject: collection } as const],
    ),
  );
}

function unique(findings: readonly CaseFinding[]): readonly CaseFinding[] {
  return [...new Map(findings.map((finding) => [`${finding.code} ${finding.subject}`, finding])).values()];
}
