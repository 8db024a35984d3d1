import { ShieldCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Banner } from '../../components/banner/banner.tsx';
import { Button } from '../../components/button/button.tsx';
import { ComboField } from '../../components/combo-field/combo-field.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { ErrorState } from '../../components/error-state/error-state.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { Split } from '../../components/split/split.tsx';
import { Table } from '../../components/table/table.tsx';
import { custodyColumns } from './custody-columns.tsx';
import { CustodyDetail } from './custody-detail.tsx';
import './custody.css';

const words = deskWords.custody;
/** As many as one answer may hold. */
const most = 10_000;

/** What happened to each evidence item, in an order that cannot be changed unseen. */
export function Custody() {
  const [evidenceId, setEvidenceId] = useState<string | null>(null);
  const [seq, setSeq] = useState<string | null>(null);
  const asked = useQuery('custody/list', { limit: most, ...(evidenceId !== null && { evidenceId }) });
  const entries = useMemo(() => asked.value?.entries ?? [], [asked.value]);
  const shown = entries.find((entry) => String(entry.seq) === seq);
  const empty = (
    <EmptyState icon={ShieldCheck} title={evidenceId === null ? words.empty : words.emptyFor}>
      {words.emptyWhy}
    </EmptyState>
  );
  const table = (
    <Table
      label={words.title}
      rows={entries}
      rowId={(row) => String(row.seq)}
      columns={custodyColumns}
      selectedId={seq}
      onSelect={setSeq}
      initialSort={{ columnId: 'seq', direction: 'descending' }}
      empty={asked.state === 'loading' ? null : empty}
    />
  );
  return (
    <Split
      id="custody"
      panes={[
        {
          id: 'list',
          size: 72,
          minPx: 420,
          content: (
            <Panel title={words.title} level={1} flush aside={asked.value && words.count(asked.value.total)}>
              <div className="custody-filter">
                <div className="custody-filter-field">
                  <ComboField label={words.filter} hideLabel placeholder={words.filter} kinds={['evidence']} value={evidenceId} onChange={setEvidenceId} />
                </div>
                {evidenceId !== null && <Button onPress={() => setEvidenceId(null)}>{words.showAll}</Button>}
              </div>
              {asked.value && asked.value.total > most && <Banner>{words.onlyFirst(most)}</Banner>}
              {asked.state === 'failed' ? <ErrorState problem={asked.problem} onRetry={asked.reload} /> : table}
            </Panel>
          ),
        },
        { id: 'detail', size: 28, minPx: 260, content: <CustodyDetail entry={shown} /> },
      ]}
    />
  );
}
