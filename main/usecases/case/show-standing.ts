import type { Standing } from '#shared/contract/case.ts';
import type { CaseHeads } from '#shared/domain/case/case-heads.ts';
import type { ObjectKind } from '#shared/domain/case/case-record.ts';
import { labelOrGone } from '#shared/domain/case/label-of.ts';
import { eachOf } from '#shared/domain/case/objects-of.ts';
import { findings, workStates } from '#shared/domain/claim/claim.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import type { ReadingDesk } from '../ports.ts';
import { whatWantsAttention } from './what-wants-attention.ts';

const recentShown = 12;

/** How the work stands: the claims as they are judged, and what wants attention. */
export const showStanding: QueryUse<'case/standing'> = async (desk) =>
  done(await desk.kept('standing', ['sources', 'evidence', 'claims', 'links', 'notes', 'entities', 'dossiers'], () => standingOf(desk)));

/** What was worked on last, at once; the rest looks at every claim. */
export const showRecent: QueryUse<'case/recent'> = async (desk) => {
  const reads = ['sources', 'evidence', 'claims', 'links', 'notes', 'dossiers'] as const;
  const newest = desk.kept('recent', reads, () => newestObjects(desk.openCase.heads()));
  return done(newest.map(({ kind, id, at }) => ({ kind, id, label: labelOrGone(desk.openCase.heads(), id, kind).label, at })));
};

async function standingOf(desk: ReadingDesk): Promise<Standing> {
  const claimsByFinding = noneOf(findings);
  const claimsByWorkState = noneOf(workStates);
  const attention = await whatWantsAttention(desk.openCase.heads(), desk.links(), (claim) => {
    claimsByFinding[claim.finding] += 1;
    claimsByWorkState[claim.workState] += 1;
  });
  return { claimsByFinding, claimsByWorkState, attention };
}

function noneOf<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}

type Dated = { readonly kind: ObjectKind; readonly id: string; readonly at: string };

/** The objects changed last, newest first; one pass, so that a large case does not sort everything for twelve rows. */
function newestObjects(record: CaseHeads): readonly Dated[] {
  const newest: Dated[] = [];
  const offer = (kind: ObjectKind, id: string, at: string): void => {
    const last = newest.at(-1);
    if (newest.length >= recentShown && last && last.at >= at) return;
    const before = newest.findIndex((each) => each.at < at);
    newest.splice(before < 0 ? newest.length : before, 0, { kind, id, at });
    newest.length = Math.min(newest.length, recentShown);
  };
  for (const item of eachOf(record.evidence)) offer('evidence', item.id, item.takenInAt);
  for (const claim of eachOf(record.claims)) offer('claim', claim.id, claim.changedAt);
  for (const note of eachOf(record.notes)) offer('note', note.id, note.changedAt);
  for (const link of eachOf(record.links)) offer('link', link.id, link.at);
  for (const source of eachOf(record.sources)) offer('source', source.id, source.addedAt);
  for (const plan of eachOf(record.dossiers)) offer('dossier', plan.id, plan.changedAt);
  return newest;
}
