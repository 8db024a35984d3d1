import { SearchX, Telescope } from 'lucide-react';
import { useDeferredValue, useEffect, useState } from 'react';
import type { SearchHit } from '#shared/contract/search.ts';
import { objectKinds } from '#shared/domain/case/case-record.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { labelDetail } from '../../bridge/label-detail.ts';
import { openObject } from '../../bridge/navigation.ts';
import { request, take } from '../../bridge/requests.ts';
import { store, useStore } from '../../bridge/store.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { KindIcon } from '../../components/chip/kind-icon.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { ErrorState } from '../../components/error-state/error-state.tsx';
import { ResultBox } from '../../components/result-box/result-box.tsx';
import { Snippet } from '../../components/snippet/snippet.tsx';
import './search.css';

const words = deskWords.search;
const most = 200;
/** Kept while the case is open, so that going back to the view finds the search as it was left. */
const lastTyped = store('');

/** Everything the case holds, in one box; answers come while typing. */
export function SearchView() {
  const typed = useStore(lastTyped);
  const [turn, setTurn] = useState(0);
  const asked = useStore(request);
  const query = useDeferredValue(typed.trim());
  const found = useQuery('search/find', query === '' ? null : { query, limit: most });
  const hits = query === '' ? [] : (found.value ?? []);

  useEffect(() => {
    if (asked !== null && take('search')) setTurn((last) => last + 1);
  }, [asked]);

  const groups = objectKinds.map((kind) => ({
    title: words.kinds[kind],
    results: hits.filter((hit) => hit.kind === kind).map((hit) => ({ id: hit.id, content: <Hit hit={hit} /> })),
  }));
  return (
    <section className="search-view" aria-label={words.title}>
      <h1 className="visually-hidden">{words.title}</h1>
      <ResultBox
        label={words.label}
        resultsLabel={words.results}
        placeholder={words.placeholder}
        typed={typed}
        onType={lastTyped.set}
        groups={groups}
        onChoose={(id) => {
          const hit = hits.find((known) => known.id === id);
          if (hit) openObject(hit.kind, hit.id);
        }}
        asking={query !== typed.trim() || (query !== '' && found.state === 'loading')}
        focusTurn={turn}
        aside={
          <span role="status" className="faint numeric">
            {query !== '' && found.state === 'ready' && words.count(hits.length, hits.length === most)}
          </span>
        }
        none={
          found.state === 'failed' && query !== '' ? (
            <ErrorState problem={found.problem} onRetry={found.reload} />
          ) : (
            <None query={query} asking={found.state === 'loading'} />
          )
        }
      />
    </section>
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
      {words.emptyWhy}
    </EmptyState>
  );
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  return (
    <>
      <KindIcon kind={hit.kind} size={15} />
      <div className="hit">
        <div className="hit-head">
          <span className="cut" title={hit.label}>
            {hit.label}
          </span>
          {hit.detail && <span className="hit-detail cut">{labelDetail(hit)}</span>}
        </div>
        {hit.snippet !== hit.label && (
          <div className="hit-snippet">
            <Snippet text={hit.snippet} marks={hit.marks} />
          </div>
        )}
      </div>
    </>
  );
}
