import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { languageTag } from '#shared/wording/spoken.ts';
import type { DeskList, OrderQuery } from '../../bridge/use-list.ts';
import { Asked } from '../asked/asked.tsx';
import { EmptyState } from '../empty-state/empty-state.tsx';
import { Panel } from '../panel/panel.tsx';

type ListPanelProps<N extends OrderQuery> = {
  readonly title: string;
  readonly list: DeskList<N>;
  /** Beside the title: how many there are in the case, or how many the list is narrowed to. */
  readonly counts?: 'total' | 'count';
  readonly actions: ReactNode;
  /** What stands there while the case has none. */
  readonly empty: { readonly icon: LucideIcon; readonly title: string; readonly text: string; readonly actions: ReactNode };
  readonly children: ReactNode;
};

/** The pane of a view that lists all objects of a kind. */
export function ListPanel<N extends OrderQuery>({ title, list, counts = 'total', actions, empty, children }: ListPanelProps<N>) {
  return (
    <Panel title={title} aside={list.result.value?.[counts].toLocaleString(languageTag())} level={1} flush actions={actions}>
      <Asked result={list.result}>
        {(answer) =>
          answer.total === 0 ? (
            <EmptyState icon={empty.icon} title={empty.title} actions={empty.actions}>
              {empty.text}
            </EmptyState>
          ) : (
            children
          )
        }
      </Asked>
    </Panel>
  );
}
