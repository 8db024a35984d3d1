import { type KeyboardEvent, type MouseEvent, memo, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { PlacedRow } from '#shared/contract/places.ts';
import { decimalText } from '#shared/domain/place/write-coordinates.ts';
import { mapWords as words } from '#shared/wording/english/views/map-words.ts';
import { useShownName } from '../../bridge/shown-name.ts';
import { baseMap, project, unitsOf } from './base-map.ts';
import { type Sight, sightOf, zoomedAt } from './map-place.ts';
import { ScaleBar } from './scale-bar.tsx';

type MapProps = {
  readonly rows: readonly PlacedRow[];
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
  readonly onOpen: (id: string) => void;
  readonly sight: Sight | null;
  readonly onSight: (sight: Sight | null) => void;
};

/** Land and borders never change: they are drawn once, and only moved and stretched. */
const Land = memo(function Land() {
  return (
    <>
      <path className="map-land" d={baseMap.land} />
      <path className="map-borders" d={baseMap.borders} />
      <path className="map-disputed" d={baseMap.disputed} />
      <clipPath id="map-crimea">
        <path d={baseMap.crimea} />
      </clipPath>
      <path className="map-disputed" d={baseMap.ukraine} clipPath="url(#map-crimea)">
        <title>{words.crimea}</title>
      </path>
    </>
  );
});

/** Takes the keyboard itself (WAI-ARIA, application): arrows mean something of its own here. */
const application = { role: 'application', tabIndex: 0, 'aria-label': words.map } as const;

/** The world with the places of the case on it, each as large as it is known. */
export function WorldMap({ rows, chosen, onChoose, onOpen, sight: wanted, onSight }: MapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 900, height: 500 });
  const drag = useRef<{ readonly x: number; readonly y: number; readonly sight: Sight } | null>(null);
  const sight = wanted ?? sightOf(rows, size);
  const latest = useRef({ sight, onSight, size });
  latest.current = { sight, onSight, size };

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const watch = new ResizeObserver(
      ([entry]) => entry && setSize({ width: Math.max(100, entry.contentRect.width), height: Math.max(100, entry.contentRect.height) }),
    );
    watch.observe(element);
    // React listens to the wheel passively, and the pane must not scroll while the map is zoomed.
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const { sight: now, size: box } = latest.current;
      const frameAt = element.getBoundingClientRect();
      const at = { x: now.x + (event.clientX - frameAt.left - box.width / 2) / now.zoom, y: now.y + (event.clientY - frameAt.top - box.height / 2) / now.zoom };
      latest.current.onSight(zoomedAt(now, 0.998 ** event.deltaY, at));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      watch.disconnect();
      element.removeEventListener('wheel', onWheel);
    };
  }, []);

  const shownName = useShownName();
  const toX = (x: number) => (x - sight.x) * sight.zoom + size.width / 2;
  const toY = (y: number) => (y - sight.y) * sight.zoom + size.height / 2;
  const one = rows.find((row) => row.id === chosen);

  function step(by: number): void {
    const at = rows.findIndex((row) => row.id === chosen);
    const next = rows[(at + by + rows.length) % rows.length];
    if (!next) return;
    const spot = project(next.place.latitude, next.place.longitude);
    onChoose(next.id);
    if (toX(spot.x) < 20 || toX(spot.x) > size.width - 20 || toY(spot.y) < 20 || toY(spot.y) > size.height - 20) onSight({ ...sight, ...spot });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = 80 / sight.zoom;
    const around = one ? project(one.place.latitude, one.place.longitude) : sight;
    if (event.key === 'ArrowLeft') onSight({ ...sight, x: sight.x - by });
    else if (event.key === 'ArrowRight') onSight({ ...sight, x: sight.x + by });
    else if (event.key === 'ArrowUp') onSight({ ...sight, y: sight.y - by });
    else if (event.key === 'ArrowDown') onSight({ ...sight, y: sight.y + by });
    else if (event.key === '+' || event.key === '=') onSight(zoomedAt(sight, 1.5, around));
    else if (event.key === '-') onSight(zoomedAt(sight, 1 / 1.5, around));
    else if (event.key === '0') onSight(null);
    else if (event.code === 'KeyN' && rows.length > 0) step(1);
    else if (event.code === 'KeyP' && rows.length > 0) step(-1);
    else if (event.key === 'Enter' && chosen !== null) onOpen(chosen);
    else if (event.key === 'Escape' && chosen !== null) onChoose(null);
    else return;
    event.preventDefault();
  }

  function onPointerMove(event: PointerEvent): void {
    const begun = drag.current;
    if (begun)
      onSight({ ...begun.sight, x: begun.sight.x - (event.clientX - begun.x) / sight.zoom, y: begun.sight.y - (event.clientY - begun.y) / sight.zoom });
  }
  const endDrag = () => {
    drag.current = null;
  };

  const acts = {
    onKeyDown,
    onClick: (event: MouseEvent) => onChoose(pressed(event) ?? chosen),
    onDoubleClick: (event: MouseEvent) => {
      const id = pressed(event);
      if (id !== null) onOpen(id);
    },
    onPointerDown: (event: PointerEvent) => {
      drag.current = { x: event.clientX, y: event.clientY, sight };
    },
    onPointerMove,
    onPointerUp: endDrag,
    onPointerLeave: endDrag,
  };
  return (
    <div className="map-frame">
      <div ref={frame} className="map-place" {...application} {...acts}>
        <svg width={size.width} height={size.height} aria-hidden>
          <defs>
            <pattern id="map-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform={`scale(${1 / sight.zoom}) rotate(45)`}>
              <line y2="5" className="map-hatch" />
            </pattern>
          </defs>
          <g transform={`translate(${size.width / 2 - sight.x * sight.zoom} ${size.height / 2 - sight.y * sight.zoom}) scale(${sight.zoom})`}>
            <Land />
          </g>
          {baseMap.labels
            .filter(({ name, width }) => width * sight.zoom > name.length * 8)
            .map(({ name, x, y }) => (
              <text key={name} className="map-country" x={toX(x)} y={toY(y)}>
                {name}
              </text>
            ))}
          {rows.map((row) => {
            const { latitude, longitude, radiusMetres } = row.place;
            const spot = project(latitude, longitude);
            const [x, y] = [toX(spot.x), toY(spot.y)];
            return (
              <g key={row.id} className={row.id === chosen ? 'map-spot map-chosen' : 'map-spot'} data-id={row.id}>
                <circle className="map-circle" cx={x} cy={y} r={Math.max(unitsOf(radiusMetres, latitude) * sight.zoom, 1)} />
                <circle className="map-dot" cx={x} cy={y} r={4} />
                <text className="map-name" x={x + 8} y={y + 4}>
                  {cut(shownName(row.name))}
                </text>
              </g>
            );
          })}
          <ScaleBar sight={sight} bottom={size.height} />
        </svg>
      </div>
      <p className="visually-hidden" role="status">
        {one && words.selected(shownName(one.name), words.precision[one.place.precision].label, decimalText(one.place, one.place.radiusMetres))}
      </p>
    </div>
  );
}

const cut = (name: string) => (name.length > 40 ? `${name.slice(0, 40)}…` : name);

/** The place that was pressed, if any. */
function pressed(event: MouseEvent): string | null {
  return (event.target as Element).closest<SVGElement>('[data-id]')?.dataset['id'] ?? null;
}
