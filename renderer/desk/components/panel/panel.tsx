import { type ReactNode, useId } from 'react';
import { useShownName } from '../../bridge/shown-name.ts';
import './panel.css';

export type PanelProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons at the end of the head. */
  readonly actions?: ReactNode;
  /** A count or word beside the title. */
  readonly aside?: ReactNode;
  /** Content goes to the edges, for a table. */
  readonly flush?: boolean;
  readonly level?: 1 | 2 | 3;
};

/** A titled part of a view that fills its pane and scrolls by itself. */
export function Panel({ title, children, actions, aside, flush = false, level = 2 }: PanelProps) {
  const id = useId();
  const Title = `h${level}` as const;
  const shown = useShownName()(title);
  return (
    <section className="panel" aria-labelledby={id}>
      <header className="panel-head">
        <Title id={id} className="panel-title cut" title={shown}>
          {shown}
        </Title>
        {aside !== undefined && <span className="panel-aside numeric">{aside}</span>}
        {actions && <div className="panel-actions">{actions}</div>}
      </header>
      <div className={flush ? 'panel-body panel-flush' : 'panel-body'}>{children}</div>
    </section>
  );
}
