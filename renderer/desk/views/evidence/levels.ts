/** How the pixels of a picture are shown; the copy that is kept never changes. */
export type Levels = {
  /** Percent of full light added to every pixel, −100 to 100. */
  readonly brightness: number;
  /** Percent, −100 to 100: from one even grey to black and white. */
  readonly contrast: number;
  /** 0.2 to 5; above 1 opens the shadows. */
  readonly gamma: number;
  readonly invert: boolean;
  readonly channel: Channel;
};
export const channels = ['all', 'red', 'green', 'blue', 'luminance'] as const;
export type Channel = (typeof channels)[number];

export const plainLevels: Levels = { brightness: 0, contrast: 0, gamma: 1, invert: false, channel: 'all' };

export function arePlain(levels: Levels): boolean {
  return Object.entries(plainLevels).every(([name, value]) => levels[name as keyof Levels] === value);
}

/** The straight line each value goes through after gamma: `slope · value + intercept`, values from 0 to 1. */
export function lineOf({ brightness, contrast, invert }: Levels): { readonly slope: number; readonly intercept: number } {
  // At 100 the line is as good as upright: nothing but black and white is left.
  const slope = contrast >= 0 ? 1 / Math.max(0.01, 1 - contrast / 100) : 1 + contrast / 100;
  const intercept = 0.5 - slope / 2 + brightness / 100;
  return invert ? { slope: -slope, intercept: 1 - intercept } : { slope, intercept };
}

/** Rows of a colour matrix (SVG feColorMatrix) that shows one channel, or the light of all, as grey. */
export function matrixOf(channel: Channel): string {
  const grey: { readonly [C in Channel]: readonly [number, number, number] | null } = {
    all: null,
    red: [1, 0, 0],
    green: [0, 1, 0],
    blue: [0, 0, 1],
    // ITU-R BT.709
    luminance: [0.2126, 0.7152, 0.0722],
  };
  const row = grey[channel];
  if (row === null) return '1 0 0 0 0  0 1 0 0 0  0 0 1 0 0  0 0 0 1 0';
  const shown = `${row.join(' ')} 0 0`;
  return `${shown}  ${shown}  ${shown}  0 0 0 1 0`;
}
