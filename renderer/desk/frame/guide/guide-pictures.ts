const files = import.meta.glob<string>('../../../../assets/help/*.png', { eager: true, query: '?url', import: 'default' });

/** The address of the picture of a view, taken of the demonstration case; `null` where the help has none. */
export function pictureOf(view: string): string | null {
  return files[`../../../../assets/help/${view}.png`] ?? null;
}
