import { profileWords } from '#shared/dossier/dossier-wording.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { visibleText } from './formats/visible-text.ts';
import { fingerprint, namespace, principal } from './sshsig.ts';

/** What stands at the top of a package; whatever else lies there is a part of the dossier in another format. */
const known: { readonly [name: string]: string } = {
  'dossier.pdf': 'the dossier on paper (PDF/A-3a, PDF/UA-1; its data attached)',
  'dossier.html': 'the dossier for the screen; needs no network',
  'dossier.docx': 'the dossier for Word and LibreOffice',
  'dossier.xlsx': 'its tables as a workbook',
  'dossier.json': 'the same as data, for programs',
  'dossier.stix.json': 'the same as STIX 2.1',
  'dossier.case.jsonld': 'the same as CASE/UCO',
  'annotations.jsonld': 'the places in exhibits that claims rest on, as Web Annotations',
  tables: 'its tables as CSV',
  citations: 'its sources for Zotero and other reference managers',
  vault: 'the dossier as Markdown, for Obsidian',
  graph: 'its link chart for Gephi, yEd, i2 and Maltego',
  places: 'its places for maps',
  exhibits: 'pictures as re-encoded copies without metadata, texts as extracted',
  custody: 'entries of the custody log on these exhibits, proven to stand in the signed log',
  bag: 'everything once more as an archival package (BagIt, RO-Crate)',
};

const keysAndLists = [
  '  manifest-sha256.txt      the list: a SHA-256 digest for every other file',
  '  manifest-sha256.txt.sig  the signature over the list (.minisig: the same for minisign)',
  '  allowed_signers          the key that may sign (also signing-key.pub and minisign.pub)',
  '  verify.html, verify.sh   check all of this; what they do can also be done without them',
];

/** Tells whoever receives the folder what lies in it and how to check it: first for everybody, then for those who trust nothing that came with it. */
export function readMe(dossier: RedactedDossier, files: readonly string[], publicKey: Uint8Array): string {
  const line = (text: string) => visibleText(text).replace(/\s+/g, ' ').trim();
  const tops = [...new Set(files.map((path) => path.replace(/\/.*/, '')))].sort();
  const listed = tops.map((name) => `  ${(files.includes(name) ? name : `${name}/`).padEnd(25)}${known[name] ?? 'the dossier in another format'}`);
  return `${[
    line(dossier.title),
    '='.repeat(Math.min(72, Math.max(8, [...line(dossier.title)].length))),
    '',
    `Edition:   ${profileWords[dossier.profile]}`,
    `Handling:  ${line(dossier.about.handling) || profileWords[dossier.profile]}`,
    `As of:     ${dossier.asOf}`,
    '',
    'What is in this folder',
    '',
    ...listed,
    ...keysAndLists,
    '',
    ...howToCheck(fingerprint(publicKey)),
    ...(tops.includes('custody') ? aboutCustody : []),
    'The digests named in the dossier for each exhibit are those of the original bytes. The copies in this',
    'folder are re-encoded and have digests of their own, in the list.',
    ...(files.some((name) => name.startsWith('bag/data/originals/')) ? originalsThere : ['Ask the sender for the originals.']),
    '',
  ].join('\n')}`;
}

const originalsThere = [
  'The originals lie in bag/data/originals, unaltered: sha256sum gives the digests of the dossier. They may hold',
  'what their makers planted, such as a page that calls home: open them on a machine of its own, without a network.',
];

function howToCheck(key: string): readonly string[] {
  return [
    'How to check that nothing was changed',
    '',
    'Copy the folder to your computer first and do not open or save anything in it with other programs: a file',
    'that a program adds or rewrites is reported, as it should be.',
    '',
    'In a browser: open verify.html, drop this folder on it, and wait for the word "Verified". If a file was',
    'changed, is missing or was added, the page names it.',
    '',
    'In a terminal (Linux, macOS): go to this folder and type',
    '',
    '   sh verify.sh',
    '',
    '   It must end with "Verified" and a fingerprint. If not, it names each file that is not as it was signed.',
    '',
    'Then ask the sender for the fingerprint of the key, by telephone or on paper, and compare it with',
    '',
    `   ${key}`,
    '',
    'Without this step you know that the files belong together, but not who put them together: whoever',
    'exchanges all files can exchange the key as well.',
    '',
    'The same without anything that came with the dossier',
    '',
    'Both commands must succeed.',
    '',
    `   ssh-keygen -Y verify -f allowed_signers -I ${principal} -n ${namespace} -s manifest-sha256.txt.sig < manifest-sha256.txt`,
    '   sha256sum -c manifest-sha256.txt',
    '',
    `   The first says: Good "${namespace}" signature for ${principal} with ED25519 key ${key}`,
    '   The second says OK behind every file. On macOS it is written: shasum -a 256 -c manifest-sha256.txt',
    '   Files that are in the folder but not in the list were added later.',
    '',
    'On Windows, in PowerShell, the first command is written',
    `   Get-Content -Raw manifest-sha256.txt | ssh-keygen -Y verify -f allowed_signers -I ${principal} -n ${namespace} -s manifest-sha256.txt.sig`,
    '   and each digest can be compared with: Get-FileHash -Algorithm SHA256 dossier.json',
    '',
    'With minisign: minisign -V -p minisign.pub -m manifest-sha256.txt',
    '',
    'What this shows: that the files are those that the holder of the key signed. It does not show that what they',
    'say is true, or when they were signed.',
    '',
  ];
}

const aboutCustody = [
  'The proofs of custody are checked by: corroborate verify FOLDER',
  'or by any program that reads c2sp.org/tlog-proof with a tree of RFC 6962. The signature of the checkpoint alone:',
  '',
  "   sed -n 1,3p custody/checkpoint > /tmp/note; sed -n '5s/.* //p' custody/checkpoint | openssl base64 -d -A | tail -c 64 > /tmp/sig",
  '   openssl pkeyutl -verify -pubin -inkey custody/pub.pem -rawin -in /tmp/note -sigfile /tmp/sig',
  '',
  'Compare the key of the checkpoint with its owner too: it is another one than that of the list.',
  '',
];
