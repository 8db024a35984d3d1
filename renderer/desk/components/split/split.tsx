import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import { Group, type GroupImperativeHandle, Panel, Separator } from 'react-resizable-panels';
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

/** Panes side by side with edges to drag or to move by the arrow keys; sizes are remembered for each set of open panes. */
export function Split({ id, panes, direction = 'horizontal' }: SplitProps) {
  const open = panes.filter((pane) => pane !== null && pane !== false);
  const name = `${id}:${open.map((pane) => pane.id).join('+')}`;
  const total = open.reduce((sum, pane) => sum + pane.size, 0);
  const group = useRef<GroupImperativeHandle | null>(null);
  const [first] = useState(() => rememberedLayout(name));
  const shown = useRef(name);

  useEffect(() => {
    if (shown.current === name) return;
    shown.current = name;
    const layout = rememberedLayout(name);
    // A pane that opens beside the list must not make the list anew: it holds the keyboard.
    if (layout) group.current?.setLayout(layout);
  }, [name]);

  return (
    <Group
      className="split"
      groupRef={group}
      orientation={direction}
      // Its own cursors come in a style element, which the content security policy refuses.
      disableCursor
      {...(first && { defaultLayout: first })}
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
