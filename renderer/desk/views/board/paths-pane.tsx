import { useState } from 'react';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { boardWords } from '#shared/wording/english/views/board-words.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Button } from '../../components/button/button.tsx';
import { ChipsOf } from '../../components/chip/chip.tsx';
import { ComboField } from '../../components/combo-field/combo-field.tsx';
import { beginWith } from './board-desk.ts';

const words = boardWords.paths;

/** How two objects hang together: every shortest way from the one to the other, over links and over what follows from the record. */
export function PathsPane({ from }: { readonly from: string | null }) {
  const [fromId, setFromId] = useState(from);
  const [toId, setToId] = useState<string | null>(null);
  const asked = useQuery('boards/paths', fromId && toId && fromId !== toId ? { fromId: fromId as ObjectId, toId: toId as ObjectId } : null);
  return (
    <div className="form">
      <ComboField label={words.from} value={fromId} onChange={setFromId} kinds={['claim', 'entity', 'evidence', 'source', 'note']} />
      <ComboField
        label={words.to}
        value={toId}
        onChange={setToId}
        kinds={['claim', 'entity', 'evidence', 'source', 'note']}
        exceptIds={fromId ? [fromId] : []}
      />
      {fromId && toId && (
        <Asked result={asked}>
          {({ paths }) =>
            paths.length === 0 ? (
              <p className="soft">{words.none}</p>
            ) : (
              <>
                <div className="board-hidden">
                  <span className="soft">{`${words.found(paths.length)}, ${words.steps(paths[0]?.edges.length ?? 0)}`}</span>
                  <Button onPress={() => beginWith(paths.flatMap((path) => path.ids))}>{words.show}</Button>
                </div>
                <ol className="board-paths">
                  {paths.map((path) => (
                    <li key={path.ids.join()}>
                      <ChipsOf ids={path.ids} />
                    </li>
                  ))}
                </ol>
              </>
            )
          }
        </Asked>
      )}
    </div>
  );
}
