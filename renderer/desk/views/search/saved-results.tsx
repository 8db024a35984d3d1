import { Bookmark } from 'lucide-react';
import type { SavedSearch } from '#shared/domain/search/saved-search.ts';
import { savedSearchWords as words } from '#shared/wording/english/views/search-words.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Name } from '../../components/name/name.tsx';
import type { ResultGroup } from '../../components/result-box/result-box.tsx';

/** The saved searches with how much each finds now; nothing is counted while they are not `shown`. */
export function useSavedResults(saved: readonly SavedSearch[], shown: boolean): ResultGroup {
  const counted = useQuery('search/saved-hits', shown && saved.length > 0 ? {} : null);
  const hits = new Map(counted.value?.map((each) => [each.id, each.hits]));
  const results = saved.map((search) => ({ id: search.id, content: <Saved search={search} hits={hits.get(search.id)} /> }));
  return { title: words.title, results: shown ? results : [] };
}

function Saved({ search: { title, query }, hits }: { readonly search: SavedSearch; readonly hits: number | undefined }) {
  return (
    <>
      <Bookmark aria-hidden size={15} />
      <div className="saved-search">
        <Name text={title} className="saved-title" />
        {query !== title && <Name text={query} className="faint" />}
      </div>
      <span className="saved-count faint numeric">{hits !== undefined && words.found(hits)}</span>
    </>
  );
}
