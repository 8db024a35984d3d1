import { BookmarkCheck, BookmarkPlus, SearchX, Telescope } from 'lucide-react';
import { useDeferredValue, useEffect, useState } from 'react';
import { objectKinds } from '#shared/domain/case/case-record.ts';
import type { SavedSearch } from '#shared/domain/search/saved-search.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { savedSearchWords } from '#shared/wording/english/views/search-words.ts';
import { keysOf, knownActions } from '../../bridge/actions.ts';
import { openObject } from '../../bridge/navigation.ts';
import { request, take } from '../../bridge/requests.ts';
import { useSaving } from '../../bridge/saving.ts';
import { searchTyped } from '../../bridge/search-typed.ts';
import { useShownName } from '../../bridge/shown-name.ts';
import { useStore } from '../../bridge/store.ts';
import { say } from '../../bridge/toasts.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Button } from '../../components/button/button.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { ErrorState } from '../../components/error-state/error-state.tsx';
import { KeyHint } from '../../components/key-hint/key-hint.tsx';
import { ResultBox } from '../../components/result-box/result-box.tsx';
import { Hit } from './hit.tsx';
import { SaveSearchDialog } from './save-search-dialog.tsx';
import { useSavedResults } from './saved-results.tsx';

const words = deskWords.search;
const most = 200;

/** Everything the case holds, in one box; answers come while typing. An empty box shows the searches that were saved. */
export function SearchBox() {
  const typed = useStore(searchTyped);
  const [turn, setTurn] = useState(0);
  const [saving, setSaving] = useState(false);
  const asked = useStore(request);
  const query = useDeferredValue(typed.trim());
  const found = useQuery('search/find', query === '' ? null : { query, limit: most });
  const hits = query === '' ? [] : (found.value ?? []);
  const saved = useQuery('search/saved', {}).value ?? [];
  const savedGroup = useSavedResults(saved, query === '');
  const known = saved.find((search) => search.query === typed.trim()) ?? null;

  function save(): void {
    if (typed.trim() === '') say({ tone: 'plain', title: savedSearchWords.nothingTyped });
    else setSaving(true);
  }
  useSaving(save, true);
  useEffect(() => {
    if (asked === null) return;
    if (take('search')) setTurn((last) => last + 1);
    if (take('search/save')) save();
    // Which of them is meant is chosen first: an empty box shows them all.
    if (take('search/rename') || take('search/remove')) known ? setSaving(true) : searchTyped.set('');
  });

  const groups = objectKinds.map((kind) => ({
    title: words.kinds[kind],
    results: hits.filter((hit) => hit.kind === kind).map((hit) => ({ id: hit.id, content: <Hit hit={hit} /> })),
  }));
  return (
    <section className="search-side" aria-label={words.label}>
      <ResultBox
        label={words.label}
        resultsLabel={query === '' ? savedSearchWords.title : words.results}
        placeholder={words.placeholder}
        typed={typed}
        onType={searchTyped.set}
        groups={[savedGroup, ...groups]}
        onChoose={(id) => {
          const hit = hits.find((one) => one.id === id);
          const search = saved.find((one) => one.id === id);
          if (hit) openObject(hit.kind, hit.id);
          else if (search) searchTyped.set(search.query);
        }}
        asking={query !== typed.trim() || (query !== '' && found.state === 'loading')}
        focusTurn={turn}
        aside={
          <>
            <span role="status" className="faint numeric">
              {query !== '' && found.state === 'ready' && words.count(hits.length, hits.length === most)}
            </span>
            {typed.trim() !== '' && <SaveButton known={known} onPress={save} />}
          </>
        }
        none={
          found.state === 'failed' && query !== '' ? (
            <ErrorState problem={found.problem} onRetry={found.reload} />
          ) : (
            <None query={query} asking={found.state === 'loading'} />
          )
        }
      />
      {saving && <SaveSearchDialog query={typed.trim()} known={known} onClose={() => setSaving(false)} />}
    </section>
  );
}

/** Beside the box: saves what stands in it, or says under which name it is saved. */
function SaveButton({ known, onPress }: { readonly known: SavedSearch | null; readonly onPress: () => void }) {
  const shownName = useShownName();
  const keys = useStore(knownActions)
    .filter(({ id }) => id === 'save')
    .flatMap(keysOf)[0];
  return (
    <Button
      tone="quiet"
      icon={known ? BookmarkCheck : BookmarkPlus}
      {...(known && { label: savedSearchWords.savedAs(shownName(known.title)) })}
      onPress={onPress}
    >
      {known ? (
        <span className="save-name cut">{shownName(known.title)}</span>
      ) : (
        <>
          {savedSearchWords.save}
          <span className="visually-hidden"> {savedSearchWords.saveAfter}</span> {keys !== undefined && <KeyHint keys={keys} />}
        </>
      )}
    </Button>
  );
}

function None({ query, asking }: { readonly query: string; readonly asking: boolean }) {
  if (query !== '' && asking) return null;
  if (query !== '') {
    return (
      <EmptyState icon={SearchX} title={words.nothing}>
        {words.nothingWhy}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Telescope} title={words.empty}>
      {words.emptyWhy} {savedSearchWords.hint}
    </EmptyState>
  );
}
