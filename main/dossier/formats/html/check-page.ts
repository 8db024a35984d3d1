import { sha256 } from '#main/crypto/digests.ts';
import type { Signer } from '../../sshsig.ts';
import type { ExhibitCopy } from '../exhibit-copies.ts';
import { html, type SafeHtml } from './markup.ts';

/** First line of what is signed: a signature over a page can pass for nothing else. */
const purpose = 'corroborate-dossier-page-v1';

/**
 * What a page says, as text to be signed: the digest of all words of its main part, and of each picture in the order they stand. The words are
 * the text nodes as a browser joins them, so the script can ask them of the page that is shown. Where links lead is not in it.
 */
export function pageStatement(wordsOfMain: string, pictures: readonly Pick<ExhibitCopy, 'sha256'>[]): string {
  return [purpose, hex(new TextEncoder().encode(wordsOfMain)), ...pictures.map((picture) => picture.sha256), ''].join('\n');
}

/** The text nodes of markup that {@link html} made, joined: tags gone, the five entities it writes turned back. */
export function wordsOf({ safeHtml }: SafeHtml): string {
  const characters: { readonly [entity: string]: string } = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
  return safeHtml.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => characters[entity] ?? entity);
}

/** The button, its answer, and what the script needs. It is honest about what it can find: accidents, not forgers. */
export function checkBox(statement: string, signer: Signer): SafeHtml {
  const key = Buffer.from(signer.publicKey()).toString('base64');
  const signature = Buffer.from(signer.sign(new TextEncoder().encode(statement))).toString('base64');
  return html`<section class="check" aria-labelledby="check-title" data-key="${key}" data-signature="${signature}"><h2 id="check-title">Check this page</h2>
<p>Compares every word and picture of the dossier on this page with its signature, here in the browser, without a network. This finds accidents: whoever exchanges the page can exchange the key and this check as well. To be sure, follow README.txt, which uses <code>ssh-keygen</code> and <code>sha256sum</code>, and compare the key with the sender by another way.</p>
<p><button type="button" id="check">Check the words and pictures</button></p>
<p id="checked" role="status"></p></section>`;
}

/** Runs only when asked, on what the browser shows. Its digest stands in the page's policy; no other script is let in. */
export const script = `'use strict';
document.getElementById('check').addEventListener('click', async () => {
  const say = (words, good) => { const out = document.getElementById('checked'); out.textContent = words; out.className = good ? 'holds' : 'risk'; };
  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const hex = async (data) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', data))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  try {
    const box = document.querySelector('.check');
    const utf8 = new TextEncoder();
    const lines = ['${purpose}', await hex(utf8.encode(document.getElementById('main').textContent))];
    for (const picture of document.querySelectorAll('#main img')) lines.push(await hex(bytes(picture.getAttribute('src').split(',')[1])));
    const key = await crypto.subtle.importKey('raw', bytes(box.dataset.key), 'Ed25519', false, ['verify']);
    const holds = await crypto.subtle.verify('Ed25519', key, bytes(box.dataset.signature), utf8.encode(lines.join('\\n') + '\\n'));
    if (holds) say('The words and pictures are as they were signed.', true);
    else say('ALTERED: the words or pictures of this page are not those that were signed.', false);
  } catch {
    say('This browser cannot check it. README.txt says how to check the files.', false);
  }
});
`;

function hex(bytes: Uint8Array): string {
  return sha256(bytes).toString('hex');
}
