import { useState } from 'react';
import type { PossibleDuplicateRow } from '#shared/contract/entities.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { identityWords as words } from '#shared/wording/english/views/identity-words.ts';
import { say } from '../../bridge/toasts.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Badge } from '../../components/badge/badge.tsx';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { NameInLines } from '../../components/name/name.tsx';
import { MergeDialog } from './merge-dialog.tsx';

/** Pairs whose names are alike. The analyst says what they are; each answer is a link that can be taken back. */
export function DuplicatesDialog({ onClose }: { readonly onClose: () => void }) {
  const asked = useQuery('entities/duplicates', {});
  const draw = useCommand('links/draw');
  const [merging, setMerging] = useState<PossibleDuplicateRow | null>(null);
  async function link({ a, b }: PossibleDuplicateRow, type: 'same-as' | 'maybe-same-as' | 'not-same-as'): Promise<void> {
    const reply = await draw.run({ fromId: a.id as ObjectId, type, toId: b.id as ObjectId });
    if (reply.ok) say({ tone: 'good', title: words.said });
  }
  if (merging) return <MergeDialog keptId={merging.a.id} goneId={merging.b.id} onClose={() => setMerging(null)} onMerged={() => setMerging(null)} />;
  return (
    <Dialog title={words.duplicates} open size="large" onClose={onClose} actions={<Button onPress={onClose}>{deskWords.cancel}</Button>}>
      <p className="soft entity-why">{words.duplicatesWhy}</p>
      <Asked result={asked}>
        {(pairs) =>
          pairs.length === 0 ? (
            <p>{words.noDuplicates}</p>
          ) : (
            <ul className="entity-pairs">
              {pairs.map((pair) => (
                <li key={`${pair.a.id} ${pair.b.id}`}>
                  <span className="wrap">
                    <NameInLines text={pair.a.label} />
                  </span>
                  <span className="wrap">
                    <NameInLines text={pair.b.label} />
                  </span>
                  <Badge tone="calm">{words.why[pair.why]}</Badge>
                  <span className="entity-acts">
                    <Button tone="quiet" onPress={() => void link(pair, 'not-same-as')}>
                      {words.apart}
                    </Button>
                    <Button tone="quiet" onPress={() => void link(pair, 'maybe-same-as')}>
                      {words.maybe}
                    </Button>
                    <Button tone="quiet" onPress={() => void link(pair, 'same-as')}>
                      {words.same}
                    </Button>
                    <Button onPress={() => setMerging(pair)}>{words.merge}</Button>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Dialog>
  );
}
