const types: { readonly [extension: string]: string } = {
  bib: 'application/x-bibtex',
  canvas: 'application/json',
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  geojson: 'application/geo+json',
  gexf: 'application/gexf+xml',
  graphml: 'application/graphml+xml',
  html: 'text/html',
  jpg: 'image/jpeg',
  json: 'application/json',
  jsonl: 'application/jsonl',
  jsonld: 'application/ld+json',
  kml: 'application/vnd.google-earth.kml+xml',
  md: 'text/markdown',
  ogg: 'audio/ogg',
  pdf: 'application/pdf',
  pem: 'application/x-pem-file',
  png: 'image/png',
  ris: 'application/x-research-info-systems',
  wav: 'audio/wav',
  webm: 'video/webm',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Media type of a file of a package, by its name; what has no other is plain text, as proofs and checkpoints are. */
export function mediaType(path: string): string {
  return types[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain';
}
