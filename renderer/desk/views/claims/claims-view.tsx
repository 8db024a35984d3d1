import { MessageSquarePlus, MessageSquareQuote } from 'lucide-react';
import { useEffect, useState } from 'react';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { request, take } from '../../bridge/requests.ts';
import { useSettings } from '../../bridge/settings.ts';
import { useStore } from '../../bridge/store.ts';
import { useIdsAmong } from '../../bridge/use-ids-among.ts';
import { useOrder } from '../../bridge/use-list.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { useSelection } from '../../bridge/use-selection.ts';
import { Button } from '../../components/button/button.tsx';
import { NewClaimDialog } from '../../components/claim-form/new-claim-dialog.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { Split } from '../../components/split/split.tsx';
import { ChangeMarkedDialog } from './change-marked-dialog.tsx';
import { ClaimDetail } from './claim-detail.tsx';
import { FilterBar } from './filter-bar.tsx';
import { KeepFilterDialog } from './keep-filter-dialog.tsx';
import { Ledger } from './ledger.tsx';
import { ledgerDesk, ledgerQuestion } from './ledger-desk.ts';
import { SplitDialog } from './split-dialog.tsx';
import './claims.css';

const nothingMarked: ReadonlySet<string> = new Set();
type Open = 'new' | 'change' | 'split' | 'keep' | null;

/** The ledger: one line per claim, and the claim being worked on. */
export function ClaimsView() {
  const desk = useStore(ledgerDesk);
  const { keptId } = desk;
  const [open, setOpen] = useState<Open>(null);
  const [marked, setMarked] = useState(nothingMarked);
  const byRole = useSettings()?.namesByRole ?? false;
  const { result, list } = useOrder('claims/ledger', ledgerQuestion(desk, byRole));
  const kept = useQuery('claims/filters', {});
  const overview = useQuery('case/overview', {});
  const asked = useStore(request);
  const { id, select } = useSelection();
  const words = claimsWords;
  // What a filter has hidden since is not changed unseen.
  const seen = useIdsAmong(list, marked);
  const ids = seen.length > 0 || id === null ? seen : [id];
  useEffect(() => {
    if (asked === null) return;
    if (take('new-claim')) setOpen('new');
    if (take('claims/edit-many')) setOpen('change');
    if (take('claims/split')) setOpen('split');
    if (take('claims/keep-filter') || take('claims/remove-filter')) setOpen('keep');
  }, [asked]);
  const all = overview.value?.counts.claims ?? null;
  const close = () => setOpen(null);
  const make = (
    <Button tone="primary" icon={MessageSquarePlus} onPress={() => setOpen('new')}>
      {words.make}
    </Button>
  );
  return (
    <>
      <Split
        id="claims"
        panes={[
          {
            id: 'ledger',
            size: 64,
            minPx: 440,
            content: (
              <Panel title={words.title} aside={list && words.count(list.answer.count, all)} level={1} flush actions={make}>
                <FilterBar kept={kept.value ?? []} onKeep={() => setOpen('keep')} />
                <Ledger
                  result={result}
                  list={list}
                  make={make}
                  selectedId={id}
                  marked={marked}
                  markedSeen={seen.length}
                  onSelect={select}
                  onMark={setMarked}
                  onChange={() => setOpen('change')}
                  onSplit={() => setOpen('split')}
                />
              </Panel>
            ),
          },
          {
            id: 'detail',
            size: 36,
            minPx: 340,
            content:
              id === null ? (
                <EmptyState icon={MessageSquareQuote} title={words.empty.pick} />
              ) : (
                <ClaimDetail key={id} id={id} onSplit={() => setOpen('split')} />
              ),
          },
        ]}
      />
      {open === 'new' && <NewClaimDialog anchors={[]} onClose={close} onSaved={select} />}
      {open === 'split' && id !== null && <SplitDialog id={id} onClose={close} />}
      {open === 'keep' && <KeepFilterDialog known={kept.value?.find((filter) => filter.id === keptId) ?? null} onClose={close} />}
      {open === 'change' && ids.length > 0 && (
        <ChangeMarkedDialog
          ids={ids}
          onClose={close}
          onDone={() => {
            setMarked(nothingMarked);
            close();
          }}
        />
      )}
    </>
  );
}
