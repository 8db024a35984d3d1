import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCoordinates } from '#shared/domain/place/read-coordinates.ts';
import { decimalText, dmsText, mgrsText } from '#shared/domain/place/write-coordinates.ts';

describe('coordinates as they are typed', () => {
  it.each([
    ['51.7304, 36.1926', 51.7304, 36.1926],
    ['51,7304; 36,1926', 51.7304, 36.1926],
    ['51,7304 36,1926', 51.7304, 36.1926],
    ['51.7304 36.1926', 51.7304, 36.1926],
    ['-33.9, 18.4', -33.9, 18.4],
    ['51.7304° N, 36.1926° E', 51.7304, 36.1926],
    ['36.1926 E 51.7304 N', 51.7304, 36.1926],
    ['N51.5 W0.12', 51.5, -0.12],
    ['51°43′49″N 36°11′33″E', 51 + 43 / 60 + 49 / 3600, 36 + 11 / 60 + 33 / 3600],
    ['51°43\'49.5"N, 36°11\'33"E', 51 + 43 / 60 + 49.5 / 3600, 36 + 11 / 60 + 33 / 3600],
    ['51°43.5′ с.ш. 36°11′ в.д.', 51 + 43.5 / 60, 36 + 11 / 60],
    ['50,45 пн.ш.; 30,52 сх.д.', 50.45, 30.52],
  ])('%s is read', (text, latitude, longitude) => {
    const read = readCoordinates(text);
    expect(read?.latitude).toBeCloseTo(latitude, 7);
    expect(read?.longitude).toBeCloseTo(longitude, 7);
  });

  it.each([
    '51,36',
    '51,7304,36,1926',
    '51.7304',
    '91, 10',
    '10, 181',
    '51.7 N, 36.1 N',
    '51.7 N, 36.1',
    '-51.7 N, 36.1 E',
    "51°61'N 36°11'E",
    'Kursk',
    '51.7304; 36.1926; 12',
    '',
    '37U',
    '12 34 56',
  ])('%s could mean two things or none, and is refused', (text) => {
    expect(readCoordinates(text)).toBeNull();
  });

  it('reads a military grid reference with and without spaces', () => {
    const spaced = readCoordinates('37U DB 44225 32140');
    expect(spaced).toMatchObject({ form: 'mgrs' });
    expect(readCoordinates('37UDB4422532140')).toEqual(spaced);
    expect(readCoordinates('37U DB 4422 32140')).toBeNull();
  });

  it('comes back from what it is written as, in every form', () => {
    const point = fc.record({ latitude: fc.double({ min: -79.9, max: 83.9, noNaN: true }), longitude: fc.double({ min: -179.9, max: 179.9, noNaN: true }) });
    fc.assert(
      fc.property(point, (at) => {
        const near = (text: string | null, within: number) => {
          const read = readCoordinates(text ?? '');
          expect(Math.abs((read?.latitude ?? 999) - at.latitude)).toBeLessThan(within);
          const apart = Math.abs((read?.longitude ?? 999) - at.longitude);
          expect(Math.min(apart, 360 - apart)).toBeLessThan(within / Math.cos((at.latitude * Math.PI) / 180));
        };
        near(decimalText(at, 10), 0.000_1);
        near(dmsText(at), 0.000_1);
        near(mgrsText(at, 10), 0.000_1);
      }),
    );
  });

  it('is written with no more digits than are known', () => {
    const at = { latitude: 51.730_412, longitude: 36.192_633 };
    expect([10, 100, 1_000, 50_000].map((radius) => decimalText(at, radius))).toEqual([
      '51.73041, 36.19263',
      '51.7304, 36.1926',
      '51.730, 36.193',
      '51.7, 36.2',
    ]);
    expect(dmsText({ latitude: 59.999_999, longitude: -0.5 })).toBe('60°00′00.0″N 0°30′00.0″W');
    expect(mgrsText({ latitude: 85, longitude: 0 }, 10)).toBeNull();
  });
});
