import { Eye } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { WatchTerm } from '#shared/domain/watch/watch-term.ts';
import { watchTermWords as words } from '#shared/wording/english/views/search-words.ts';
import { request, take } from '../../bridge/requests.ts';
import { useStore } from '../../bridge/store.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Button } from '../../components/button/button.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { WatchDialog } from './watch-dialog.tsx';
import { WatchLine } from './watch-line.tsx';
import './watch-terms.css';

/** The words that are waited for: added, changed, let go of, each with where it stands now. */
export function WatchTerms() {
  const terms = useQuery('watch/list', {});
  const counts = useQuery('watch/counts', {});
  const [open, setOpen] = useState<WatchTerm | 'new' | null>(null);
  const asked = useStore(request);
  useEffect(() => {
    if (asked === null) return;
    if (take('watch/add')) setOpen('new');
    // Which of them is meant is chosen in the list.
    if (take('watch/edit') || take('watch/remove')) setOpen(null);
  }, [asked]);
  const add = (
    <Button tone="primary" icon={Eye} onPress={() => setOpen('new')}>
      {words.add}
    </Button>
  );
  return (
    <section className="watch-terms" aria-label={words.title}>
      <Asked result={terms}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState icon={Eye} title={words.empty} actions={add}>
              {words.lead} {words.emptyWhy}
            </EmptyState>
          ) : (
            <>
              <header className="watch-lead">
                <p className="soft">{words.lead}</p>
                {add}
              </header>
              <ul className="watch-list">
                {all.map((term) => (
                  <WatchLine key={term.id} term={term} count={counts.value?.find(({ id }) => id === term.id) ?? null} onEdit={() => setOpen(term)} />
                ))}
              </ul>
            </>
          )
        }
      </Asked>
      {open !== null && <WatchDialog known={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </section>
  );
}
