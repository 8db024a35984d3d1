import type { ReactNode } from 'react';
import type { DeskList, OrderQuery, RowOf } from '../../bridge/use-list.ts';
import { type ListColumn, ListedTable } from '../table/listed-table.tsx';
import { ListFind } from './list-find.tsx';

type FoundListProps<N extends OrderQuery> = {
  readonly list: DeskList<N>;
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
export function FoundList<N extends OrderQuery>(props: FoundListProps<N>) {
  const { list, words, columns, selectedId, onSelect, children, className } = props;
  const shown = list.list;
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
      {shown && shown.answer.count === 0 ? (
        <p className="list-none">{words.nothingFound}</p>
      ) : (
        shown && (
          <ListedTable label={words.title} list={shown} columns={columns} sort={list.sort} onSort={list.sortBy} selectedId={selectedId} onSelect={onSelect} />
        )
      )}
    </>
  );
}
