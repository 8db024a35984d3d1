/** A moment of a recording as people write it: `1:02:03.400`, hours only when there are any, thousandths only when there are some. */
export function timecode(milliseconds: number): string {
  const whole = Math.max(0, Math.round(milliseconds));
  const [hours, minutes, seconds, rest] = [Math.floor(whole / 3_600_000), Math.floor(whole / 60_000) % 60, Math.floor(whole / 1_000) % 60, whole % 1_000];
  const two = (number: number) => String(number).padStart(2, '0');
  const clock = hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
  return rest === 0 ? clock : `${clock}.${String(rest).padStart(3, '0')}`;
}

/** Milliseconds of a moment written as `83`, `83.5`, `1:23`, `1:02:03.4`; `null` for anything else. A comma may stand for the point. */
export function parseTimecode(text: string): number | null {
  const found = /^(?:(?:(\d{1,4}):)?([0-5]?\d):)?(\d{1,7})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!found) return null;
  const [, hours = '0', minutes, seconds = '0', part = ''] = found;
  if (minutes !== undefined && Number(seconds) > 59) return null;
  return ((Number(hours) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds)) * 1_000 + Number(part.padEnd(3, '0'));
}

/** A stretch `1:02-1:15` or a moment `1:02`; `null` when it is neither or runs backwards. */
export function parseStretch(text: string): { readonly from: number; readonly to: number | null } | null {
  const [first = '', last, ...more] = text.split(/[-–]/);
  const from = parseTimecode(first);
  const to = last === undefined ? null : parseTimecode(last);
  if (from === null || more.length > 0 || (last !== undefined && (to === null || to <= from))) return null;
  return { from, to };
}

export function stretchText({ from, to }: { readonly from: number; readonly to: number | null }): string {
  return to === null ? timecode(from) : `${timecode(from)}–${timecode(to)}`;
}
