import type { NumberedSource } from '#shared/dossier/dossier-content.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { linkTarget, visibleText } from '../visible-text.ts';

/** A source as bibliographies know one. Texts hold no line ends and nothing invisible; dates are what can be said of them in numbers. */
export type CitedSource = {
  readonly key: string;
  readonly kind: NumberedSource['kind'];
  readonly title: string;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly edition: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly published: PublishedDate | null;
  /** Day on which the first exhibit was taken in: when the source was last known to say so. */
  readonly accessed: string | null;
  /** Where it lies: exhibits with their digests. */
  readonly kept: string | null;
};
/** One or two days, months or years, as precise as they are; `circa` when they are uncertain or approximate. Null parts cannot be told so. */
export type PublishedDate = { readonly parts: readonly (readonly number[])[]; readonly circa: boolean; readonly stated: string };

export function citedSources(dossier: RedactedDossier): readonly CitedSource[] {
  return dossier.sources.map((source) => {
    const exhibits = dossier.exhibits.filter(({ label }) => source.exhibitLabels.includes(label));
    return {
      key: source.label,
      kind: source.kind,
      title: oneLine(source.title) ?? source.label,
      author: oneLine(source.author),
      publisher: oneLine(source.publisher),
      edition: oneLine(source.edition),
      language: source.language,
      url: source.url === null ? null : linkTarget(source.url),
      published: source.publishedAt === null ? null : publishedDate(source.publishedAt),
      accessed: exhibits.map(({ takenInAt }) => takenInAt.slice(0, 10)).sort()[0] ?? null,
      kept: exhibits.length === 0 ? null : exhibits.map(({ label, sha256 }) => `${label} sha256:${sha256}`).join(', '),
    };
  });
}

function oneLine(text: string | null): string | null {
  return text === null ? null : visibleText(text).replace(/\s+/g, ' ').trim() || null;
}

/** Reads an EDTF date as far as bibliographies can tell it; a decade, a season or an open end stays in words only. */
function publishedDate(stated: string): PublishedDate {
  const ends = stated.split('/').map((end) => /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?(?:T[\d:.Z+-]*)?[?~%]?$/.exec(end));
  const parts = ends.map((match) => (match ? match.slice(1, 4).flatMap((part) => (part === undefined ? [] : [Number(part)])) : []));
  return { parts: parts.some((part) => part.length === 0) ? [] : parts.slice(0, 2), circa: /[?~%]/.test(stated), stated };
}

/** `2025-01-12`, `2025-01`. */
export function isoDate(parts: readonly number[], between = '-'): string {
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join(between);
}
