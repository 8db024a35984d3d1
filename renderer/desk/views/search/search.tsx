import { useEffect } from 'react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { watchTermWords } from '#shared/wording/english/views/search-words.ts';
import { request } from '../../bridge/requests.ts';
import { store, useStore } from '../../bridge/store.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Tabs } from '../../components/tabs/tabs.tsx';
import { SearchBox } from './search-box.tsx';
import { WatchTerms } from './watch-terms.tsx';
import './search.css';

const side = store<'search' | 'watch'>('search');

/** Looking for what is in the case, and waiting for what is not there yet. */
export function SearchView() {
  const selected = useStore(side);
  const asked = useStore(request);
  const terms = useQuery('watch/list', {}).value;
  useEffect(() => {
    if (asked?.startsWith('search')) side.set('search');
    if (asked?.startsWith('watch/')) side.set('watch');
  }, [asked]);
  return (
    <div className="search-view">
      <h1 className="visually-hidden">{deskWords.search.title}</h1>
      <Tabs
        label={deskWords.search.title}
        selected={selected}
        onSelect={(id) => side.set(id === 'watch' ? 'watch' : 'search')}
        tabs={[
          { id: 'search', title: deskWords.search.title, content: <SearchBox /> },
          { id: 'watch', title: watchTermWords.title, aside: terms?.length || undefined, content: <WatchTerms /> },
        ]}
      />
    </div>
  );
}
