import type { TakenIn } from '#shared/contract/evidence.ts';
import type { WatchedHere } from '#shared/contract/watch.ts';
import { evidenceKindTerms, intakeWarningTerms } from '#shared/wording/english/terms.ts';
import { problemSentence } from '#shared/wording/problems.ts';
import type { Printed } from './command.ts';
import { plain, printTable } from './print-table.ts';
import type { World } from './world.ts';

/** What became of files that were to be taken in: remarks to stderr, those that are in the case as lines and as JSON. */
export function printTakenIn(taken: readonly TakenIn[], world: World): Printed {
  for (const each of taken) for (const line of remarksOn(each)) world.say(`${line}\n`);
  const kept = taken.filter((each) => each.outcome !== 'refused');
  const failed = kept.length < taken.length;
  const rows = kept.map(({ outcome, evidence }) => [
    evidence.id,
    outcome === 'taken-in' ? 'taken in' : 'already there',
    evidenceKindTerms[evidence.kind],
    `${evidence.bytes.toLocaleString('en')} B`,
    evidence.sha256.slice(0, 16),
    evidence.name,
  ]);
  const lines = rows.length === 0 ? [] : printTable(['ID', 'OUTCOME', 'KIND', 'SIZE', 'SHA-256', 'NAME'], rows, world.columns);
  return { json: kept.map(asJson), lines, failed };
}

function asJson(taken: Exclude<TakenIn, { readonly outcome: 'refused' }>): object {
  const { id, kind, sha256, bytes, mime, name, sourceId, warnings } = taken.evidence;
  return {
    id,
    kind,
    sha256,
    bytes,
    mime,
    name,
    sourceId,
    warnings,
    outcome: taken.outcome,
    item: taken.item,
    watched: taken.outcome === 'taken-in' ? taken.watched : [],
  };
}

/** Names the watch terms that stand in the text of a file. */
function watchedIn(watched: readonly WatchedHere[]): string {
  const count = watched.length === 1 ? '1 watch term' : `${watched.length} watch terms`;
  return `${count} found: ${watched.map(({ term, times }) => `${plain(term)} ×${times}`).join(', ')}`;
}

/** What the person must know of one file; refusals name it by its number alone. */
function remarksOn(taken: TakenIn): readonly string[] {
  if (taken.outcome === 'refused')
    return [`Not taken in: ${problemSentence(taken.problem)}${taken.problem.kind === 'cancelled' ? ` (file ${taken.item})` : ''}`];
  if (taken.outcome === 'already-there') return [`File ${taken.item}: the same bytes are in the case already; nothing was stored.`];
  const warnings = taken.evidence.warnings.map((warning) => plain(intakeWarningTerms[warning]));
  const watched = taken.watched.length === 0 ? [] : [watchedIn(taken.watched)];
  return [...warnings, ...watched].map((line) => `File ${taken.item}: ${line}`);
}
