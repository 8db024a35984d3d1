import type { ReactNode } from 'react';
import type { DeskList, OrderQuery } from '../../bridge/use-list.ts';
import type { RowOf, RowsQuery } from '../../bridge/use-rows.ts';
import { type ListColumn, ListedTable } from '../table/listed-table.tsx';
import { ListFind } from './list-find.tsx';

type FoundListProps<N extends RowsQuery, O extends OrderQuery> = {
  readonly list: DeskList<O>;
  readonly rowsFrom: N;
  readonly words: { readonly title: string; readonly find: string; readonly nothingFound: string };
  readonly columns: readonly ListColumn<RowOf<N>>[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  /** Beside the field that narrows the list. */
  readonly children?: ReactNode;
  /** Of the bar that holds both. */
  readonly className?: string;
};

/** A list of any length under the field that narrows it. */
export function FoundList<N extends RowsQuery, O extends OrderQuery>(props: FoundListProps<N, O>) {
  const { list, rowsFrom, words, columns, selectedId, onSelect, children, className } = props;
  const shown = list.result.value as { readonly ids: readonly string[]; readonly first: readonly RowOf<N>[] } | undefined;
  const field = <ListFind label={words.find} value={list.wanted} onChange={list.want} />;
  return (
    <>
      {children === undefined ? (
        field
      ) : (
        <div className={className}>
          {field}
          {children}
        </div>
      )}
      {shown && shown.ids.length === 0 ? (
        <p className="list-none">{words.nothingFound}</p>
      ) : (
        shown && (
          <ListedTable
            label={words.title}
            rowsFrom={rowsFrom}
            list={shown}
            columns={columns}
            sort={list.sort}
            onSort={list.sortBy}
            selectedId={selectedId}
            onSelect={onSelect}
          />
        )
      )}
    </>
  );
}
