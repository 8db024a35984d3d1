import { Fragment, type ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { deskWords } from '#shared/wording/english/desk.ts';
import { rememberedLayout, rememberLayout } from './remembered-layout.ts';
import './split.css';

export type Pane = {
  readonly id: string;
  readonly content: ReactNode;
  /** Share of the width in percent, before the analyst drags. */
  readonly size: number;
  /** Pixels it never goes below. */
  readonly minPx?: number;
};
export type SplitProps = {
  /** Name under which the sizes are remembered. */
  readonly id: string;
  /** Panes that are there now; null for one that is closed. */
  readonly panes: readonly (Pane | null | false)[];
  readonly direction?: 'horizontal' | 'vertical';
};

/** Panes side by side with edges to drag or to move by the arrow keys; sizes are remembered. */
export function Split({ id, panes, direction = 'horizontal' }: SplitProps) {
  const open = panes.filter((pane) => pane !== null && pane !== false);
  const name = `${id}:${open.map((pane) => pane.id).join('+')}`;
  const layout = rememberedLayout(name);
  const total = open.reduce((sum, pane) => sum + pane.size, 0);
  return (
    <Group
      key={name}
      className="split"
      orientation={direction}
      // Its own cursors come in a style element, which the content security policy refuses.
      disableCursor
      {...(layout && { defaultLayout: layout })}
      onLayoutChanged={(changed, how) => how.isUserInteraction && rememberLayout(name, changed)}
    >
      {open.map((pane, at) => (
        <Fragment key={pane.id}>
          {at > 0 && <Separator className={`split-edge split-edge-${direction}`} aria-label={deskWords.resizePanes} />}
          <Panel id={pane.id} className="split-pane" defaultSize={`${(pane.size / total) * 100}%`} minSize={pane.minPx ?? 180}>
            {pane.content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}
