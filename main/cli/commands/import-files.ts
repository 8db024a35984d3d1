import type { TakenIn } from '#shared/contract/evidence.ts';
import type { WatchedHere } from '#shared/contract/watch.ts';
import { evidenceKinds } from '#shared/domain/evidence/evidence-item.ts';
import { done } from '#shared/kernel/reply.ts';
import { evidenceKindTerms, intakeWarningTerms } from '#shared/wording/english/terms.ts';
import { problemSentence } from '#shared/wording/problems.ts';
import { checkCommand } from '../check-message.ts';
import type { Command } from '../command.ts';
import { plain, printTable } from '../print-table.ts';
import { jobId, withCase } from '../with-case.ts';

export const importFiles: Command = {
  words: ['import'],
  operands: 'CASE FILE…',
  least: 2,
  most: 1_001,
  about: 'take files into the case as evidence, unchanged, each with a source of its own',
  options: {
    kind: { takes: evidenceKinds.join('|'), about: 'what they are (else by their content)' },
    url: { takes: 'U', about: 'where they were published; kept as text, never opened' },
    publisher: { takes: 'P', about: 'who published them' },
    published: { takes: 'EDTF', about: 'when, such as 2025-01-12 or 2025-01~' },
    language: { takes: 'L', about: 'language tag, such as en, uk or ko-KP' },
  },
  perform: (given, world) => {
    const stated = Object.fromEntries(
      ['kind', 'url', 'publisher', 'published', 'language'].flatMap((name) => {
        const value = given.option(name);
        return value === undefined ? [] : [[name, value]];
      }),
    );
    const files = given.operands.slice(1).map((path) => ({ from: 'path', path }));
    const input = checkCommand('evidence/take-in', { jobId, files, ...stated });
    return withCase(given, world, 'write', async (host) => {
      const taken = await host.command('evidence/take-in', input);
      if (!taken.ok) return taken;
      for (const each of taken.value) for (const line of remarksOn(each)) world.say(`${line}\n`);
      const kept = taken.value.filter((each) => each.outcome !== 'refused');
      const failed = kept.length < taken.value.length;
      const rows = kept.map(({ outcome, evidence }) => [
        evidence.id,
        outcome === 'taken-in' ? 'taken in' : 'already there',
        evidenceKindTerms[evidence.kind],
        `${evidence.bytes.toLocaleString('en')} B`,
        evidence.sha256.slice(0, 16),
        evidence.name,
      ]);
      const lines = rows.length === 0 ? [] : printTable(['ID', 'OUTCOME', 'KIND', 'SIZE', 'SHA-256', 'NAME'], rows, world.columns);
      return done({ json: kept.map(asJson), lines, failed });
    });
  },
};

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
