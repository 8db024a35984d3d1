import { z } from 'zod';
import { type CaseFinding, findingCodes, touchedParts } from '#shared/domain/case/case-finding.ts';
import { objectKinds } from '#shared/domain/case/case-record.ts';

const RangeSchema = z.object({ from: z.int().min(0), to: z.int().min(0) });
const NoticeSchema = z.object({
  severity: z.enum(['info', 'warning', 'damage']),
  code: z.enum(findingCodes),
  subject: z.string().max(300),
  touched: z.array(z.object({ kind: z.enum([...objectKinds, 'custody', 'case']), id: z.string().max(80), part: z.enum(touchedParts) })).optional(),
  touchedInAll: z.int().min(0).optional(),
  lostEdits: z.array(RangeSchema).optional(),
  noticedAt: z.string(),
  acknowledgedAt: z.string().optional(),
});

/**
 * What is kept in mind of the state of the case itself: damage that was noticed and whose traces the writer may tidy away, until somebody
 * acknowledges it; and the branches that are said to be needed no more, by the first twelve digits of their heads.
 */
export const CareStateSchema = z.object({ noticed: z.array(NoticeSchema).max(200), settled: z.array(z.string().regex(/^[0-9a-f]{12}$/)).max(1000) });
export type CareState = z.infer<typeof CareStateSchema>;
export const noCare: CareState = { noticed: [], settled: [] };

/** Damage that closing, healing or compaction would take out of sight. Everything else is found again as long as it is there. */
const vanishing = new Set<CaseFinding['code']>([
  'snapshot-unusable',
  'segment-damaged',
  'header-copy-damaged',
  'recovery-point-missing',
  'header-older-than-log',
]);

/** `null` when there is nothing new to keep. What was acknowledged stays so. */
export function keptInMind(care: CareState, findings: readonly CaseFinding[], at: string): CareState | null {
  const known = new Set(care.noticed.map(keyOf));
  const fresh = findings.filter((finding) => finding.severity !== 'info' && vanishing.has(finding.code) && !known.has(keyOf(finding)));
  if (fresh.length === 0) return null;
  const noticed = [...care.noticed, ...fresh.map((finding) => NoticeSchema.parse({ ...finding, noticedAt: finding.noticedAt ?? at }))];
  return { ...care, noticed: noticed.slice(-200) };
}

/** `null` when nothing like it is kept. */
export function acknowledged(care: CareState, finding: Pick<CaseFinding, 'code' | 'subject'>, at: string): CareState | null {
  if (!care.noticed.some((each) => keyOf(each) === keyOf(finding))) return null;
  return { ...care, noticed: care.noticed.map((each) => (keyOf(each) === keyOf(finding) ? { ...each, acknowledgedAt: at } : each)) };
}

export function settledWith(care: CareState, branch: string): CareState {
  return care.settled.includes(branch) ? care : { ...care, settled: [...care.settled, branch].slice(-1000) };
}

/** Findings with what is kept in mind: those found again say since when, those found no more are told still; acknowledged ones are remarks. */
export function withNotices(findings: readonly CaseFinding[], care: CareState): readonly CaseFinding[] {
  const notices = new Map(care.noticed.map((each) => [keyOf(each), each]));
  const found = new Set(findings.map(keyOf));
  const told = findings.map((finding): CaseFinding => {
    const notice = notices.get(keyOf(finding));
    if (!notice) return finding;
    const { noticedAt, acknowledgedAt } = notice;
    return acknowledgedAt ? { ...finding, severity: 'info', noticedAt, acknowledgedAt } : { ...finding, noticedAt };
  });
  const kept = care.noticed
    .filter((each) => !found.has(keyOf(each)))
    .map((each) => (each.acknowledgedAt ? { ...findingOf(each), severity: 'info' as const } : findingOf(each)));
  return [...told, ...kept];
}

/** What was read from JSON has no field that is `undefined`. */
function findingOf(notice: CareState['noticed'][number]): CaseFinding {
  return notice as CaseFinding;
}

function keyOf({ code, subject }: Pick<CaseFinding, 'code' | 'subject'>): string {
  return `${code} ${subject}`;
}
