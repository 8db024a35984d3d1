import type { CaseFile } from '#main/casefile/case-file.ts';
import { checkCaseFile } from '#main/casefile/check-file.ts';
import type { CaseVerification } from '#main/usecases/ports/open-case.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import type { VerifyDepth } from '#shared/contract/care.ts';
import type { CaseFinding, Touched } from '#shared/domain/case/case-finding.ts';
import { type CaseRecord, collections } from '#shared/domain/case/case-record.ts';
import { countOf, idsOf, objectsOf } from '#shared/domain/case/objects-of.ts';
import { custodyKey } from '#shared/domain/custody/custody-entry.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { done, type Reply } from '#shared/kernel/reply.ts';
import { checkCustodyLog, checkpointSubject } from './custody-check.ts';
import type { KeptCheckpoint, KeptCustody } from './kept-custody.ts';
import { custodyGaps } from './salvaged-record.ts';
import { touchedByBlob } from './touched-parts.ts';

/** How a case is checked; `opening` is what opening it noticed, `invalid` checks every object by its schema. */
export type VerificationWish = {
  readonly depth: VerifyDepth;
  readonly opening: readonly CaseFinding[];
  readonly report: Progress;
  readonly invalid: () => readonly CaseFinding[];
};

const mostTouchedTold = 200;

/**
 * The whole case: the file with every blob, the custody chain, every record by its schema, and that each exhibit has its bytes. Each finding
 * names the objects it touches. `sound` allows only remarks (`info`) and an end without a close record, which a cut of power leaves and
 * which costs nothing.
 */
export async function verifyCase(
  file: CaseFile,
  record: CaseRecord,
  kept: KeptCustody,
  { depth, opening, report, invalid }: VerificationWish,
): Promise<Reply<CaseVerification>> {
  const checked = await checkCaseFile(file, { depth, sizes: sizesIn(record) }, report);
  if (!checked.ok) return checked;
  const { frames, blobs, blobBytes } = checked.value;
  const there = new Set<string>(blobs);
  const touched = touchedByBlob(record);
  const findings = merged([
    ...opening,
    ...checked.value.findings.map((finding) => withTouched(finding, touched.get(finding.subject))),
    ...[...touched.keys()]
      .filter((blob) => !there.has(blob))
      .map((blob) => withTouched({ severity: 'damage', code: 'blob-missing', subject: blob }, touched.get(blob))),
    ...blobs.filter((blob) => !touched.has(blob)).map((subject): CaseFinding => ({ severity: 'info', code: 'blob-unreferenced', subject })),
    ...custodyFindings(record, kept),
    ...invalid(),
  ]);
  const objects = collections.reduce((sum, collection) => sum + (collection === 'custody' || collection === 'meta' ? 0 : countOf(record[collection])), 0);
  return done({
    sound: findings.every(({ severity, code }) => severity === 'info' || code === 'unclean-end'),
    findings,
    counts: { frames, blobs: blobs.length, blobBytes, objects, custody: countOf(record.custody) },
  });
}

/** Where entries are missing, what was signed or chained over them cannot be checked any more: that they are missing is what there is to say. */
function custodyFindings(record: CaseRecord, kept: KeptCustody): readonly CaseFinding[] {
  const gaps = custodyGaps(record);
  const checked = checkCustodyLog(record, kept);
  if (gaps.length === 0) return checked;
  const missing = gaps.flatMap(({ from, to }) =>
    Array.from({ length: to - from + 1 }, (_, index): Touched => ({ kind: 'custody', id: String(from + index), part: 'whole' })),
  );
  // What was signed after the repair signs the entries that stand for lost ones as well, and must hold.
  const repaired = objectsOf(record.custody).reduce((last, { action, seq }) => (action === 'repaired' ? Math.max(last, seq) : last), -1);
  const lostLater = ({ size }: KeptCheckpoint) => gaps.some(({ from }) => from < size && (record.custody[custodyKey(from)] === undefined || size <= repaired));
  const unchecked = new Set(Object.values(kept.checkpoints).flatMap((each) => (lostLater(each) ? [checkpointSubject(each.size)] : [])));
  return [
    withTouched({ severity: 'damage', code: 'custody-gap', subject: 'custody' }, missing),
    ...checked.filter(({ code, subject }) => !(code === 'custody-broken' && hasHoles(record)) && !(code === 'checkpoint-broken' && unchecked.has(subject))),
  ];
}

function hasHoles(record: CaseRecord): boolean {
  const numbers = idsOf(record.custody);
  return numbers.some((key) => Number(key) >= numbers.length);
}

function sizesIn(record: CaseRecord): ReadonlyMap<string, number> {
  return new Map(objectsOf(record.evidence).flatMap(sizesOf));
}
function sizesOf({ blob, bytes, text, page, picture }: EvidenceItem): readonly (readonly [string, number])[] {
  return [[blob, bytes], ...[text, page, picture?.display, picture?.figure].flatMap((part) => (part ? [[part.blob, part.bytes] as const] : []))];
}

function withTouched(finding: CaseFinding, touched: readonly Touched[] | undefined): CaseFinding {
  if (!touched || touched.length === 0) return finding;
  return { ...finding, touched: touched.slice(0, mostTouchedTold), touchedInAll: touched.length };
}

/** One finding for each code and subject, with everything that is told of it. */
function merged(findings: readonly CaseFinding[]): readonly CaseFinding[] {
  const found = new Map<string, CaseFinding>();
  for (const finding of findings) {
    const key = `${finding.code} ${finding.subject}`;
    const known = found.get(key);
    const all = new Map([...(known?.touched ?? []), ...(finding.touched ?? [])].map((each) => [`${each.kind} ${each.id} ${each.part}`, each]));
    found.set(key, withTouched({ ...known, ...finding }, [...all.values()]));
  }
  return [...found.values()];
}
