import { sha256 } from '#main/crypto/digests.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import type { ExhibitCopy } from '../exhibit-copies.ts';
import { claims, conflicts, links } from './claims.ts';
import { custody, glossary, method, notes } from './closing.ts';
import { actors, contents, cover, handlingNote, key, summary } from './cover.ts';
import { exhibits } from './exhibits.ts';
import { html, type SafeHtml } from './markup.ts';
import { style } from './style.ts';

/**
 * The dossier as one HTML page in UTF-8 that needs nothing else: no script, no outside reference, pictures as data: URLs.
 * Its policy (Content Security Policy level 3) lets in only those pictures and the one style sheet, named by its digest.
 * The same dossier gives the same bytes.
 */
export function writeHtml(dossier: RedactedDossier, copies: readonly ExhibitCopy[]): Uint8Array {
  const sections: readonly { readonly id: string; readonly title: string; readonly count: number | null; readonly body: SafeHtml }[] = [
    { id: 'summary', title: 'Summary', count: dossier.statements.length, body: summary(dossier) },
    { id: 'key', title: 'How to read this', count: null, body: key(dossier) },
    { id: 'claims', title: 'Claims', count: dossier.claims.length, body: claims(dossier) },
    { id: 'conflicts', title: 'Claims in conflict', count: dossier.conflicts.length, body: conflicts(dossier) },
    { id: 'exhibits', title: 'Exhibits', count: dossier.exhibits.length, body: exhibits(dossier, copies) },
    { id: 'links', title: 'Links', count: dossier.links.length, body: links(dossier) },
    { id: 'actors', title: 'Who and what is named', count: dossier.actors.length, body: actors(dossier) },
    { id: 'notes', title: 'Notes', count: dossier.notes.length, body: notes(dossier) },
    { id: 'custody', title: 'Custody', count: dossier.custody.length, body: custody(dossier) },
    { id: 'method', title: 'Method and limits', count: null, body: method(dossier) },
    { id: 'glossary', title: 'Scales', count: null, body: glossary() },
  ];
  const told = sections.filter(({ id, count }) => id === 'summary' || count !== 0);
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'sha256-${digest(style)}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${dossier.title}</title><style>${{ safeHtml: style }}</style></head>
<body><a class="skip" href="#main">Skip to the dossier</a>${handlingNote(dossier)}
<div class="page">${cover(dossier)}
${contents(told)}
<main id="main">${told.map(
    ({ id, title, body }) => html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${body}</section>
`,
  )}</main>
<footer><p>Made with Corroborate. Digests of all files stand in manifest-sha256.txt, signed; README.txt tells how to check them.</p></footer></div></body></html>
`;
  return new TextEncoder().encode(page.safeHtml);
}

function digest(text: string): string {
  return sha256(new TextEncoder().encode(text)).toString('base64');
}
