import type { Standing } from '#shared/contract/case.ts';
import type { CaseHeads } from '#shared/domain/case/case-heads.ts';
import type { ObjectKind } from '#shared/domain/case/case-record.ts';
import { titleOf } from '#shared/domain/case/label-of.ts';
import { highestOf } from '#shared/domain/case/objects-of.ts';
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
  return done(newest.map(({ kind, id, at }) => ({ kind, id, label: titleOf(desk.openCase.heads(), kind, id), at })));
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

/** The objects changed last, newest first. Of a large collection one time of each is looked at. */
function newestObjects(record: CaseHeads): readonly Dated[] {
  const { evidence, claims, notes, links, sources, dossiers } = record;
  const newest: readonly Dated[] = [
    ...highestOf(evidence, 'takenInAt', recentShown).map(({ id, takenInAt }) => ({ kind: 'evidence' as const, id, at: takenInAt })),
    ...highestOf(claims, 'changedAt', recentShown).map(({ id, changedAt }) => ({ kind: 'claim' as const, id, at: changedAt })),
    ...highestOf(notes, 'changedAt', recentShown).map(({ id, changedAt }) => ({ kind: 'note' as const, id, at: changedAt })),
    ...highestOf(links, 'at', recentShown).map(({ id, at }) => ({ kind: 'link' as const, id, at })),
    ...highestOf(sources, 'addedAt', recentShown).map(({ id, addedAt }) => ({ kind: 'source' as const, id, at: addedAt })),
    ...highestOf(dossiers, 'changedAt', recentShown).map(({ id, changedAt }) => ({ kind: 'dossier' as const, id, at: changedAt })),
  ];
  return newest.toSorted((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0)).slice(0, recentShown);
}
