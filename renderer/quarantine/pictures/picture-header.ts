/**
 * What a picture's header says, read without decoding: a decoder given a 50 kB file of 20,000 by 20,000 pixels takes
 * gigabytes and hangs, so the size is judged before any decoder sees the bytes.
 */
export type PictureHeader = {
  readonly mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif';
  /** Pixels as stored, before any turn the file asks for. */
  readonly width: number;
  readonly height: number;
  readonly animated: boolean;
};

/** 100 megapixels: 400 MB once decoded, the most that one examination may take. */
export const mostPixels = 100_000_000;

export function isWithinPixels(width: number, height: number): boolean {
  return width > 0 && height > 0 && width * height <= mostPixels;
}
