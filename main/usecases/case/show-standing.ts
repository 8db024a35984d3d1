import type { Standing } from '#shared/contract/case.ts';
import { type CaseHeads, textOrBeginning } from '#shared/domain/case/case-heads.ts';
import type { ObjectKind } from '#shared/domain/case/case-record.ts';
import { noteTitle, oneLine, titleOf } from '#shared/domain/case/label-of.ts';
import { highestOf } from '#shared/domain/case/objects-of.ts';
import { findings, workStates } from '#shared/domain/claim/claim.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { inTurns } from '../lists/in-turns.ts';
import type { ReadingDesk } from '../ports/desk.ts';
import { whatWantsAttention } from './what-wants-attention.ts';

const recentShown = 12;

/** How the work stands: the claims as they are judged, and what wants attention. */
export const showStanding: QueryUse<'case/standing'> = async (desk) =>
  done(await desk.kept('standing', ['sources', 'evidence', 'claims', 'links', 'notes', 'entities', 'dossiers'], () => standingOf(desk)));

/** What was worked on last, at once; the rest looks at every claim. */
export const showRecent: QueryUse<'case/recent'> = async (desk) => {
  const reads = ['sources', 'evidence', 'claims', 'links', 'notes', 'dossiers'] as const;
  const newest = await desk.kept('recent', reads, () => newestObjects(desk.openCase.heads()));
  // A link is called by its ends, which change without it.
  return done(newest.map(({ kind, id, at, title }) => ({ kind, id, label: title === null ? titleOf(desk.openCase.heads(), kind, id) : oneLine(title), at })));
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

type Dated = { readonly kind: ObjectKind; readonly id: string; readonly at: string; readonly title: string | null };

/** The objects changed last, newest first. Of a large collection one time of each is looked at. */
async function newestObjects({ evidence, claims, notes, links, sources, dossiers }: CaseHeads): Promise<readonly Dated[]> {
  const newest: Dated[] = [];
  await inTurns(
    [
      () => highestOf(evidence, 'takenInAt', recentShown).map((item) => dated('evidence', item, item.takenInAt, item.name)),
      () => highestOf(claims, 'changedAt', recentShown).map((claim) => dated('claim', claim, claim.changedAt, textOrBeginning(claim))),
      () => highestOf(notes, 'changedAt', recentShown).map((note) => dated('note', note, note.changedAt, noteTitle(note))),
      () => highestOf(links, 'at', recentShown).map((link) => dated('link', link, link.at, null)),
      () => highestOf(sources, 'addedAt', recentShown).map((source) => dated('source', source, source.addedAt, source.title)),
      () => highestOf(dossiers, 'changedAt', recentShown).map((plan) => dated('dossier', plan, plan.changedAt, plan.title)),
    ],
    (ofOneKind) => newest.push(...ofOneKind()),
  );
  return newest.toSorted((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0)).slice(0, recentShown);
}

function dated(kind: ObjectKind, { id }: { readonly id: string }, at: string, title: string | null): Dated {
  return { kind, id, at, title };
}
