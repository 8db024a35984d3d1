import { profileWords } from '#shared/dossier/dossier-wording.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { visibleText } from './formats/visible-text.ts';
import { fingerprint, namespace, principal } from './sshsig.ts';

/** Tells whoever receives the folder what lies in it and how to check it with tools that do not come from us. */
export function readMe(dossier: RedactedDossier, files: readonly string[], publicKey: Uint8Array): string {
  const about = (name: string, what: string) => (files.includes(name) ? [`  ${name.padEnd(24)}${what}`] : []);
  const line = (text: string) => visibleText(text).replace(/\s+/g, ' ').trim();
  return `${[
    line(dossier.title),
    '='.repeat(Math.min(72, Math.max(8, [...line(dossier.title)].length))),
    '',
    `Edition:   ${profileWords[dossier.profile]}`,
    `Handling:  ${line(dossier.about.handling) || profileWords[dossier.profile]}`,
    `As of:     ${dossier.asOf}`,
    '',
    'What is in this folder',
    ...about('dossier.pdf', 'the dossier on paper (PDF/A-3a, PDF/UA-1; its data attached)'),
    ...about('dossier.html', 'the dossier for the screen; needs no network and runs no program'),
    ...about('dossier.json', 'the same as data, for programs'),
    ...(files.some((name) => name.startsWith('exhibits/'))
      ? ['  exhibits/               pictures as re-encoded copies without metadata, texts as extracted']
      : []),
    '  manifest-sha256.txt     SHA-256 digests of the files above and of the keys',
    '  manifest-sha256.txt.sig signature over the manifest',
    '  allowed_signers         the one key that may sign, in the form ssh-keygen asks for',
    '  signing-key.pub         the same key, as a public key file',
    '',
    'How to check it',
    '',
    'Open a terminal in this folder. Two commands, both must succeed.',
    '',
    '1. The manifest is signed by the key in allowed_signers:',
    '',
    `   ssh-keygen -Y verify -f allowed_signers -I ${principal} -n ${namespace} -s manifest-sha256.txt.sig < manifest-sha256.txt`,
    '',
    `   Expected: Good "${namespace}" signature for ${principal} with ED25519 key ${fingerprint(publicKey)}`,
    '',
    '2. No file differs from the manifest:',
    '',
    '   sha256sum -c manifest-sha256.txt           (Linux)',
    '   shasum -a 256 -c manifest-sha256.txt       (macOS)',
    '',
    '   On Windows, in PowerShell, the first command is written',
    `   Get-Content -Raw manifest-sha256.txt | ssh-keygen -Y verify -f allowed_signers -I ${principal} -n ${namespace} -s manifest-sha256.txt.sig`,
    '   and each digest can be compared with: Get-FileHash -Algorithm SHA256 dossier.pdf',
    '',
    '3. Ask the sender for the fingerprint of the key, by telephone or on paper, and compare it:',
    '',
    `   ${fingerprint(publicKey)}`,
    '',
    '   Without this third step you know that the files belong together, but not who put them together:',
    '   whoever exchanges all files can exchange the key as well.',
    '',
    'The digests named in the dossier for each exhibit are those of the original bytes. The copies in this',
    'folder are re-encoded and have digests of their own, in the manifest. Ask the sender for the originals.',
    '',
  ].join('\n')}`;
}
