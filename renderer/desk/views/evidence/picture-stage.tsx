import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Region } from '#shared/domain/evidence/anchor.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { type Line, nudged, type Point, type Size, spanned, startingRegion, toPicture } from './picture-geometry.ts';
import { type ClaimedRegion, RegionLayer } from './region-layer.tsx';
import type { PlacementControls } from './use-placement.ts';

export type PictureStageProps = {
  /** Address of the picture, which is drawn as large as `picture` says, whatever its own pixels. */
  readonly src: string;
  /** What it is and which keys it knows. */
  readonly label: string;
  readonly picture: Size;
  /** How the pixels are shown; nothing that is kept. */
  readonly look?: CSSProperties;
  /** Over the picture, in its own measure. */
  readonly children?: ReactNode;
  /** A line from one point of the picture to another, while it is measured. */
  readonly line?: Line | null;
  readonly onLine?: (line: Line) => void;
  /** Keys of its own, asked first; answers whether it took one. */
  readonly onKey?: (key: string, shift: boolean) => boolean;
  readonly viewport: Size;
  readonly controls: PlacementControls;
  readonly claimed: readonly ClaimedRegion[];
  readonly chosen: string | null;
  readonly drawing: boolean;
  readonly drawn: Region | null;
  readonly onDrawing: (on: boolean) => void;
  readonly onDrawn: (region: Region | null) => void;
  readonly onAccept: () => void;
};

const arrows: { readonly [key: string]: Point } = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Takes every key itself: zoom, move and draw have no widget of their own in WAI-ARIA. */
const application = { role: 'application', tabIndex: 0 } as const;

/** The picture under the hands: wheel and keys zoom, dragging moves it or, while drawing, spans a region. */
export function PictureStage(props: PictureStageProps) {
  const { src, label, look, children, line, onLine, onKey, picture, viewport, controls, claimed, chosen, drawing, drawn, onDrawing, onDrawn, onAccept } = props;
  const { placement, zoom, pan } = controls;
  const stage = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<Point | null>(null);
  const [failed, setFailed] = useState(false);
  const words = evidenceWords.picture;

  const at = (event: { readonly clientX: number; readonly clientY: number }): Point => {
    const box = stage.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  const wheel = useRef(zoom);
  wheel.current = zoom;
  useEffect(() => {
    const element = stage.current;
    // React listens to wheel passively, and a passive listener cannot keep the pane from scrolling.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const box = element?.getBoundingClientRect();
      wheel.current(Math.exp(-event.deltaY / 400), { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) });
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, []);

  function begin(): void {
    onDrawing(true);
    if (!drawn) onDrawn(startingRegion(placement, viewport, picture));
  }

  function pressed(key: string, shift: boolean, alt: boolean): boolean {
    if (onKey?.(key, shift)) return true;
    const arrow = arrows[key];
    if (arrow && drawing && drawn) {
      const step = alt ? 1 : Math.max(1, Math.round(10 / placement.scale));
      onDrawn(nudged(drawn, { x: arrow.x * step, y: arrow.y * step }, shift, placement.turns, picture));
    } else if (arrow) pan({ x: -arrow.x * 48, y: -arrow.y * 48 });
    else if (key === '+' || key === '=') zoom(1.25);
    else if (key === '-') zoom(0.8);
    else if (key === '0') controls.fit();
    else if (key === '1') controls.actualSize();
    else if (key === 'r') begin();
    else if (key === 't') controls.turn();
    else if (key === 'Enter' && drawn) onAccept();
    else if (key === 'Escape' && drawing) {
      onDrawing(false);
      onDrawn(null);
    } else return false;
    return true;
  }

  const down = (event: PointerEvent<HTMLDivElement>) => {
    // Words that lie over a page are selected by the window itself.
    if (event.button !== 0 || (event.target instanceof SVGTextElement && !drawing)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setHeld(at(event));
    if (drawing) onDrawn(null);
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (!held) return;
    const now = at(event);
    if (onLine) onLine({ from: toPicture(held, placement), to: toPicture(now, placement) });
    else if (drawing) onDrawn(spanned(toPicture(held, placement), toPicture(now, placement), picture));
    else {
      pan({ x: now.x - held.x, y: now.y - held.y });
      setHeld(now);
    }
  };

  const hands = {
    ...application,
    'aria-label': label,
    onPointerDown: down,
    onPointerMove: move,
    onPointerUp: () => setHeld(null),
    onPointerCancel: () => setHeld(null),
    onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
      if (event.ctrlKey || event.metaKey || !pressed(event.key, event.shiftKey, event.altKey)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  return (
    <div ref={stage} className="picture-stage" data-drawing={drawing || onLine !== undefined} data-held={held !== null} {...hands}>
      {failed ? (
        <p className="picture-failed" role="alert">
          {words.failed}
        </p>
      ) : (
        <div
          className="picture-plane"
          style={{
            width: picture.width,
            height: picture.height,
            transform: `translate(${placement.x}px, ${placement.y}px) scale(${placement.scale}) rotate(${placement.turns * 90}deg)`,
          }}
        >
          <img
            src={src}
            {...(look && { style: look })}
            width={picture.width}
            height={picture.height}
            alt=""
            draggable={false}
            onError={() => setFailed(true)}
          />
          {children}
          <RegionLayer {...{ picture, placement, claimed, drawn, chosen }} line={line ?? null} />
        </div>
      )}
    </div>
  );
}
