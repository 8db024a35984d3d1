import type { FoundField } from '#shared/domain/evidence/evidence-item.ts';
import type { MetadataAnswer } from './metadata-answer.ts';
import { nameField } from './name-field.ts';
import { readXmp } from './read-xmp.ts';

/** A crafted file made a metadata reader spin for seconds; the picture itself is worth having without. */
const patienceMs = 4_000;
const nothing: MetadataAnswer = { tags: [], place: null, xmp: null };

/** What a picture says of itself, each with the tag it was found in. Empty when it says nothing or cannot be read in time. */
export async function readMetadata(bytes: Uint8Array): Promise<readonly FoundField[]> {
  const answer = await askWorker(bytes);
  const tags = answer.tags.map(({ group, name, value }) => ({ field: nameField(name), value, where: `${groupNames[group] ?? group} ${name}`.slice(0, 200) }));
  const xmp = answer.xmp === null ? [] : readXmp(answer.xmp);
  return [...placeFields(answer.place), ...tags, ...xmp];
}

const groupNames: { readonly [group: string]: string } = { exif: 'EXIF', iptc: 'IPTC', pngText: 'PNG text', png: 'PNG', gif: 'GIF', makerNotes: 'maker note' };

function placeFields(place: MetadataAnswer['place']): FoundField[] {
  if (place === null) return [];
  const position = { field: 'position', value: `${place.latitude.toFixed(6)}, ${place.longitude.toFixed(6)}`, where: 'EXIF GPS' };
  return place.altitudeMetres === null ? [position] : [position, { field: 'altitude', value: `${place.altitudeMetres} m`, where: 'EXIF GPS' }];
}

function askWorker(bytes: Uint8Array): Promise<MetadataAnswer> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./metadata-worker.ts', import.meta.url), { type: 'module' });
    const finish = (answer: MetadataAnswer) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => finish(nothing), patienceMs);
    worker.onmessage = (event: MessageEvent<MetadataAnswer>) => finish(event.data);
    worker.onerror = () => finish(nothing);
    const copy = bytes.slice().buffer;
    worker.postMessage(copy, [copy]);
  });
}
