/** What the worker read: tags by group and name with their wording, a place, and the XMP packet as text for the page to parse. */
export type MetadataAnswer = {
  readonly tags: readonly { readonly group: string; readonly name: string; readonly value: string }[];
  readonly place: { readonly latitude: number; readonly longitude: number; readonly altitudeMetres: number | null } | null;
  readonly xmp: string | null;
};
