import { sha256 } from '#main/crypto/digests.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { type ReportPart, reportParts } from '#shared/dossier/report-parts.ts';
import { partTitles } from '#shared/dossier/report-wording.ts';
import type { Signer } from '../../sshsig.ts';
import { type ExhibitCopy, isPictureCopy } from '../exhibit-copies.ts';
import { checkBox, pageStatement, script, wordsOf } from './check-page.ts';
import { claims, conflicts, links } from './claims.ts';
import { custody, glossary, method, notes } from './closing.ts';
import { actors, contents, cover, handlingNote, key, summary } from './cover.ts';
import { exhibits } from './exhibits.ts';
import { html, type SafeHtml } from './markup.ts';
import { placeOf } from './picture-place.ts';
import { alternatives, index, judgments, linkChart, questions, sections, sources, timeline } from './report.ts';
import { styleOf } from './style.ts';

/**
 * The dossier as one HTML page in UTF-8 that needs nothing else: no outside reference, pictures as data: URLs, and one script, which checks the
 * page when it is asked to. Its policy (Content Security Policy level 3) lets in only those pictures, that script and the one style sheet,
 * each named by its digest. The same dossier gives the same bytes. A picture is read when its place comes, so that never two are in memory.
 */
export async function* writeHtml(dossier: RedactedDossier, copies: readonly ExhibitCopy[], signer: Signer): AsyncIterable<Uint8Array> {
  const pictures = copies.filter(isPictureCopy);
  const told = reportParts(dossier).map((part) => ({ part, title: partTitles[part], count: countOf(dossier, part), body: bodyOf(dossier, pictures, part) }));
  const main = html`${told.map(
    ({ part, title, body }) => html`<section aria-labelledby="${part}"><h2 id="${part}">${title}</h2>
${body}</section>
`,
  )}`;
  const style = styleOf(dossier.style);
  const shown = pictures.toSorted((a, b) => main.safeHtml.indexOf(placeOf(a.label)) - main.safeHtml.indexOf(placeOf(b.label)));
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'sha256-${digest(style)}'; script-src 'sha256-${digest(script)}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${dossier.title}</title><style>${{ safeHtml: style }}</style></head>
<body><a class="skip" href="#main">Skip to the dossier</a>${handlingNote(dossier)}
<div class="page">${cover(dossier, pictures)}
${contents(told)}
<main id="main">${main}</main>
<footer>${checkBox(pageStatement(wordsOf(main), shown), signer)}<p>Made with Corroborate. Digests of all files stand in manifest-sha256.txt, signed; README.txt tells how to check them.</p></footer></div>
<script>${{ safeHtml: script }}</script></body></html>
`;
  // Places of pictures are marked by a character that no text of the case can bring in: visibleText writes it out.
  for (const [piece, piecesOf] of page.safeHtml.split('\u0000').map((text, at) => [text, at % 2 === 1] as const)) {
    if (piecesOf) yield* pictureAt(piece, pictures);
    else yield new TextEncoder().encode(piece);
  }
}

async function* pictureAt(label: string, pictures: readonly ExhibitCopy[]): AsyncIterable<Uint8Array> {
  const picture = pictures.find((copy) => copy.label === label);
  const bytes = await picture?.read();
  // It was whole a moment ago, when it was written as a file of its own.
  if (!picture || !bytes?.ok) throw new Error('the copy of an exhibit can no longer be read');
  yield new TextEncoder().encode(`data:${picture.mime};base64,${Buffer.from(bytes.value).toString('base64')}`);
}

function bodyOf(dossier: RedactedDossier, pictures: readonly ExhibitCopy[], part: ReportPart): SafeHtml {
  const bodies: { readonly [P in ReportPart]: () => SafeHtml } = {
    summary: () => summary(dossier),
    judgments: () => judgments(dossier),
    sections: () => sections(dossier),
    timeline: () => timeline(dossier),
    actors: () => actors(dossier),
    claims: () => claims(dossier),
    conflicts: () => conflicts(dossier),
    alternatives: () => alternatives(dossier),
    questions: () => questions(dossier),
    exhibits: () => exhibits(dossier, pictures),
    sources: () => sources(dossier),
    links: () => html`${linkChart(dossier)}${links(dossier)}`,
    notes: () => notes(dossier),
    custody: () => custody(dossier),
    key: () => key(dossier),
    method: () => method(dossier),
    glossary: () => glossary(),
    index: () => index(dossier),
  };
  return bodies[part]();
}

function countOf(dossier: RedactedDossier, part: ReportPart): number | null {
  const counted: { readonly [P in ReportPart]?: readonly unknown[] } = {
    judgments: dossier.judgments,
    claims: dossier.claims,
    conflicts: dossier.conflicts,
    exhibits: dossier.exhibits,
    sources: dossier.sources,
    links: dossier.links,
    notes: dossier.notes,
    custody: dossier.custody,
  };
  return counted[part]?.length ?? null;
}

function digest(text: string): string {
  return sha256(new TextEncoder().encode(text)).toString('base64');
}
