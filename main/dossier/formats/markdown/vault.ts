import { type NoteInline, withInline } from '#shared/domain/note/note-blocks.ts';
import { noteMarkdown } from '#shared/domain/note/note-markdown.ts';
import type { Citation, DossierClaim, DossierExhibit, Endpoint } from '#shared/dossier/dossier-content.ts';
import { actWords, credibilityWords, findingMeanings, findingWords, linkWords, partWords, profileWords, riskWords } from '#shared/dossier/dossier-wording.ts';
import { noteWriting } from '#shared/dossier/note-writing.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { withholdings } from '#shared/dossier/withholdings.ts';
import { recordingPlace } from '../exhibit-copies.ts';
import { linkTarget, visibleText } from '../visible-text.ts';
import { frontMatter, plain, plainLine, quoted } from './markdown-text.ts';

/** A page of the vault, by its path in it. */
export type Page = { readonly path: string; readonly text: string };

const folders: { readonly [letter: string]: string } = { C: 'claims', E: 'exhibits', R: 'sources', P: 'people', N: 'notes' };

/** Where something numbered has its page; null for what has none. */
export function pageOf(label: string): string | null {
  const folder = folders[label.slice(0, 1)];
  return folder && /^[A-Z]\d+$/.test(label) ? `${folder}/${label}.md` : null;
}

/** The dossier as pages that link each other, as Obsidian opens a folder of them. `pictureOf` names the copy of an exhibit. */
export function vaultPages(dossier: RedactedDossier, pictureOf: (label: string) => string | null): readonly Page[] {
  return [
    { path: 'Dossier.md', text: front(dossier) },
    ...dossier.claims.map((claim) => page(claim.label, claimPage(claim))),
    ...dossier.exhibits.map((exhibit) => page(exhibit.label, exhibitPage(exhibit, pictureOf(exhibit.label)))),
    ...dossier.sources.map((source) => page(source.label, sourcePage(source))),
    ...dossier.actors.map((actor) => page(actor.label, actorPage(actor))),
    ...dossier.notes.map((note) => page(note.label, notePage(note))),
  ];
}

function page(label: string, text: string): Page {
  return { path: pageOf(label) ?? `${label}.md`, text };
}

/** A link to a page of the vault, or the bare number of what has none. */
function to(label: string): string {
  return pageOf(label) === null ? plainLine(label) : `[[${label}]]`;
}
function all(labels: readonly string[]): string {
  return labels.map(to).join(', ');
}
function end({ label, name }: Endpoint): string {
  if (label === null) return plainLine(name);
  return name === '' ? to(label) : `${to(label)} ${plainLine(name)}`;
}

function front(dossier: RedactedDossier): string {
  const { title, profile, about, asOf, statements, judgments, sections, alternatives, questions } = dossier;
  const told = (items: readonly { readonly label: string; readonly text: string; readonly cites: readonly string[] }[]) =>
    items.map(({ label, text, cites }) => `- **${label}** ${plainLine(text)} (${all(cites)})\n`).join('');
  const part = (heading: string, body: string) => (body === '' ? '' : `## ${heading}\n\n${body}\n`);
  return [
    frontMatter({ title, edition: profileWords[profile], handling: about.handling || null, as_of: asOf, tags: ['dossier'] }),
    `# ${plainLine(title)}\n\n${about.handling === '' ? '' : `> ${plainLine(about.handling)}\n\n`}`,
    part('Summary', told(statements)),
    part('Key judgments', told(judgments)),
    ...sections.map((section) => part(plainLine(section.heading), told(section.statements))),
    part('Claims', dossier.claims.map(({ label, text, finding }) => `- ${to(label)} ${plainLine(text)} (${findingWords[finding]})\n`).join('')),
    part('Alternative explanations', told(alternatives)),
    part('Open questions', questions.map(({ label, text }) => `- **${label}** ${plainLine(text)}\n`).join('')),
    part('Exhibits', dossier.exhibits.map(({ label, name }) => `- ${to(label)} ${plainLine(name)}\n`).join('')),
    part(
      'Log of what is withheld',
      withholdings(dossier)
        .map(
          ({ what, count, reason, legalBasis }) =>
            `- ${count} ${what}: ${plainLine(reason)}${legalBasis === '' ? '' : ` (legal basis: ${plainLine(legalBasis)})`}\n`,
        )
        .join(''),
    ),
    part('Withheld', dossier.withheld.map(({ label, reasons }) => `- **${label}** ${reasons.map((reason) => riskWords[reason]).join('; ')}\n`).join('')),
  ].join('');
}

