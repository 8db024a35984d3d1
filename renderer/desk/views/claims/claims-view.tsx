import { MessageSquarePlus, MessageSquareQuote } from 'lucide-react';
import { useEffect, useState } from 'react';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { request, take } from '../../bridge/requests.ts';
import { useStore } from '../../bridge/store.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { useSelection } from '../../bridge/use-selection.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Button } from '../../components/button/button.tsx';
import { NewClaimDialog } from '../../components/claim-form/new-claim-dialog.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { Split } from '../../components/split/split.tsx';
import { ClaimDetail } from './claim-detail.tsx';
import { FilterBar } from './filter-bar.tsx';
import { conditionsOf, everything, questionOf } from './ledger-filter.ts';
import { LedgerTable } from './ledger-table.tsx';
import './claims.css';

/** The ledger: one line per claim, and the claim being worked on. */
export function ClaimsView() {
  const [filter, setFilter] = useState(everything);
  const [making, setMaking] = useState(false);
  const list = useQuery('claims/list', questionOf(filter));
  const overview = useQuery('case/overview', {});
  const asked = useStore(request);
  const { id, select } = useSelection();
  const words = claimsWords;
  useEffect(() => {
    if (asked !== null && take('new-claim')) setMaking(true);
  }, [asked]);
  const all = overview.value?.counts.claims ?? null;
  const make = (
    <Button tone="primary" icon={MessageSquarePlus} onPress={() => setMaking(true)}>
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
            minPx: 420,
            content: (
              <Panel title={words.title} aside={list.value && words.count(list.value.length, all)} level={1} flush actions={make}>
                <FilterBar filter={filter} onChange={setFilter} />
                <Asked result={list}>
                  {(rows) =>
                    rows.length > 0 ? (
                      <LedgerTable rows={rows} selectedId={id} onSelect={select} />
                    ) : conditionsOf(filter) > 0 ? (
                      <EmptyState title={words.filter.none} actions={<Button onPress={() => setFilter(everything)}>{words.filter.clear}</Button>} />
                    ) : (
                      <EmptyState icon={MessageSquareQuote} title={words.empty.title} actions={make}>
                        {words.empty.text}
                      </EmptyState>
                    )
                  }
                </Asked>
              </Panel>
            ),
          },
          {
            id: 'detail',
            size: 36,
            minPx: 340,
            content: id === null ? <EmptyState icon={MessageSquareQuote} title={words.empty.pick} /> : <ClaimDetail key={id} id={id} />,
          },
        ]}
      />
      {making && <NewClaimDialog anchors={[]} onClose={() => setMaking(false)} onSaved={select} />}
    </>
  );
}
