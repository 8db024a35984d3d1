import type { CaseHost } from '#main/caseprocess/case-host.ts';
import type { Finding } from '#shared/contract/care.ts';
import { ObjectIdSchema } from '#shared/kernel/ids.ts';
import { lostEditsWords, touchedWords } from '#shared/wording/english/care-words.ts';
import { findingSentence } from '#shared/wording/english/finding-terms.ts';
import { plain } from './print-table.ts';

/** Objects named beneath one finding; the JSON has them all. */
const mostNamed = 20;

/** Findings for a person: what is wrong, and beneath it what it touches, by the names the analyst gave. */
export async function findingLines(findings: readonly Finding[], host: CaseHost | null): Promise<readonly string[]> {
  const ids = [...new Set(findings.flatMap(({ touched }) => (touched ?? []).map(({ id }) => id)))].flatMap((id) => {
    const parsed = ObjectIdSchema.safeParse(id);
    return parsed.success ? [parsed.data] : [];
  });
  const labels = host && ids.length > 0 ? await host.query('objects/labels', { ids: ids.slice(0, 2_000) }) : null;
  const named = new Map(labels?.ok ? labels.value.map(({ id, label }) => [id, label]) : []);
  return findings.flatMap(({ severity, code, subject, touched = [], touchedInAll, lostEdits, noticedAt }) => {
    const more = (touchedInAll ?? touched.length) - Math.min(touched.length, mostNamed);
    return [
      `${severity}: ${findingSentence(code)} (${subject})${noticedAt ? `, noticed ${noticedAt}` : ''}`,
      ...(lostEdits ? [`  ${lostEditsWords(lostEdits)}`] : []),
      ...touched.slice(0, mostNamed).map((each) => {
        const label = named.get(each.id);
        return `  ${touchedWords(each, label ? `“${plain(label)}” (${each.id})` : each.id)}`;
      }),
      ...(more > 0 ? [`  and ${more.toLocaleString('en')} more`] : []),
    ];
  });
}
