import { FileBox, FileInput } from 'lucide-react';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { runAction } from '../../bridge/actions.ts';
import { useList } from '../../bridge/use-list.ts';
import { useSelection } from '../../bridge/use-selection.ts';
import { Button } from '../../components/button/button.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { ListPanel } from '../../components/list-find/list-panel.tsx';
import { Split } from '../../components/split/split.tsx';
import { EvidenceDetail } from './evidence-detail.tsx';
import { EvidenceList } from './evidence-list.tsx';
import './evidence.css';

/** Everything that was taken in, and the one item being read. */
export function EvidenceView() {
  const list = useList('evidence/order');
  const { id, select } = useSelection();
  const words = evidenceWords;
  return (
    <Split
      id="evidence"
      panes={[
        {
          id: 'list',
          size: 36,
          minPx: 260,
          content: (
            <ListPanel
              title={words.title}
              list={list}
              actions={<IconButton icon={FileInput} label={words.empty.act} onPress={() => runAction('import')} />}
              empty={{
                ...words.empty,
                icon: FileBox,
                actions: (
                  <Button tone="primary" icon={FileInput} onPress={() => runAction('import')}>
                    {words.empty.act}
                  </Button>
                ),
              }}
            >
              <EvidenceList list={list} selectedId={id} onSelect={select} />
            </ListPanel>
          ),
        },
        {
          id: 'detail',
          size: 64,
          minPx: 420,
          content: id === null ? <EmptyState icon={FileBox} title={words.empty.pick} /> : <EvidenceDetail key={id} id={id} />,
        },
      ]}
    />
  );
}
