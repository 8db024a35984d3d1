import { forward } from './mgrs.ts';

type Point = { readonly latitude: number; readonly longitude: number };

/** Decimal degrees with as many digits as the precision bears: five are a metre. */
export function decimalText({ latitude, longitude }: Point, radiusMetres: number): string {
  const digits = Math.max(1, Math.min(6, Math.ceil(5.5 - Math.log10(radiusMetres))));
  return `${latitude.toFixed(digits)}, ${longitude.toFixed(digits)}`;
}

/** Degrees, minutes and seconds with the hemisphere. */
export function dmsText({ latitude, longitude }: Point): string {
  return `${oneDms(latitude, 'N', 'S')} ${oneDms(longitude, 'E', 'W')}`;
}

function oneDms(degrees: number, positive: string, negative: string): string {
  const tenths = Math.round(Math.abs(degrees) * 36_000);
  const [whole, minutes, seconds] = [Math.floor(tenths / 36_000), Math.floor((tenths % 36_000) / 600), (tenths % 600) / 10];
  return `${whole}°${String(minutes).padStart(2, '0')}′${seconds.toFixed(1).padStart(4, '0')}″${degrees < 0 ? negative : positive}`;
}

/** Military grid reference with as many digits as the precision bears; null near the poles, where the grid is another. */
export function mgrsText({ latitude, longitude }: Point, radiusMetres: number): string | null {
  if (latitude >= 84 || latitude <= -80) return null;
  const digits = radiusMetres <= 10 ? 5 : radiusMetres <= 100 ? 3 : radiusMetres <= 1_000 ? 2 : 1;
  const text = forward([longitude, latitude], digits);
  const form = /^(\d{1,2}[A-Z])([A-Z]{2})(\d+)$/.exec(text);
  if (!form?.[3]) return text;
  return `${form[1]} ${form[2]} ${form[3].slice(0, digits)} ${form[3].slice(digits)}`;
}
