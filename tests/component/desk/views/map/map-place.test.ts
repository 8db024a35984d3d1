import { expect, test } from 'vitest';
import { project, unitsOf } from '#renderer/desk/views/map/base-map.ts';
import { sightOf } from '#renderer/desk/views/map/map-place.ts';
import { scaleOf } from '#renderer/desk/views/map/scale-bar.tsx';
import type { PlacedRow } from '#shared/contract/places.ts';

const size = { width: 900, height: 500 };
const row = (latitude: number, longitude: number) => ({ place: { latitude, longitude, radiusMetres: 10 } }) as PlacedRow;
/** Pixels on the screen that a kilometre takes. */
const pxOfKm = (zoom: number, latitude: number) => unitsOf(1_000, latitude) * zoom;

test('one place stands in the middle, with the land around it in sight', () => {
  const sight = sightOf([row(51.73, 36.19)], size);
  expect({ x: sight.x, y: sight.y }).toEqual(project(51.73, 36.19));
  expect(size.height / pxOfKm(sight.zoom, 51.73)).toBeCloseTo(700, 0);
});

test('several near each other are told apart, and those far apart are all in sight', () => {
  const near = sightOf([row(51.73, 36.19), row(51.74, 36.2)], size);
  expect(size.height / pxOfKm(near.zoom, 51.73)).toBeCloseTo(150, 0);
  const [kyiv, pyongyang] = [project(50.45, 30.52), project(39.02, 125.75)];
  const far = sightOf([row(50.45, 30.52), row(39.02, 125.75)], size);
  expect(Math.abs(pyongyang.x - kyiv.x) * far.zoom).toBeCloseTo(size.width * 0.6, 0);
});

test('without a place it is the world', () => {
  expect(sightOf([], size).zoom).toBeCloseTo(900 / 4_096, 5);
});

test('the scale is a round length as the ground has it there, and none where the map has no one scale', () => {
  const sight = sightOf([row(51.73, 36.19)], size);
  expect(scaleOf(sight)?.metres).toBe(100_000);
  expect(scaleOf(sight)?.px).toBeCloseTo(pxOfKm(sight.zoom, 51.73) * 100, 3);
  expect(scaleOf({ ...sight, zoom: sight.zoom * 700 })?.metres).toBe(200);
  expect(scaleOf(sightOf([], size))).toBeNull();
});
