import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '#main/crypto/digests.ts';
import { findAsset } from './find-asset.ts';

/**
 * One page that checks the dossier it lies in, in any browser of the day and without a network: whoever opens it gives it the folder. It is
 * the same in every dossier. Its policy lets in the one script and the one style sheet, named by their digests, and nothing else.
 */
export function verifyPage(): string {
  const [script, style] = ['verify-page.js', 'verify.css'].map((name) => readFileSync(join(findAsset('verify'), name), 'utf8')) as [string, string];
  const policy = `default-src 'none'; script-src 'sha256-${digest(script)}'; style-src 'sha256-${digest(style)}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>Check this dossier</title><style>${style}</style></head>
<body><main>
<h1>Check this dossier</h1>
<p>This page compares every file of the dossier with the list that was signed. It works without a network, and no file leaves this computer.</p>
<div class="drop" id="drop"><p>Drop the folder of the dossier here, the one that holds this page, or</p>
<input type="file" id="folder" multiple><label for="folder">Choose the folder…</label>
<p class="soft">The browser may ask whether to “upload” the files. It means giving them to this page.</p></div>
<progress id="progress" max="1" value="0" aria-label="How many files have been compared" hidden></progress>
<div class="verdict" id="verdict" role="status" tabindex="-1" hidden><p><strong id="says"></strong></p><p id="detail"></p><ul id="wrong"></ul></div>
<section id="who" aria-labelledby="who-title" hidden><h2 id="who-title">Who signed it</h2>
<p>The key that signed has this fingerprint. Ask the sender for theirs, by telephone or on paper, and compare:</p>
<p><code class="hash" id="key"></code></p>
<p class="soft">Without this step you know that the files belong together, but not who put them together: whoever exchanges every file can exchange the key and this page too. If that could be, use tools that did not come with the dossier: README.txt says how.</p></section>
</main><script>${script}</script></body></html>
`;
}

function digest(text: string): string {
  return sha256(new TextEncoder().encode(text)).toString('base64');
}
