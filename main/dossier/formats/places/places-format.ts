import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { done } from '#shared/kernel/reply.ts';
import { wholeFile } from '../../package-file.ts';
import type { DossierFormat } from '../format.ts';
import { xml, xmlFile } from '../xml-text.ts';

export const placesFormat: DossierFormat = {
  id: 'places',
  title: 'GeoJSON, KML',
  about: 'its places for maps and geographic programs',
  usual: false,
  varies: null,
  names: () => ['places/places.geojson', 'places/places.kml'],
  files: async function* (dossier) {
    yield done(wholeFile('places/places.geojson', geoJson(dossier)));
    yield done(wholeFile('places/places.kml', kml(dossier)));
  },
};

/** Places as RFC 7946 has them: longitude before latitude, WGS 84. */
function geoJson(dossier: RedactedDossier): string {
  const features = dossier.places.map(({ label, name, latitude, longitude, precision, withinMetres }) => ({
    type: 'Feature',
    id: label,
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties: { name, precision, within_metres: withinMetres, claims: claimsAt(dossier, label) },
  }));
  return `${JSON.stringify({ type: 'FeatureCollection', features }, null, 2)}\n`;
}

/** The same in OGC KML 2.2; how exact a place is, and who speaks of it, stands in its description. */
export function kml(dossier: RedactedDossier): string {
  return xmlFile(
    xml`<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>${dossier.title}</name>${dossier.places.map(
      (place) => xml`
<Placemark id="${place.label}"><name>${place.name}</name><description>${aboutPlace(dossier, place)}</description><Point><coordinates>${place.longitude},${place.latitude}</coordinates></Point></Placemark>`,
    )}</Document></kml>`,
  );
}

function aboutPlace(dossier: RedactedDossier, { label, precision, withinMetres }: RedactedDossier['places'][number]): string {
  const claims = claimsAt(dossier, label).join(', ');
  return [label, `${precision}, ± ${withinMetres} m`, ...(claims === '' ? [] : [claims])].join(' · ');
}

/** Whatever a link ties to the place. */
function claimsAt({ links }: RedactedDossier, place: string): readonly string[] {
  const tied = links.flatMap(({ from, to }) => (from.label === place ? [to.label] : to.label === place ? [from.label] : []));
  return [...new Set(tied.flatMap((label) => label ?? []))];
}
