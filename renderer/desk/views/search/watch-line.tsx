import { ChevronDown, ChevronRight, EyeOff, Pencil } from 'lucide-react';
import { useState } from 'react';
import type { queries } from '#shared/contract/contract.ts';
import type { Answer } from '#shared/contract/message.ts';
import type { WatchTerm } from '#shared/domain/watch/watch-term.ts';
import { watchTermWords as words } from '#shared/wording/english/views/search-words.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useShownName } from '../../bridge/shown-name.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { openPlace } from '../../bridge/wanted-place.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { Name, NameInLines } from '../../components/name/name.tsx';
import { Snippet } from '../../components/snippet/snippet.tsx';

type Count = Answer<(typeof queries)['watch/counts']>[number];
type WatchLineProps = { readonly term: WatchTerm; readonly count: Count | null; readonly onEdit: () => void };

/** One watch term; unfolded, the exhibits it stands in, each opened at its first place by one press. */
export function WatchLine({ term: { id, term, reason }, count, onEdit }: WatchLineProps) {
  const [unfolded, setUnfolded] = useState(false);
  const remove = useCommand('watch/remove');
  const shown = useShownName()(term);
  const Fold = unfolded ? ChevronDown : ChevronRight;
  async function letGo(): Promise<void> {
    const reply = await remove.run({ id });
    if (reply.ok) sayDone(words.removed, 'plain');
  }
  return (
    <li className="watch-term">
      <div className="watch-term-head">
        <button type="button" className="watch-fold" aria-expanded={unfolded} disabled={count?.exhibits === 0} onClick={() => setUnfolded(!unfolded)}>
          <Fold aria-hidden size={14} />
          <Name text={term} className="watch-words" />
          <span className="soft numeric watch-count">{count === null ? words.counting : words.standing(count.exhibits, count.times, count.more)}</span>
        </button>
        <IconButton icon={Pencil} label={words.edit(shown)} onPress={onEdit} />
        <IconButton icon={EyeOff} label={words.remove(shown)} onPress={() => void letGo()} />
      </div>
      {reason !== null && (
        <p className="soft wrap watch-reason">
          <NameInLines text={reason} />
        </p>
      )}
      {unfolded && <Places id={id} term={shown} />}
    </li>
  );
}

function Places({ id, term }: { readonly id: WatchTerm['id']; readonly term: string }) {
  return (
    <Asked result={useQuery('watch/places', { id })}>
      {({ exhibits, more }) => (
        <>
          <ul className="watch-places" aria-label={words.places(term)}>
            {exhibits.map(({ evidenceId, name, times, first, snippet, marks }) => (
              <li key={evidenceId}>
                <button type="button" className="watch-place" onClick={() => openPlace({ evidenceId, ...first })}>
                  <span className="watch-place-head">
                    <Name text={name} />
                    <span className="numeric soft">×{times}</span>
                  </span>
                  <span className="watch-snippet soft">
                    <Snippet text={snippet} marks={marks} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {more && <p className="soft">{words.onlyFirst(exhibits.length)}</p>}
        </>
      )}
    </Asked>
  );
}
