import { FileBox, FileInput } from 'lucide-react';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { runAction } from '../../bridge/actions.ts';
import { useList } from '../../bridge/use-list.ts';
import { useSelection } from '../../bridge/use-selection.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Button } from '../../components/button/button.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { Panel } from '../../components/panel/panel.tsx';
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
            <Panel
              title={words.title}
              aside={list.result.value?.total.toLocaleString('en')}
              level={1}
              flush
              actions={<IconButton icon={FileInput} label={words.empty.act} onPress={() => runAction('import')} />}
            >
              <Asked result={list.result}>
                {(items) =>
                  items.total === 0 ? (
                    <EmptyState
                      icon={FileBox}
                      title={words.empty.title}
                      actions={
                        <Button tone="primary" icon={FileInput} onPress={() => runAction('import')}>
                          {words.empty.act}
                        </Button>
                      }
                    >
                      {words.empty.text}
                    </EmptyState>
                  ) : (
                    <EvidenceList list={list} selectedId={id} onSelect={select} />
                  )
                }
              </Asked>
            </Panel>
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
