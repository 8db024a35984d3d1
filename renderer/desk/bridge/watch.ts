import type { TakenIn } from '#shared/contract/evidence.ts';
import { watchTermWords as words } from '#shared/wording/english/views/search-words.ts';
import type { JobResult } from './jobs.ts';
import { openView } from './navigation.ts';
import { ask } from './requests.ts';
import { sayDone } from './say-done.ts';
import { store } from './store.ts';
import { say } from './toasts.ts';
import { send } from './use-command.ts';
import { openPlace } from './wanted-place.ts';

/** The words selected in the text that is read now; null while there are none. */
export const chosenWords = store<string | null>(null);

/** From now on new material is looked through for these words. */
export async function watchFor(chosen: string): Promise<void> {
  const term = chosen.replace(/\s+/gu, ' ').trim();
  const reply = await send('watch/add', { term });
  if (reply.ok) sayDone(words.watching(term));
}

/** Watches the chosen words; without any, asks for words. */
export function watchChosen(): void {
  const chosen = chosenWords.get();
  if (chosen !== null) void watchFor(chosen);
  else {
    openView('search');
    ask('watch/add');
  }
}

type Brought = Extract<TakenIn, { readonly outcome: 'taken-in' }>;
const brought = (all: readonly TakenIn[]): readonly Brought[] =>
  all.filter((taken) => taken.outcome === 'taken-in').filter(({ watched }) => watched.length > 0);

/** A line for each watch term of each new exhibit, which opens its first place. */
export function watchedLines(all: readonly TakenIn[]): readonly JobResult[] {
  return brought(all).flatMap(({ evidence, watched }) =>
    watched.map(({ term, times, first }) => ({
      text: words.line(evidence.name, term, times),
      open: () => openPlace({ evidenceId: evidence.id, ...first }),
    })),
  );
}

const termsNamed = 6;

/** Says which watch terms new material brought, and offers the first place. */
export function tellWatched(all: readonly TakenIn[]): void {
  const times = new Map<string, number>();
  for (const { watched } of brought(all)) for (const each of watched) times.set(each.term, (times.get(each.term) ?? 0) + each.times);
  const [first] = brought(all);
  const place = first?.watched[0]?.first;
  if (!first || !place) return;
  const named = [...times].slice(0, termsNamed).map(([term, count]) => words.times(term, count));
  say({
    tone: 'plain',
    title: words.found(times.size),
    detail: [...named, ...(times.size > termsNamed ? ['…'] : [])].join(', '),
    act: { label: words.show, run: () => openPlace({ evidenceId: first.evidence.id, ...place }) },
    stays: true,
  });
}
