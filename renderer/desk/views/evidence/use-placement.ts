import { useState } from 'react';
import { centred, fitted, type Placement, type Point, type Size, toPicture, zoomed } from './picture-geometry.ts';

export type PlacementControls = {
  readonly placement: Placement;
  readonly zoom: (factor: number, around?: Point) => void;
  readonly pan: (by: Point) => void;
  readonly fit: () => void;
  readonly actualSize: () => void;
  readonly turn: () => void;
};

/** How the picture lies: fitted to the window until the analyst moves it, and from then on where it was put. */
export function usePlacement(picture: Size, viewport: Size, most = 1): PlacementControls {
  const [chosen, setChosen] = useState<Placement | null>(null);
  const [turns, setTurns] = useState<Placement['turns']>(0);
  const placement = chosen ?? fitted(picture, viewport, turns, most);
  const middle = { x: viewport.width / 2, y: viewport.height / 2 };
  return {
    placement,
    zoom: (factor, around) => setChosen(zoomed(placement, factor, around ?? middle)),
    pan: (by) => setChosen({ ...placement, x: placement.x + by.x, y: placement.y + by.y }),
    fit: () => setChosen(null),
    actualSize: () => setChosen(zoomed(placement, 1 / placement.scale, middle)),
    turn() {
      const next = ((placement.turns + 1) % 4) as Placement['turns'];
      setTurns(next);
      if (chosen) setChosen(centred(viewport, { ...placement, turns: next }, toPicture(middle, placement)));
    },
  };
}
