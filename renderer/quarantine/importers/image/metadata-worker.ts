import ExifReader from 'exifreader';
import type { MetadataAnswer } from './metadata-answer.ts';

/** Reads metadata in a thread of its own, which read-metadata.ts ends when a crafted file makes the reader spin. */
const groups = ['exif', 'iptc', 'makerNotes', 'pngText', 'png', 'gif'] as const;
const mostTags = 300;
const longestValue = 4_000;
const largestXmp = 1024 * 1024;

self.onmessage = (event: MessageEvent<ArrayBuffer>) => self.postMessage(readTags(event.data));

function readTags(bytes: ArrayBuffer): MetadataAnswer {
  const xmp: string[] = [];
  const keep = {
    // A worker has no DOM: the packet is handed out as text and parsed by the page.
    parseFromString: (packet: string) => {
      if (packet.length <= largestXmp) xmp.push(packet);
      throw new Error('kept for the page');
    },
  };
  try {
    const found = ExifReader.load(bytes, { expanded: true, domParser: keep, excludeTags: { thumbnail: true, icc: true } } as { expanded: true });
    const tags = groups.flatMap((group) => tagsOf(group, found[group]));
    return { tags: tags.slice(0, mostTags), place: placeOf(found.gps), xmp: xmp[0] ?? null };
  } catch {
    return { tags: [], place: null, xmp: xmp[0] ?? null }; // no metadata, or none that can be read
  }
}

function tagsOf(group: string, tags: object | undefined) {
  const rows = Object.entries(tags ?? {}) as [string, { readonly description?: unknown } | undefined][];
  return rows.flatMap(([name, tag]) => {
    const value = typeof tag?.description === 'string' ? tag.description.trim() : '';
    return value === '' || name === 'MakerNote' || value === '[Raw value]' ? [] : [{ group, name, value: value.slice(0, longestValue) }];
  });
}

function placeOf(gps: { Latitude?: number; Longitude?: number; Altitude?: number } | undefined): MetadataAnswer['place'] {
  if (!Number.isFinite(gps?.Latitude) || !Number.isFinite(gps?.Longitude)) return null;
  return { latitude: Number(gps?.Latitude), longitude: Number(gps?.Longitude), altitudeMetres: gps?.Altitude ?? null };
}
