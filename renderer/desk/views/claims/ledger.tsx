import { MessageSquareQuote } from 'lucide-react';
import type { ReactNode } from 'react';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { useStore } from '../../bridge/store.ts';
import type { OrderedList } from '../../bridge/use-list.ts';
import type { QueryResult } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Button } from '../../components/button/button.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { changeLedger, ledgerDesk, wholeLedger } from './ledger-desk.ts';
import { conditionsOf } from './ledger-filter.ts';
import { LedgerTable } from './ledger-table.tsx';
import { MarkBar } from './mark-bar.tsx';

type LedgerProps = {
  readonly result: QueryResult<unknown>;
  readonly list: OrderedList<'claims/ledger'> | null;
  readonly make: ReactNode;
  readonly selectedId: string | null;
  readonly marked: ReadonlySet<string>;
  readonly markedSeen: number;
  readonly onSelect: (id: string) => void;
  readonly onMark: (ids: ReadonlySet<string>) => void;
  readonly onChange: () => void;
  readonly onSplit: () => void;
};

/** The lines and what may be done with those marked; or why there are none. */
export function Ledger({ result, list, make, markedSeen, onChange, onMark, ...table }: LedgerProps) {
  const { filter } = useStore(ledgerDesk);
  const words = claimsWords;
  return (
    <Asked result={result}>
      {() =>
        list && list.answer.count > 0 ? (
          <>
            <LedgerTable list={list} {...table} onMark={onMark} onChange={onChange} />
            <MarkBar count={markedSeen} onChange={onChange} onNone={() => onMark(new Set())} />
          </>
        ) : conditionsOf(filter) > 0 ? (
          <EmptyState title={words.filter.none} actions={<Button onPress={() => changeLedger(wholeLedger)}>{words.filter.clear}</Button>} />
        ) : (
          <EmptyState icon={MessageSquareQuote} title={words.empty.title} actions={make}>
            {words.empty.text}
          </EmptyState>
        )
      }
    </Asked>
  );
}
