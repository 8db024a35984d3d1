import { X } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import type { Region } from '#shared/domain/evidence/anchor.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { Button } from '../button/button.tsx';
import { IconButton } from '../icon-button/icon-button.tsx';
import { boxBetween, movedBox, type Size, startingBox } from './redaction-boxes.ts';

const words = dossierWords.redact;
type Props = {
  readonly size: Size;
  readonly regions: readonly Region[];
  /** Shown as outlines only. */
  readonly proposed?: readonly Region[] | null;
  readonly onChange: (regions: readonly Region[]) => void;
  /** Nothing is drawn now: only what would be drawn upon is shown. */
  readonly still?: boolean;
  /** What is drawn upon: a picture, or a video that stands still. */
  readonly children: ReactNode;
};
type Point = { readonly x: number; readonly y: number };
const arrows: { readonly [key: string]: Point } = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Takes the arrow keys itself: moving and stretching a box has no widget of its own in WAI-ARIA. */
const application = { role: 'application', tabIndex: 0 } as const;

/** Boxes as they will be: solid. Drawn with the mouse, or added by a button and moved by the arrow keys. */
export function BoxStage({ size, regions, proposed, still = false, onChange, children }: Props) {
  const stage = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState<Point | null>(null);
  const [chosen, setChosen] = useState(0);
  const at = (event: { readonly clientX: number; readonly clientY: number }): Point => {
    const box = stage.current?.getBoundingClientRect();
    if (!box) return { x: 0, y: 0 };
    return { x: ((event.clientX - box.left) / box.width) * size.width, y: ((event.clientY - box.top) / box.height) * size.height };
  };
  const replace = (index: number, region: Region) => onChange(regions.map((one, place) => (place === index ? region : one)));
  const add = (region: Region) => {
    setChosen(regions.length);
    onChange([...regions, region]);
  };
  const hands = {
    ...application,
    'aria-label': words.stage,
    onPointerDown(event: PointerEvent<HTMLDivElement>) {
      event.currentTarget.setPointerCapture(event.pointerId);
      setFrom(at(event));
    },
    onPointerUp(event: PointerEvent<HTMLDivElement>) {
      const region = from && boxBetween(from, at(event), size);
      setFrom(null);
      if (region) add(region);
    },
    onPointerCancel: () => setFrom(null),
    onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
      const arrow = arrows[event.key];
      const region = regions[chosen];
      if (!arrow || !region) return;
      event.preventDefault();
      event.stopPropagation();
      const step = event.altKey ? 1 : Math.max(1, Math.round(size.width / 100));
      replace(chosen, movedBox(region, { x: arrow.x * step, y: arrow.y * step }, event.shiftKey, size));
    },
  };
  return (
    <>
      <div ref={stage} className="redaction-stage" data-still={still} {...(still ? {} : hands)}>
        {children}
        <svg display={still ? 'none' : undefined} viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
          {proposed?.map(({ x, y, w, h }) => (
            <rect key={`face ${x} ${y} ${w} ${h}`} data-proposed="true" x={x} y={y} width={w} height={h} />
          ))}
          {regions.map((region, index) => (
            <rect
              key={`${region.x} ${region.y} ${region.w} ${region.h}`}
              data-chosen={index === chosen}
              x={region.x}
              y={region.y}
              width={region.w}
              height={region.h}
            />
          ))}
        </svg>
      </div>
      {!still && (
        <>
          <ol className="redaction-list" aria-label={words.boxes}>
            {regions.map((region, index) => (
              <li key={`${region.x} ${region.y} ${region.w} ${region.h}`}>
                <Button tone={index === chosen ? 'plain' : 'quiet'} onPress={() => setChosen(index)}>
                  {words.box(index + 1, region)}
                </Button>
                <IconButton icon={X} label={words.removeBox(index + 1)} onPress={() => onChange(regions.filter((_, place) => place !== index))} />
              </li>
            ))}
          </ol>
          <Button onPress={() => add(startingBox(size))}>{words.addBox}</Button>
        </>
      )}
    </>
  );
}