function claimPage(claim: DossierClaim): string {
  const { label, text, asserter, act, via, saidAt, eventAt, finding, credibility, citations, related } = claim;
  const rated = credibility === null ? 'not rated' : `${credibility}, ${credibilityWords[credibility]}`;
  const relations = related.map(({ type, direction, other }) =>
    direction === 'from' ? `- ${linkWords[type]} ${end(other)}\n` : `- ${end(other)} ${linkWords[type]} this\n`,
  );
  return [
    frontMatter({ label, asserter, via, finding, credibility, said: saidAt, event: eventAt, tags: ['claim'] }),
    `# ${label} ${plainLine(text)}\n\n`,
    `${[plainLine(asserter), ...via.map(plainLine)].join(' → ')} (${actWords[act]})\n\n`,
    `**${findingWords[finding]}**: ${findingMeanings[finding]}. Credibility ${rated}.\n\n`,
    ...(citations.length === 0 ? [] : [`## Rests on\n\n${citations.map(cited).join('\n')}\n`]),
    ...(relations.length === 0 ? [] : [`## Links\n\n${relations.join('')}`]),
  ].join('');
}

function cited({ label, place }: Citation): string {
  if (place.sort === 'withheld') return `${label}, withheld\n`;
  if (place.sort === 'whole') return `${to(label)}\n`;
  if (place.sort === 'region') return `${to(label)}, region ${place.region.w} × ${place.region.h} pixels at ${place.region.x}, ${place.region.y}\n`;
  if (place.sort === 'page' || place.sort === 'time') return `${to(label)}, ${partWords(place)}\n`;
  return `${quoted(place.exact)}\n\n${to(label)}\n`;
}

function exhibitPage(exhibit: DossierExhibit, picture: string | null): string {
  const { label, name, kind, mime, bytes, sha256, takenInAt, takenInBy, source, derivedFrom, citedBy } = exhibit;
  const place = picture === null ? recordingPlace(exhibit) : null;
  const about = { label, name, kind, mime, bytes, sha256, taken_in: takenInAt, taken_in_by: takenInBy };
  return [
    frontMatter({ ...about, source: source?.label ?? null, derived_from: derivedFrom?.label ?? null, tags: ['exhibit'] }),
    `# ${label} ${plainLine(name)}\n\n`,
    ...(picture === null ? [] : [`![[${picture}]]\n\n`]),
    ...(place === null ? [] : [`Recording: ${place}\n\n`]),
    `SHA-256 of the original: \`${sha256}\`\n`,
    ...(source?.label ? [`\nSource: ${to(source.label)} ${plainLine(source.title)}\n`] : []),
    ...(citedBy.length === 0 ? [] : [`\nCited by ${all(citedBy)}\n`]),
  ].join('');
}

function sourcePage(source: RedactedDossier['sources'][number]): string {
  const { label, kind, title, publisher, author, publishedAt, language, url, reliability, originLabel, exhibitLabels } = source;
  const target = url === null ? null : linkTarget(url);
  return [
    frontMatter({ label, kind, title, publisher, author, published: publishedAt, language, url, reliability, tags: ['source'] }),
    `# ${label} ${plainLine(title)}\n\n`,
    ...(target === null ? [] : [`<${target}>\n\n`]),
    ...(originLabel === null ? [] : [`Relays ${to(originLabel)}\n\n`]),
    ...(exhibitLabels.length === 0 ? [] : [`Exhibits: ${all(exhibitLabels)}\n`]),
  ].join('');
}

function actorPage({ label, name, otherNames, kind, asserts, relays }: RedactedDossier['actors'][number]): string {
  return [
    frontMatter({ label, aliases: [name, ...otherNames], kind, tags: ['actor'] }),
    `# ${plainLine(name)}\n\n`,
    ...(asserts.length === 0 ? [] : [`Asserts ${all(asserts)}\n\n`]),
    ...(relays.length === 0 ? [] : [`Relays ${all(relays)}\n`]),
  ].join('');
}

/** No link leads out of the vault, and none to what has no page there. */
function inVault(piece: NoteInline): NoteInline {
  if (piece.sort === 'link') return { sort: 'text', text: `${piece.text} (${piece.address})`, styles: piece.styles };
  return piece.sort === 'reference' && pageOf(piece.id) === null ? { sort: 'text', text: piece.id, styles: [] } : piece;
}

function notePage({ label, title, runs, about, by, changedAt }: RedactedDossier['notes'][number]): string {
  const visible = runs.map((run) => ('cite' in run ? run : { text: visibleText(run.text) }));
  // The title of the page is its first heading.
  const blocks = noteWriting({ runs: visible }).map((block) => (block.sort === 'heading' ? { ...block, depth: Math.min(6, block.depth + 1) } : block));
  const text = noteMarkdown(withInline(blocks, inVault), plain);
  const subjects = about.length === 0 ? '' : `\n\nAbout ${about.map(end).join(', ')}`;
  return `${frontMatter({ label, by, changed: changedAt, tags: ['note'] })}# ${plainLine(title ?? label)}\n\n${text}${subjects}\n`;
}
