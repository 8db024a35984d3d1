/** A reference into the case, as a note writes it. */
const reference = /\[\[([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:#[1-9][0-9]{0,2})?\]\]/gi;

/** Ids that a note's text refers to, in order. */
export function referencesIn(text: string): readonly string[] {
  return [...text.matchAll(reference)].map((match) => (match[1] ?? '').toLowerCase());
}

/** The text cut at its references: words at even places, ids at odd ones. */
export function cutAtReferences(text: string): readonly string[] {
  return text.split(new RegExp(reference.source, 'i'));
}
