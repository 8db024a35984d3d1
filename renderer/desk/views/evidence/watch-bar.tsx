import { ChevronDown, ChevronUp, Eye } from 'lucide-react';
import { watchTermWords as words } from '#shared/wording/english/views/search-words.ts';
import { useShownName } from '../../bridge/shown-name.ts';
import { Button } from '../../components/button/button.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import type { Watched } from './use-watched.ts';

/** Which watch terms stand in the text, drawn as they are there, and the way from one place to the next. */
export function WatchBar({ watched: { terms, spans, at, step } }: { readonly watched: Watched }) {
  const shownName = useShownName();
  if (terms.length === 0) return null;
  return (
    <section className="watch-bar" aria-label={words.here}>
      <Eye aria-hidden size={14} />
      <span className="watch-here">{words.here}</span>
      <ul className="watch-terms-here">
        {terms.map(({ id, term, reason, times }) => (
          <li key={id} title={reason === null ? undefined : shownName(words.because(term, reason))}>
            <Button tone="quiet" onPress={() => step(1, id)}>
              <span className="watched">{shownName(term)}</span> <span className="numeric faint">{times}</span>
              <span className="visually-hidden">: {words.nextOf(shownName(term))}</span>
            </Button>
          </li>
        ))}
      </ul>
      <span className="numeric soft" role="status">
        {words.at(at + 1, spans.length)}
      </span>
      <IconButton icon={ChevronUp} label={words.previous} shortcut="[" onPress={() => step(-1)} />
      <IconButton icon={ChevronDown} label={words.next} shortcut="]" onPress={() => step(1)} />
    </section>
  );
}
